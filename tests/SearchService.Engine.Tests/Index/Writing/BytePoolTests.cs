using SearchService.Engine.Index.Writing;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class BytePoolTests
{
    [Fact]
    public void An_empty_stream_is_at_its_end()
    {
        var pool = new BytePool();

        Assert.True(new BytePoolReader(pool, pool.Begin()).AtEnd);
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
            for (int i = 0; i < before; i++)
            {
                pool.WriteNumber(ref stream, 1);
            }

            pool.WriteNumber(ref stream, value);
            var reader = new BytePoolReader(pool, stream);
            for (int i = 0; i < before; i++)
            {
                Assert.Equal(1u, reader.ReadNumber());
            }

            Assert.False(reader.AtEnd);
            Assert.Equal(value, reader.ReadNumber());
            Assert.True(reader.AtEnd);
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
            var expected = new List<uint>[streams.Length];
            for (int i = 0; i < streams.Length; i++)
            {
                streams[i] = pool.Begin();
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
                var reader = new BytePoolReader(pool, streams[i]);
                var read = new List<uint>();
                while (!reader.AtEnd)
                {
                    read.Add(reader.ReadNumber());
                }

                Assert.Equal(expected[i], read);
            }
        }
    }
}
