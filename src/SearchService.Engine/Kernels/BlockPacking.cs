using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchService.Engine.Kernels;

/// <summary>
/// Blocks of 128 numbers packed with one bit width, in four interleaved lanes: number i is in lane i mod 4, and a lane's
/// 32 numbers follow one another, lowest bits first, in every fourth 32-bit word. A block takes 16 · width bytes.
/// </summary>
/// <remarks>
/// The layout of SIMD-BP128 (Lemire and Boytsov, "Decoding billions of integers per second through vectorization",
/// 2015): one shift and one mask serve four numbers. Where there are no vectors the scalar twin reads the same bytes.
/// </remarks>
public static class BlockPacking
{
    /// <summary>How many numbers a block has.</summary>
    public const int BlockLength = 128;

    /// <summary>The widest a number can be.</summary>
    public const int MaxWidth = 32;

    private const int Lanes = 4;
    private const int Rows = BlockLength / Lanes;

    /// <summary>How many bytes a block takes.</summary>
    /// <param name="width">Bits a number, 0 to 32.</param>
    public static int BytesFor(int width) => width * (BlockLength / 8);

    /// <summary>The least width that holds every number.</summary>
    /// <param name="values">Numbers, taken as unsigned.</param>
    public static int WidthOf(ReadOnlySpan<int> values)
    {
        uint all = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            Vector128<int> rows = Vector128<int>.Zero;
            for (; values.Length >= Lanes; values = values[Lanes..])
            {
                rows |= Vector128.Create(values);
            }

            all = (uint)(rows[0] | rows[1] | rows[2] | rows[3]);
        }

