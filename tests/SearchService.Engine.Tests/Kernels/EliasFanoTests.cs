using SearchService.Engine.Kernels;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Kernels;

public sealed class EliasFanoTests
{
    [Fact]
    public void A_code_holds_exactly_the_numbers_it_was_made_of()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 400; round++)
        {
            int lowBits = random.Next(EliasFano.MaxLowBits + 1);
            int range = 1 << (lowBits + EliasFano.BucketBits);
            int[] numbers = Some(random, range);
            byte[] code = Encode(numbers, lowBits);
            Assert.Equal(numbers.Length, EliasFano.Count(code, lowBits));
            int[] listed = new int[numbers.Length];
            EliasFano.List(code, lowBits, listed);
            Assert.Equal(numbers, listed);
        }
    }

    [Fact]
    public void Of_many_numbers_those_are_kept_that_a_list_of_codes_holds()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 100; round++)
        {
            int lowBits = random.Next(EliasFano.MaxLowBits + 1);
            int range = 1 << (lowBits + EliasFano.BucketBits);
            var held = new HashSet<long>();
            var codes = new List<byte>();
            List<uint> starts = [0];
            for (int piece = 0; piece < 5; piece++)
            {
                if (random.Next(3) > 0)
                {
                    int[] numbers = Some(random, range);
                    held.UnionWith(numbers.Select(number => (piece * (long)range) + number));
                    codes.AddRange(Encode(numbers, lowBits)[..EliasFano.BytesFor(numbers.Length, lowBits)]);
                }

                starts.Add((uint)codes.Count);
            }

            byte[] bytes = [.. codes, .. new byte[EliasFano.Padding]];
            long shift = random.Next(-100, 100);
            long[] asked = [.. Enumerable.Range(-200, (5 * range) + 400).Select(number => (long)number)];
            long[] kept = [.. asked];
            int count = EliasFano.Keep(bytes, starts.ToArray(), lowBits, kept, shift);
            Assert.Equal(asked.Where(number => held.Contains(number + shift)), kept.Take(count));
        }
    }

    [Fact]
    public void Bytes_that_are_no_code_are_read_within_their_length()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = new byte[random.Next(80)];
            random.NextBytes(bytes);
            int lowBits = random.Next(EliasFano.MaxLowBits + 2);
            long[] numbers = [.. Enumerable.Range(0, 100).Select(_ => random.NextInt64(-10, 1 << 17))];
            Assert.InRange(EliasFano.Keep(bytes, [0, (uint)random.Next(90), (uint)random.Next(90)], lowBits, numbers, 0), -1, 100);
            int count = lowBits > EliasFano.MaxLowBits ? -1 : EliasFano.Count(bytes, lowBits);
            if (count > 0)
            {
                EliasFano.List(bytes, lowBits, new int[count]);
            }
        }
    }

    [Fact]
    public void More_numbers_than_a_code_has_are_refused()
    {
        byte[] code = Encode([1, 2, 3], 4);
        Assert.Throws<ArgumentException>(() => EliasFano.List(code, 4, new int[100]));
    }

    [Fact]
    public void Select_and_its_scalar_twin_find_the_same_bits()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 1000; round++)
        {
            ulong word = (ulong)random.NextInt64() | ((ulong)random.Next(2) << 63);
            word &= random.Next(3) == 0 ? (ulong)random.NextInt64() : ulong.MaxValue;
            int rank = 0;
            for (int bit = 0; bit < 64; bit++)
            {
                if (((word >> bit) & 1) != 0)
                {
                    Assert.Equal(bit, BitKernels.Select(word, rank));
                    Assert.Equal(bit, BitKernels.SelectScalar(word, rank));
                    rank++;
                }
            }
        }
    }

    // Spread evenly, in a few heaps, or everywhere.
    private static int[] Some(Random random, int range)
    {
        double share = random.Next(4) switch { 0 => 1, 1 => 1.0 / range, _ => random.NextDouble() };
        int from = random.Next(2) == 0 ? 0 : random.Next(range);
        int[] numbers = [.. Enumerable.Range(from, range - from).Where(_ => random.NextDouble() < share)];
        return numbers.Length > 0 ? numbers : [random.Next(range)];
    }

    private static byte[] Encode(int[] numbers, int lowBits)
    {
        int length = EliasFano.BytesFor(numbers.Length, lowBits);
        byte[] code = new byte[length + EliasFano.Padding];
        EliasFano.Write(numbers, lowBits, code.AsSpan(0, length));
        code.AsSpan(length).Fill(0xA5);
        return code;
    }
}
