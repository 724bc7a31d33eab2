using SearchService.Engine.Index.Writing;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class BytePoolTests
{
    [Fact]
    public void An_empty_stream_has_no_bytes()
    {
        var pool = new BytePool();
        ByteStream stream = pool.Begin();

        Assert.Empty(Read(pool, stream.Write, stream));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(127u)]
    [InlineData(128u)]
    [InlineData(16_383u)]
    [InlineData(16_384u)]
    [InlineData(int.MaxValue)]
    [InlineData(uint.MaxValue)]
    public void A_number_of_any_size_comes_back_from_any_place_in_a_slice(uint value)
    {
        for (int before = 0; before < 64; before++)
        {
            var pool = new BytePool();
            ByteStream stream = pool.Begin();
            int head = stream.Write;
            for (int i = 0; i < before; i++)
            {
                pool.WriteNumber(ref stream, 1);
            }

            pool.WriteNumber(ref stream, value);

            Assert.Equal([.. Enumerable.Repeat(1u, before), value], Read(pool, head, stream));
        }
    }

    [Fact]
    public void Streams_that_grow_side_by_side_dont_touch_each_other()
    {
        Random random = Seeds.Random();
        var pool = new BytePool();
        for (int round = 0; round < 2; round++)
        {
            pool.Clear(); // the second round finds blocks full of the first one's bytes
            var streams = new ByteStream[200];
            int[] heads = new int[streams.Length];
            var expected = new List<uint>[streams.Length];
            for (int i = 0; i < streams.Length; i++)
            {
                streams[i] = pool.Begin();
                heads[i] = streams[i].Write;
                expected[i] = [];
            }

            for (int i = 0; i < 300_000; i++)
            {
                // Skewed, as terms are: the first stream passes the longest slice many times over.
                int stream = (int)(streams.Length * Math.Pow(random.NextDouble(), 4));
                uint value = (uint)random.Next() >> random.Next(32);
                pool.WriteNumber(ref streams[stream], value);
                expected[stream].Add(value);
            }

            for (int i = 0; i < streams.Length; i++)
            {
                Assert.Equal(expected[i], Read(pool, heads[i], streams[i]));
            }
        }
    }

    private static List<uint> Read(BytePool pool, int head, in ByteStream stream)
    {
        byte[] bytes = [];
        int length = pool.CopyTo(head, stream, ref bytes);
        var numbers = new List<uint>();
        for (int at = 0; at < length;)
        {
            uint number = 0;
            int shift = 0;
            do
            {
                number |= (bytes[at] & 0x7Fu) << shift;
                shift += 7;
            }
            while (bytes[at++] >= 0x80);
            numbers.Add(number);
        }

        return numbers;
    }
}
