using System.Buffers.Binary;

namespace SearchService.Analysis;

/// <summary>
/// The first sixteen bytes of a term as two numbers, padded with zeros: nearly all terms whole, compared and hashed
/// without a loop over their bytes.
/// </summary>
/// <param name="First">Bytes 0 to 7, the first one lowest.</param>
/// <param name="Second">Bytes 8 to 15.</param>
public readonly record struct TermHead(ulong First, ulong Second)
{
    /// <summary>How many bytes of a term its head holds.</summary>
    public const int LengthInBytes = 2 * Half;

    private const int Half = sizeof(ulong);

    /// <summary>Gives the head of a term.</summary>
    /// <param name="term">Any bytes.</param>
    /// <returns>Its head. Terms of different lengths may have the same one, if zeros are among their bytes.</returns>
    public static TermHead Of(ReadOnlySpan<byte> term)
    {
        if (term.Length >= LengthInBytes)
        {
            return new TermHead(BinaryPrimitives.ReadUInt64LittleEndian(term), BinaryPrimitives.ReadUInt64LittleEndian(term[Half..]));
        }

        if (term.Length > Half)
        {
            // The last eight bytes overlap the first; the shift leaves what is new.
            ulong last = BinaryPrimitives.ReadUInt64LittleEndian(term[^Half..]);
            return new TermHead(BinaryPrimitives.ReadUInt64LittleEndian(term), last >> ((LengthInBytes - term.Length) * 8));
        }

        return new TermHead(UpToHalf(term), 0);
    }

    /// <summary>Gives the head of a term that has bytes after it, which may be anything.</summary>
    /// <param name="bytes">The term, and so much after it that there are at least <see cref="LengthInBytes"/> bytes.</param>
    /// <param name="length">The length of the term, at least 1.</param>
    internal static TermHead OfPadded(ReadOnlySpan<byte> bytes, int length)
    {
        ulong first = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        if (length <= Half)
        {
            return new TermHead(first & (ulong.MaxValue >> ((Half - length) * 8)), 0);
        }

        ulong second = BinaryPrimitives.ReadUInt64LittleEndian(bytes[Half..]);
        return new TermHead(first, length >= LengthInBytes ? second : second & (ulong.MaxValue >> ((LengthInBytes - length) * 8)));
    }

    private static ulong UpToHalf(ReadOnlySpan<byte> term)
    {
        int length = term.Length;
        if (length == Half)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(term);
        }

        if (length >= sizeof(uint))
        {
            ulong last = BinaryPrimitives.ReadUInt32LittleEndian(term[^sizeof(uint)..]);
            return BinaryPrimitives.ReadUInt32LittleEndian(term) | (last << ((length - sizeof(uint)) * 8));
        }

        return length == 0 ? 0 : term[0] | ((ulong)term[length / 2] << (length / 2 * 8)) | ((ulong)term[length - 1] << ((length - 1) * 8));
    }
}
