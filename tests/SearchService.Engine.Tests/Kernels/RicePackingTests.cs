using System.Numerics;
using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Kernels;

public sealed class RicePackingTests
{
    [Fact]
    public void Any_number_of_any_numbers_comes_back_whatever_follows()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 2_000; round++)
        {
            int[] values = RandomNumbers(random);
            var buffer = new ByteBuffer();
            RicePacking.Write(values, buffer);
            int length = buffer.Length;
            random.NextBytes(buffer.Append(random.Next(20)));
            int[] read = new int[values.Length];
            var reader = new ByteReader(buffer.Bytes, "list", 0);
            RicePacking.Read(ref reader, read);
            Assert.Equal(values, read);
            Assert.Equal(length, reader.Position);
        }
    }

    [Fact]
    public void The_bits_are_zeros_a_one_and_low_bits_for_each_number()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 500; round++)
        {
            int[] values = RandomNumbers(random);
            var buffer = new ByteBuffer();
            RicePacking.Write(values, buffer);
            Assert.Equal(values, ReadBitByBit(buffer.Bytes, values.Length, out int bits));
            Assert.Equal((bits + 7) / 8, buffer.Length);
        }
    }

    [Fact]
    public void A_number_takes_at_most_three_bits_more_than_the_mean_has()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 2_000; round++)
        {
            int[] values = RandomNumbers(random);
            var buffer = new ByteBuffer();
            RicePacking.Write(values, buffer);
            int bitsOfMean = BitOperations.Log2((ulong)values.Average(value => (double)value) + 1);
            Assert.InRange(buffer.Length * 8L, 0, 5 + 7 + (values.Length * (bitsOfMean + 3L)));
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(int.MaxValue)]
    public void One_number_far_above_the_others_has_more_zeros_than_a_word_holds(int large)
    {
        int[] values = new int[127];
        values[60] = large;
        var buffer = new ByteBuffer();
        RicePacking.Write(values, buffer);
        int[] read = new int[values.Length];
        var reader = new ByteReader(buffer.Bytes, "list", 0);
        RicePacking.Read(ref reader, read);
        Assert.Equal(values, read);
        Assert.Equal(0, reader.Remaining);
    }

    [Fact]
    public void Any_bytes_are_numbers_or_damage()
    {
        Random random = Seeds.Random();
        byte[] bytes = new byte[300];
        int accepted = 0, damaged = 0;
        for (int round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            if (round % 2 == 0)
            {
                bytes.AsSpan(random.Next(bytes.Length)).Clear(); // zeros that no one ends
            }

            int[] values = new int[random.Next(1, 128)];
            var reader = new ByteReader(bytes.AsSpan(0, random.Next(bytes.Length)), "list", 0);
            try
            {
                RicePacking.Read(ref reader, values);
                Assert.All(values, value => Assert.True(value >= 0));
                accepted++;
            }
            catch (CorruptIndexException)
            {
                damaged++;
            }
        }

        Assert.NotEqual(0, accepted);
        Assert.NotEqual(0, damaged);
    }

    // The twin of Read: what the format means.
    private static int[] ReadBitByBit(ReadOnlySpan<byte> bytes, int count, out int bits)
    {
        int at = 0;
        int lowBits = Bits(bytes, 5);
        int[] values = new int[count];
        for (int i = 0; i < count; i++)
        {
            int zeros = 0;
            while (Bits(bytes, 1) == 0)
            {
                zeros++;
            }

            values[i] = (zeros << lowBits) | Bits(bytes, lowBits);
        }

        bits = at;
        return values;

        int Bits(ReadOnlySpan<byte> from, int width)
        {
            int value = 0;
            for (int i = 0; i < width; i++, at++)
            {
                value |= ((from[at >> 3] >> (at & 7)) & 1) << i;
            }

            return value;
        }
    }

    // Of one width, as distances are, or nearly all of them small.
    private static int[] RandomNumbers(Random random)
    {
        int[] values = new int[random.Next(1, 128)];
        int width = random.Next(32), shape = random.Next(3);
        for (int i = 0; i < values.Length; i++)
        {
            long below = 1L << (shape == 2 && random.Next(30) > 0 ? Math.Min(width, 2) : width);
            values[i] = shape == 1 ? (int)Math.Min(int.MaxValue, below * -Math.Log(1 - random.NextDouble())) : (int)Math.Min(int.MaxValue, random.NextInt64(below));
        }

        return values;
    }
}
