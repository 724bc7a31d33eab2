using System.Buffers.Binary;
using System.Numerics;

namespace SearchService.Engine.Kernels;

/// <summary>Numbers of one bit width one after another, the lowest bits first: any of them can be read on its own.</summary>
public static class PackedBits
{
    /// <summary>The widest number that one unaligned 64-bit read covers at any bit offset within a byte.</summary>
    public const int MaxWidth = 57;

    /// <summary>How many bytes some numbers take.</summary>
    /// <param name="count">How many numbers.</param>
    /// <param name="width">Bits a number.</param>
    public static long BytesFor(long count, int width) => ((count * width) + 7) >> 3;

    /// <summary>The least width that holds a number.</summary>
    /// <param name="value">The largest number.</param>
    public static int WidthOf(ulong value) => 64 - BitOperations.LeadingZeroCount(value);

    /// <summary>Reads one number.</summary>
    /// <param name="bytes">The packed numbers.</param>
    /// <param name="width">Bits a number, 0 to <see cref="MaxWidth"/>, or 64.</param>
    /// <param name="index">Which number.</param>
    public static ulong Get(ReadOnlySpan<byte> bytes, int width, int index)
    {
        if (width == 64)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes[(index * 8)..]);
        }

        long bit = (long)index * width;
        return (FirstWord(bytes[(int)(bit >> 3)..]) >> (int)(bit & 7)) & ((1UL << width) - 1);
    }

    /// <summary>Writes one number over zeros.</summary>
    /// <param name="bytes">Room for all numbers, zero where nothing was written yet.</param>
    /// <param name="width">Bits a number, 0 to <see cref="MaxWidth"/>, or 64.</param>
    /// <param name="index">Which number.</param>
    /// <param name="value">At most the width's bits.</param>
    public static void Set(Span<byte> bytes, int width, int index, ulong value)
    {
        if (width == 64)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[(index * 8)..], value);
            return;
        }

        long bit = (long)index * width;
        int at = (int)(bit >> 3);
        for (value <<= (int)(bit & 7); value != 0; value >>= 8)
        {
            bytes[at++] |= (byte)value;
        }
    }

    /// <summary>The first eight bytes as a number, the lowest first; what lies past the end is zeros.</summary>
    internal static ulong FirstWord(ReadOnlySpan<byte> bytes) => bytes.Length >= sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : ReadShort(bytes);

    private static ulong ReadShort(ReadOnlySpan<byte> bytes)
    {
        ulong word = 0;
        for (int i = bytes.Length - 1; i >= 0; i--)
        {
            word = (word << 8) | bytes[i];
        }

        return word;
    }
}