        foreach (int value in values)
        {
            all |= (uint)value;
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Packs a block.</summary>
    /// <param name="values">128 numbers, taken as unsigned; bits above the width are dropped.</param>
    /// <param name="width">Bits a number, 0 to 32.</param>
    /// <param name="packed">At least <see cref="BytesFor"/> bytes.</param>
    public static void Pack(ReadOnlySpan<int> values, int width, Span<byte> packed)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            PackVector(values, width, packed);
        }
        else
        {
            PackScalar(values, width, packed);
        }
    }

    /// <summary>Unpacks a block.</summary>
    /// <param name="packed">At least <see cref="BytesFor"/> bytes.</param>
    /// <param name="width">Bits a number, 0 to 32.</param>
    /// <param name="values">At least 128 places.</param>
    public static void Unpack(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            UnpackVector(packed, width, values);
        }
        else
        {
            UnpackScalar(packed, width, values);
        }
    }

    /// <summary>Unpacks a block of gaps and adds them up: each number comes out as the one before plus its gap plus one.</summary>
    /// <param name="packed">At least <see cref="BytesFor"/> bytes.</param>
    /// <param name="width">Bits a gap, 0 to 32.</param>
    /// <param name="before">The number before the first.</param>
    /// <param name="values">At least 128 places. Sums wrap around: see <see cref="CanOverflow"/>.</param>
    public static void UnpackAscending(ReadOnlySpan<byte> packed, int width, int before, Span<int> values)
    {
        if (Vector128.IsHardwareAccelerated)
        {
            UnpackVector(packed, width, values);
            AddUpVector(before, values);
        }
        else
        {
            UnpackScalar(packed, width, values);
            AddUpScalar(before, values);
        }
    }

    /// <summary>Adds one to each number of a block.</summary>
    /// <param name="values">At least 128 numbers. Sums wrap around.</param>
    /// <returns>The bits that any of the sums has: negative if one is.</returns>
    public static int Increment(Span<int> values)
    {
        values = values[..BlockLength];
        Vector128<int> all = Vector128<int>.Zero;
        foreach (ref Vector128<int> row in MemoryMarshal.Cast<int, Vector128<int>>(values))
        {
            row += Vector128<int>.One;
            all |= row;
        }

        return all[0] | all[1] | all[2] | all[3];
    }

    /// <summary>
    /// Whether 128 gaps of that width may add up to more than 31 bits, so that a damaged block could wrap around and
    /// still end at the right number. Below, a right end proves that all between are ascending and in range.
    /// </summary>
    /// <param name="width">Bits a gap.</param>
    public static bool CanOverflow(int width) => width > 23;

    /// <summary>The scalar twin of <see cref="Unpack"/>: what the format means.</summary>
    internal static void UnpackScalar(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        CheckWidth(width);
        values = values[..BlockLength];
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(packed[..BytesFor(width)]);
        if (width == 0)
        {
            values.Clear();
            return;
        }

        uint mask = MaskOf(width);
        for (int i = 0; i < BlockLength; i++)
        {
            int bit = i / Lanes * width;
            int word = ((bit >> 5) * Lanes) + (i % Lanes);
            int shift = bit & 31;
            uint value = words[word] >> shift;
            if (shift + width > 32)
            {
                value |= words[word + Lanes] << (32 - shift);
            }

            values[i] = (int)(value & mask);
        }
    }

    /// <summary>The scalar twin of <see cref="Pack"/>.</summary>
    internal static void PackScalar(ReadOnlySpan<int> values, int width, Span<byte> packed)
    {
        CheckWidth(width);
        values = values[..BlockLength];
        Span<uint> words = MemoryMarshal.Cast<byte, uint>(packed[..BytesFor(width)]);
        words.Clear();
        uint mask = MaskOf(width);
        for (int i = 0; i < BlockLength && width > 0; i++)
        {
            uint value = (uint)values[i] & mask;
            int bit = i / Lanes * width;
            int word = ((bit >> 5) * Lanes) + (i % Lanes);
            int shift = bit & 31;
            words[word] |= value << shift;
            if (shift + width > 32)
            {
                words[word + Lanes] |= value >> (32 - shift);
            }
        }
    }

    /// <summary>The vector twin of <see cref="Pack"/>.</summary>
    internal static void PackVector(ReadOnlySpan<int> values, int width, Span<byte> packed)
    {
        CheckWidth(width);
        if (width == 0)
        {
            return;
        }

        ReadOnlySpan<Vector128<uint>> rows = MemoryMarshal.Cast<int, Vector128<uint>>(values[..BlockLength]);
        Span<Vector128<uint>> words = MemoryMarshal.Cast<byte, Vector128<uint>>(packed[..BytesFor(width)]);
        Vector128<uint> mask = Vector128.Create(MaskOf(width));
        Vector128<uint> word = Vector128<uint>.Zero;
        int next = 0;
        int shift = 0;
        foreach (Vector128<uint> row in rows)
        {
            Vector128<uint> value = row & mask;
            word |= value << shift;
            shift += width;
            if (shift >= 32)
            {
                shift -= 32;
                words[next++] = word;
                word = shift > 0 ? value >>> (width - shift) : Vector128<uint>.Zero;
            }
        }
    }

    /// <summary>The vector twin of <see cref="Unpack"/>.</summary>
    internal static void UnpackVector(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        CheckWidth(width);
        values = values[..BlockLength];
        if (width == 0)
        {
            values.Clear();
            return;
        }

        ReadOnlySpan<Vector128<uint>> words = MemoryMarshal.Cast<byte, Vector128<uint>>(packed[..BytesFor(width)]);
        Span<Vector128<uint>> rows = MemoryMarshal.Cast<int, Vector128<uint>>(values);
        Vector128<uint> mask = Vector128.Create(MaskOf(width));
        Vector128<uint> word = words[0];
        int next = 1;
        int shift = 0;
        for (int row = 0; row < Rows; row++)
        {
            Vector128<uint> value = word >>> shift;
            shift += width;
            if (shift >= 32)
            {
                shift -= 32;
                if (next < words.Length)
                {
                    word = words[next++];
                }

                if (shift > 0)
                {
                    value |= word << (width - shift);
                }
            }

            rows[row] = value & mask;
        }
    }

    /// <summary>The scalar twin of adding gaps up.</summary>
    internal static void AddUpScalar(int before, Span<int> values)
    {
        foreach (ref int value in values[..BlockLength])
        {
            before = unchecked(before + value + 1);
            value = before;
        }
    }

    /// <summary>The vector twin of adding gaps up: two shifted additions within four lanes, then the carry.</summary>
    internal static void AddUpVector(int before, Span<int> values)
    {
        Span<Vector128<int>> rows = MemoryMarshal.Cast<int, Vector128<int>>(values[..BlockLength]);
        Vector128<int> carry = Vector128.Create(before);
        Vector128<int> steps = Vector128.Create(1, 2, 3, 4);
        Vector128<int> one = Vector128.Create(0, -1, -1, -1);
        Vector128<int> two = Vector128.Create(0, 0, -1, -1);
        foreach (ref Vector128<int> row in rows)
        {
            Vector128<int> sum = row + (Vector128.Shuffle(row, Vector128.Create(0, 0, 1, 2)) & one);
            sum += Vector128.Shuffle(sum, Vector128.Create(0, 0, 0, 1)) & two;
            sum += steps + carry;
            row = sum;
            carry = Vector128.Shuffle(sum, Vector128.Create(3, 3, 3, 3));
        }
    }

    private static uint MaskOf(int width) => width == 32 ? uint.MaxValue : (1u << width) - 1;

    private static void CheckWidth(int width) => ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)width, (uint)MaxWidth, nameof(width));
}
