using System.Numerics;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Kernels;

/// <summary>
/// Any number of numbers that are spread as distances are: of each what is above its low bits in unary, then these.
/// </summary>
/// <remarks>
/// After Rice, "Some practical universal noiseless coding techniques", 1979. For lists too short for <see cref="PatchedPacking"/>: a fifth to a
/// quarter less than groups of seven bits. How many numbers there are isn't written. Bits follow one another, the lowest of a byte first.
/// <code>
/// ┌──────────┬──────────────────────────────────────────────────────┬────────────────────┐
/// │ low bits │ numbers × (zeros[number » low bits], a one, low bits)│ zeros, to the byte │
/// │ 5 bits   │                                                      │                    │
/// └──────────┴──────────────────────────────────────────────────────┴────────────────────┘
/// </code>
/// </remarks>
internal static class RicePacking
{
    private const int HeaderBits = 5;
    private const int MaxLowBits = 30;

    // Of eight bytes that are read from any bit of the first on.
    private const int BitsAtOnce = 57;

    /// <summary>Appends numbers.</summary>
    /// <param name="values">At least one; none is negative.</param>
    /// <param name="output">Where they go.</param>
    public static void Write(ReadOnlySpan<int> values, ByteBuffer output)
    {
        int lowBits = ChooseLowBits(values, out long bits);
        Span<byte> bytes = output.Append(checked((int)((HeaderBits + bits + 7) >> 3)));
        bytes.Clear();
        bytes[0] = (byte)lowBits;
        long bit = HeaderBits;
        foreach (int value in values)
        {
            bit += (uint)value >> lowBits;
            ulong rest = (((uint)value & ((1UL << lowBits) - 1)) << 1) | 1;
            int at = (int)(bit >> 3);
            for (rest <<= (int)(bit & 7); rest != 0; rest >>= 8)
            {
                bytes[at++] |= (byte)rest;
            }

            bit += 1 + lowBits;
        }
    }

    /// <summary>Reads numbers.</summary>
    /// <param name="reader">At the first byte; left after the last.</param>
    /// <param name="values">As long as there are numbers.</param>
    /// <exception cref="CorruptIndexException">There can't be so many here.</exception>
    public static void Read(ref ByteReader reader, Span<int> values)
    {
        ReadOnlySpan<byte> bytes = reader.Rest;
        int lowBits = (int)WordAt(bytes, 0) & ((1 << HeaderBits) - 1);
        if (lowBits > MaxLowBits)
        {
            throw reader.Corrupt($"numbers of at most {MaxLowBits} low bits, but found {lowBits}");
        }

        ulong mask = (1UL << lowBits) - 1;
        long bit = HeaderBits;
        long all = 0;
        for (int i = 0; i < values.Length; i++)
        {
            ulong word = WordAt(bytes, bit);
            long zeros = BitOperations.TrailingZeroCount(word);
            if (zeros + lowBits < BitsAtOnce)
            {
                word >>= (int)zeros;
            }
            else
            {
                zeros = CountZeros(bytes, bit);
                word = zeros <= int.MaxValue ? WordAt(bytes, bit + zeros) : throw reader.Corrupt("numbers of at most 31 bits");
            }

            long value = (zeros << lowBits) | (long)((word >> 1) & mask);
            all |= value;
            values[i] = (int)value;
            bit += zeros + 1 + lowBits;
        }

        if (all > int.MaxValue)
        {
            throw reader.Corrupt("numbers of at most 31 bits");
        }

        reader.ReadBytes((int)Math.Min(int.MaxValue, (bit + 7) >> 3));
    }

    // What lies past the end is zeros, which the end of reading finds out.
    private static ulong WordAt(ReadOnlySpan<byte> bytes, long bit) =>
        PackedBits.FirstWord(bytes[(int)Math.Min(bytes.Length, bit >> 3)..]) >> (int)(bit & 7);

    // As many as there are before the next one, or more than any number can have.
    private static long CountZeros(ReadOnlySpan<byte> bytes, long from)
    {
        for (long bit = from; bit < bytes.Length * 8L; bit += BitsAtOnce)
        {
            ulong word = WordAt(bytes, bit);
            if (word != 0)
            {
                return bit - from + BitOperations.TrailingZeroCount(word);
            }
        }

        return long.MaxValue;
    }

    // The best is beside the number of bits that their mean has.
    private static int ChooseLowBits(ReadOnlySpan<int> values, out long bits)
    {
        long sum = 0;
        foreach (int value in values)
        {
            sum += value;
        }

        int around = BitOperations.Log2((ulong)(sum / values.Length) + 1);
        int best = 0;
        bits = long.MaxValue;
        for (int lowBits = Math.Max(0, around - 1); lowBits <= Math.Min(MaxLowBits, around + 1); lowBits++)
        {
            long cost = values.Length * (1L + lowBits);
            foreach (int value in values)
            {
                cost += value >> lowBits;
            }

            if (cost < bits)
            {
                (best, bits) = (lowBits, cost);
            }
        }

        return best;
    }
}
