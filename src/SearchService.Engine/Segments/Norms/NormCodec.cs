using System.Numerics;

namespace SearchService.Engine.Segments.Norms;

/// <summary>
/// A field's length in a document, in one byte: 0 to 39 exactly, then eight steps a doubling. Order is kept, so a
/// longer field never has a smaller norm.
/// </summary>
/// <remarks>Lucene's <c>SmallFloat.intToByte4</c>, bit for bit, so that scores can be compared.</remarks>
public static class NormCodec
{
    private const int FreeValues = 24; // 255 − the code of the largest int: lengths below are their own code

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(norm => Decode((byte)norm))];

    /// <summary>The length that each of the 256 norms stands for.</summary>
    public static ReadOnlySpan<int> DecodedLengths => Lengths;

    /// <summary>The norm of a length.</summary>
    /// <param name="length">How many token positions the field has in a document; not negative.</param>
    public static byte Encode(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length < FreeValues)
        {
            return (byte)length;
        }

        uint rest = (uint)(length - FreeValues);
        int bits = 32 - BitOperations.LeadingZeroCount(rest);
        if (bits < 4)
        {
            return (byte)(FreeValues + rest);
        }

        int shift = bits - 4;
        return (byte)(FreeValues + ((rest >> shift) & 7) + ((uint)(shift + 1) << 3));
    }

    /// <summary>The length a norm stands for: the least that has this norm.</summary>
    /// <param name="norm">Any byte that <see cref="Encode"/> gives; larger ones stand for the largest length.</param>
    public static int Decode(byte norm)
    {
        if (norm < FreeValues)
        {
            return norm;
        }

        int code = norm - FreeValues;
        int shift = (code >> 3) - 1;
        long length = FreeValues + (shift < 0 ? code : (long)((code & 7) | 8) << shift);
        return (int)Math.Min(length, int.MaxValue);
    }
}
