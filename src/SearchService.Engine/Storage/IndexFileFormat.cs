using System.Buffers.Binary;
using System.Numerics;

namespace SearchService.Engine.Storage;

/// <summary>
/// What every file of an index begins and ends with.
/// </summary>
/// <remarks>
/// All numbers are little-endian.
/// <code>
/// header (24 bytes)                              footer (16 bytes)
/// ┌────────┬──────┬─────────┬────────────┐       ┌─────────────┬────────┬────────┐
/// │ "SSIX" │ kind │ version │ id         │  ...  │ file length │ CRC    │ "XISS" │
/// │ 4      │ u16  │ u16     │ 16         │       │ u64         │ u32    │ 4      │
/// └────────┴──────┴─────────┴────────────┘       └─────────────┴────────┴────────┘
/// </code>
/// The id is that of the segment (or, in a manifest, of the commit), so that files of different indexes can't be mixed
/// up. The CRC-32C (Castagnoli, reflected, as in RFC 3720) is that of every byte before the footer.
/// </remarks>
internal static class IndexFileFormat
{
    /// <summary>The version this program writes, and the only one it reads.</summary>
    public const ushort Version = 3;

    /// <summary>The length of the header in bytes; a multiple of 8, so that what follows can be aligned.</summary>
    public const int HeaderLength = 24;

    /// <summary>The length of the footer in bytes.</summary>
    public const int FooterLength = 16;

    private const uint HeaderMagic = 0x58495353; // "SSIX"
    private const uint FooterMagic = 0x53534958; // "XISS"

    /// <summary>Writes a header.</summary>
    /// <param name="destination">At least <see cref="HeaderLength"/> bytes.</param>
    /// <param name="kind">What the file holds.</param>
    /// <param name="id">The segment or commit it belongs to.</param>
    public static void WriteHeader(Span<byte> destination, IndexFileKind kind, Guid id)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(destination, HeaderMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[4..], (ushort)kind);
        BinaryPrimitives.WriteUInt16LittleEndian(destination[6..], Version);
        id.TryWriteBytes(destination[8..]);
    }

    /// <summary>Reads and checks a header.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="header">Its first <see cref="HeaderLength"/> bytes.</param>
    /// <param name="kind">What the file must hold.</param>
    /// <param name="orOlder">Whether an older version will do, too.</param>
    /// <returns>The id of the segment or commit it belongs to.</returns>
    /// <exception cref="CorruptIndexException">This isn't such a file.</exception>
    /// <exception cref="IndexFormatException">It is, in another version.</exception>
    public static Guid ReadHeader(string path, ReadOnlySpan<byte> header, IndexFileKind kind, bool orOlder = false)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != HeaderMagic)
        {
            throw new CorruptIndexException(path, 0, "the mark of an index file, 'SSIX'");
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(header[4..]) != (ushort)kind)
        {
            throw new CorruptIndexException(path, 4, $"a file of kind {(ushort)kind} ({kind})");
        }

        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        return version == Version || (orOlder && version < Version)
            ? new Guid(header.Slice(8, 16))
            : throw new IndexFormatException(path, $"format version {version}", $"format version {Version}");
    }

    /// <summary>Writes a footer.</summary>
    /// <param name="destination">At least <see cref="FooterLength"/> bytes.</param>
    /// <param name="fileLength">The length of the whole file, with header and footer.</param>
    /// <param name="checksum">The CRC-32C of all bytes before the footer.</param>
    public static void WriteFooter(Span<byte> destination, long fileLength, uint checksum)
    {
        BinaryPrimitives.WriteInt64LittleEndian(destination, fileLength);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[8..], checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(destination[12..], FooterMagic);
    }

    /// <summary>Reads and checks a footer.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="footer">Its last <see cref="FooterLength"/> bytes.</param>
    /// <param name="fileLength">The length the file has.</param>
    /// <returns>The checksum the file should have.</returns>
    /// <exception cref="CorruptIndexException">The file was cut short or added to.</exception>
    public static uint ReadFooter(string path, ReadOnlySpan<byte> footer, long fileLength)
    {
        long start = fileLength - FooterLength;
        if (BinaryPrimitives.ReadUInt32LittleEndian(footer[12..]) != FooterMagic)
        {
            throw new CorruptIndexException(path, start + 12, "the end mark of an index file, 'XISS'; the file was probably cut short");
        }

        if (BinaryPrimitives.ReadInt64LittleEndian(footer) != fileLength)
        {
            throw new CorruptIndexException(path, start, $"the file's length, {fileLength}");
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(footer[8..]);
    }

    /// <summary>Carries a CRC-32C on over more bytes.</summary>
    /// <param name="crc">What came out so far; 0 at the start.</param>
    /// <param name="bytes">The next bytes.</param>
    public static uint Crc32C(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (byte b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
