using SearchService.Engine.Kernels;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Kernels;

public sealed class PackingTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(0, 33)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_block_of_any_width_comes_back_with_and_without_vectors(int width)
    {
        int[] values = RandomBlock(Seeds.Random(), width);
        byte[] packed = new byte[BlockPacking.BytesFor(width)];
        BlockPacking.Pack(values, width, packed);
        int[] scalar = new int[128];
        int[] vector = new int[128];
        BlockPacking.UnpackScalar(packed, width, scalar);
        BlockPacking.UnpackVector(packed, width, vector);
        Assert.Equal(values, scalar);
        Assert.Equal(values, vector);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_block_is_packed_alike_with_and_without_vectors_and_wider_numbers_are_cut(int width)
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 50; round++)
        {
            int[] values = RandomBlock(random, round % 2 == 0 ? width : 32);
            byte[] scalar = new byte[BlockPacking.BytesFor(width) + 1];
            byte[] vector = [.. scalar];
            BlockPacking.PackScalar(values, width, scalar);
            BlockPacking.PackVector(values, width, vector);
            Assert.Equal(scalar, vector);
        }
    }

    [Fact]
    public void The_width_of_numbers_is_that_of_the_widest()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 1_000; round++)
        {
            int width = random.Next(33);
            int[] values = [.. RandomBlock(random, width).Take(random.Next(1, 129))];
            uint all = values.Aggregate(0u, (bits, value) => bits | (uint)value);
            Assert.Equal(32 - System.Numerics.BitOperations.LeadingZeroCount(all), BlockPacking.WidthOf(values));
        }
    }

    [Fact]
    public void Large_numbers_are_counted_alike_with_and_without_vectors()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 1_000; round++)
        {
            int[] values = [.. RandomBlock(random, random.Next(32)).Take(random.Next(129))];
            int width = random.Next(32);
            int expected = values.Count(value => (long)value >= 1L << width);
            Assert.Equal(expected, LargeNumbers.CountScalar(values, width));
            Assert.Equal(expected, LargeNumbers.CountVector(values, width));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_layout_is_four_lanes_of_little_endian_words(int width)
    {
        int[] values = RandomBlock(new Random(width), width);
        byte[] packed = new byte[BlockPacking.BytesFor(width)];
        BlockPacking.Pack(values, width, packed);
        for (int i = 0; i < 128; i++)
        {
            ulong value = 0;
            for (int bit = 0; bit < width; bit++)
            {
                int bitInLane = (i / 4 * width) + bit;
                int at = (bitInLane / 32 * 16) + (i % 4 * 4) + (bitInLane % 32 / 8);
                value |= (ulong)((packed[at] >> (bitInLane % 8)) & 1) << bit;
            }

            Assert.Equal((uint)values[i], value);
        }
    }

    [Fact]
    public void Incrementing_a_block_adds_one_to_each_number_and_tells_of_a_negative_sum()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 100; round++)
        {
            int[] values = [.. Enumerable.Range(0, BlockPacking.BlockLength + 1).Select(_ => random.Next(1000))];
            int overflowing = random.Next(-BlockPacking.BlockLength, BlockPacking.BlockLength);
            if (overflowing >= 0)
            {
                values[overflowing] = int.MaxValue;
            }

            int[] expected = [.. values.Select((value, i) => i < BlockPacking.BlockLength ? unchecked(value + 1) : value)];
            Assert.Equal(expected[..BlockPacking.BlockLength].Aggregate((a, b) => a | b), BlockPacking.Increment(values));
            Assert.Equal(expected, values);
        }
    }

    [Fact]
    public void Gaps_add_up_the_same_with_and_without_vectors_even_when_they_wrap_around()
    {
        Random random = Seeds.Random();
        for (int width = 0; width <= 32; width++)
        {
            int[] scalar = RandomBlock(random, width);
            int[] vector = [.. scalar];
            int[] expected = [.. scalar];
            int before = random.Next(-1, 1000);
            int sum = before;
            for (int i = 0; i < 128; i++)
            {
                sum = unchecked(sum + expected[i] + 1);
                expected[i] = sum;
            }

            BlockPacking.AddUpScalar(before, scalar);
            BlockPacking.AddUpVector(before, vector);
            Assert.Equal(expected, scalar);
            Assert.Equal(expected, vector);
        }
    }

    [Fact]
    public void Below_the_width_that_may_overflow_no_block_can_wrap_around()
    {
        for (int width = 0; width <= 32; width++)
        {
            long most = (1L << width) * 128; // gap + 1, 128 times
            Assert.True(BlockPacking.CanOverflow(width) || most <= int.MaxValue + 1L, $"width {width}");
        }
    }

    [Fact]
    public void Patched_blocks_come_back_and_are_never_much_larger_than_plain_ones()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 500; round++)
        {
            int width = random.Next(32);
            int[] values = RandomBlock(random, width);
            for (int i = random.Next(20); i > 0; i--)
            {
                values[random.Next(128)] = random.Next();
            }

            var buffer = new ByteBuffer();
            PatchedPacking.Write(values, buffer);
            Assert.True(buffer.Length <= 2 + BlockPacking.BytesFor(BlockPacking.WidthOf(values)));
            int[] read = new int[128];
            var reader = new ByteReader(buffer.Bytes, "block", 0);
            PatchedPacking.Read(ref reader, read);
            Assert.Equal(values, read);
            Assert.Equal(0, reader.Remaining);
        }
    }

    [Fact]
    public void A_few_large_numbers_do_not_widen_a_patched_block()
    {
        int[] values = new int[128];
        values[3] = 1_000_000;
        values[90] = int.MaxValue;
        var buffer = new ByteBuffer();
        PatchedPacking.Write(values, buffer);
        Assert.Equal(2 + (((2 * (7 + 31)) + 7) / 8), buffer.Length);
    }

    [Fact]
    public void Any_bytes_are_a_patched_block_or_damage()
    {
        Random random = Seeds.Random();
        byte[] bytes = new byte[600];
        int[] values = new int[128];
        int accepted = 0;
        for (int round = 0; round < 20_000; round++)
        {
            random.NextBytes(bytes);
            var reader = new ByteReader(bytes.AsSpan(0, random.Next(bytes.Length)), "block", 0);
            try
            {
                PatchedPacking.Read(ref reader, values);
                Assert.All(values, value => Assert.True(value >= 0));
                accepted++;
            }
            catch (CorruptIndexException)
            {
                // As it should be for most.
            }
        }

        Assert.NotEqual(0, accepted);
    }

    [Fact]
    public void Packed_bits_of_any_width_are_read_one_by_one()
    {
        Random random = Seeds.Random();
        foreach (int width in Enumerable.Range(1, PackedBits.MaxWidth).Append(64))
        {
            ulong[] values = [.. Enumerable.Range(0, 37).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - width))];
            byte[] bytes = new byte[PackedBits.BytesFor(values.Length, width)];
            for (int i = 0; i < values.Length; i++)
            {
                PackedBits.Set(bytes, width, i, values[i]);
            }

            for (int i = 0; i < values.Length; i++)
            {
                Assert.Equal(values[i], PackedBits.Get(bytes, width, i));
            }
        }
    }

    private static int[] RandomBlock(Random random, int width)
    {
        uint mask = width == 32 ? uint.MaxValue : (1u << width) - 1;
        return [.. Enumerable.Range(0, 128).Select(_ => (int)((uint)random.NextInt64(1L << 32) & mask))];
    }
}
