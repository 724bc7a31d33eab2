using System.Numerics;

namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>A field's length in a document, in one byte: 0 to 39 exactly, then eight steps a doubling.</summary>
/// <remarks>As Lucene has it since version 8 (<c>SmallFloat.intToByte4</c>); that of 4.8 keeps three bits of its inverse square root.</remarks>
internal static class FieldLength
{
    private const int Exact = 24; // 255 − the code of the largest length: shorter ones are their own code

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(norm => Decode(norm))];

    /// <summary>The byte of a length.</summary>
    internal static byte Encode(int length)
    {
        int rest = length - Exact;
        int shift = Math.Max(0, 28 - BitOperations.LeadingZeroCount((uint)Math.Max(0, rest)));
        return (byte)(rest < 0 ? length
            : rest < 8 ? Exact + rest
            : Exact + ((rest >> shift) & 7) + ((shift + 1) << 3));
    }

    /// <summary>The length that a byte stands for: the least that has it.</summary>
    internal static int Of(byte norm) => Lengths[norm];

    private static int Decode(int norm)
    {
        int code = norm - Exact;
        int shift = (code >> 3) - 1;
        return norm < Exact ? norm
            : shift < 0 ? Exact + code
            : (int)Math.Min(int.MaxValue, Exact + ((long)((code & 7) | 8) << shift));
    }
}
