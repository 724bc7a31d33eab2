using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace SearchService.Ingestion.Files.Zip;

/// <summary>Reads a zip archive entry by entry, however many there are: its directory is never held as a whole.</summary>
/// <remarks>
/// After PKWARE's APPNOTE 6.3.10: end of central directory (4.3.16) and its zip64 form (4.3.14, 4.3.15), central headers (4.3.12), local
/// headers (4.3.7), zip64 extra field (4.5.3). Two entries can't share bytes: an archive whose entries add up to more than it holds is
/// made to grow without end, and ends there.
/// </remarks>
internal sealed class ZipArchiveReader : IDisposable
{
    private const int EndLength = 22;
    private const int CentralLength = 46;
    private const int LocalLength = 30;
    private const int Zip64LocatorLength = 20;
    private const int Zip64EndLength = 56;
    private const uint EndSignature = 0x06054B50;
    private const uint Zip64LocatorSignature = 0x07064B50;
    private const uint Zip64EndSignature = 0x06064B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;

    private readonly SafeFileHandle _file;
    private readonly long _length;

    /// <summary>Opens an archive.</summary>
    /// <param name="path">On the disk.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public ZipArchiveReader(string path)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _length = RandomAccess.GetLength(_file);
    }

    /// <summary>The entries, in the order of the directory.</summary>
    /// <exception cref="ArchiveDamageException">The archive is cut, damaged, or made to grow without end; the entries before are good.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public IEnumerable<ZipEntry> Entries()
    {
        (long offset, long length) = FindDirectory();
        byte[] buffer = new byte[1 << 16];
        int start = 0, end = 0;
        long next = offset, left = length, taken = 0;
        while (left > 0 || end > start)
        {
            if (!TryHeader(buffer.AsSpan(start, end - start), out int headerLength))
            {
                // The largest header is under 192 KB.
                int kept = end - start;
                byte[] room = headerLength > buffer.Length ? new byte[headerLength] : buffer;
                buffer.AsSpan(start, kept).CopyTo(room);
                (buffer, start, end) = (room, 0, kept);
                int read = RandomAccess.Read(_file, buffer.AsSpan(end, (int)Math.Min(buffer.Length - end, left)), next);
                if (read == 0)
                {
                    throw new ArchiveDamageException("The directory of the zip archive ends before its end; the entries before were read.");
                }

                (end, next, left) = (end + read, next + read, left - read);
                continue;
            }

            ZipEntry entry = Parse(buffer.AsSpan(start, headerLength));
            start += headerLength;
            taken += entry.CompressedLength;
            if (entry.CompressedLength < 0 || entry.Length < 0 || entry.Offset < 0 || taken > _length)
            {
                throw new ArchiveDamageException(
                    "The entries of the zip archive add up to more than the archive holds: they overlap, as text doesn't; the rest was not read.");
            }

            yield return entry;
        }
    }

    /// <summary>Opens an entry's content as it is in the archive.</summary>
    /// <param name="entry">One of this archive.</param>
    /// <exception cref="ArchiveDamageException">It isn't where the directory says.</exception>
    public Stream OpenCompressed(in ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[LocalLength];
        if (!TryReadAt(entry.Offset, header) || BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalSignature)
        {
            throw new ArchiveDamageException("The entry isn't where the directory of the zip archive says: the archive is damaged or cut.");
        }

        long data = entry.Offset + LocalLength + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (data + entry.CompressedLength > _length)
        {
            throw new ArchiveDamageException("The zip archive ends inside this entry: it was cut short.");
        }

        return new ZipSectionStream(_file, data, entry.CompressedLength);
    }

    /// <summary>Decompresses an entry's content and checks it against the directory.</summary>
    /// <param name="entry">One of this archive, of a method that <see cref="CanDecompress"/>.</param>
    /// <param name="compressed">Of <see cref="OpenCompressed"/>; closed with the stream.</param>
    public static Stream Decompress(in ZipEntry entry, Stream compressed) => new ZipEntryStream(
        entry.Method == 0 ? compressed : new DeflateStream(compressed, CompressionMode.Decompress), entry.Length, entry.Crc);

    /// <summary>Whether an entry can be read.</summary>
    public static bool CanDecompress(in ZipEntry entry) => entry.Method is 0 or 8;

    /// <summary>Reads the name of the entry whose local header stands somewhere.</summary>
    public string NameAt(long offset)
    {
        Span<byte> header = stackalloc byte[LocalLength];
        byte[] name = new byte[TryReadAt(offset, header) ? BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) : 0];
        return TryReadAt(offset + LocalLength, name) ? ZipNames.Read(name) : "";
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // The end of the directory stands at the end of the file, with a comment of at most 64 KB after it.
    private (long Offset, long Length) FindDirectory()
    {
        int tailLength = (int)Math.Min(_length, EndLength + ushort.MaxValue);
        byte[] tail = new byte[tailLength];
        if (!TryReadAt(_length - tailLength, tail))
        {
            throw new ArchiveDamageException("The zip archive can't be read to its end.");
        }

        for (int at = tailLength - EndLength; at >= 0; at--)
        {
            ReadOnlySpan<byte> record = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) != EndSignature)
            {
                continue;
            }

            long length = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
            ushort count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
            long end = _length - tailLength + at;
            if (length == uint.MaxValue || offset == uint.MaxValue || count == ushort.MaxValue)
            {
                (offset, length, end) = FindZip64Directory(end) ?? (offset, length, end);
            }

            return offset >= 0 && length >= 0 && offset <= end && length <= end - offset
                ? (offset, length)
                : throw new ArchiveDamageException("The directory of the zip archive isn't where its end says: the archive is damaged or cut.");
        }

        throw new ArchiveDamageException("The zip archive has no directory at its end: it was cut short, or isn't a zip archive.");
    }

    private (long Offset, long Length, long End)? FindZip64Directory(long endRecord)
    {
        Span<byte> locator = stackalloc byte[Zip64LocatorLength];
        if (!TryReadAt(endRecord - Zip64LocatorLength, locator) || BinaryPrimitives.ReadUInt32LittleEndian(locator) != Zip64LocatorSignature)
        {
            return null;
        }

        long at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> record = stackalloc byte[Zip64EndLength];
        return TryReadAt(at, record) && BinaryPrimitives.ReadUInt32LittleEndian(record) == Zip64EndSignature
            ? (BinaryPrimitives.ReadInt64LittleEndian(record[48..]), BinaryPrimitives.ReadInt64LittleEndian(record[40..]), at)
            : throw new ArchiveDamageException("The zip64 directory isn't where the end of the archive says: the archive is damaged or cut.");
    }

    private static bool TryHeader(ReadOnlySpan<byte> bytes, out int length)
    {
        length = CentralLength;
        if (bytes.Length < CentralLength)
        {
            return false;
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != CentralSignature)
        {
            throw new ArchiveDamageException("The directory of the zip archive is damaged from here on; the entries before were read.");
        }

        length += BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        return bytes.Length >= length;
    }

    private static ZipEntry Parse(ReadOnlySpan<byte> header)
    {
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        ReadZip64(header.Slice(CentralLength + nameLength, extraLength), ref length, ref compressed, ref offset);
        return new ZipEntry(
            ZipNames.Read(header.Slice(CentralLength, nameLength)),
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) & 1) != 0,
            BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            compressed,
            length,
            offset);
    }

    // The extra field has only those of the three that don't fit into the header, in this order.
    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long length, ref long compressed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == 1)
            {
                ReadOnlySpan<byte> values = extra.Slice(4, size);
                Widen(ref length, ref values);
                Widen(ref compressed, ref values);
                Widen(ref offset, ref values);
                return;
            }

            extra = extra[(4 + size)..];
        }
    }

    private static void Widen(ref long value, ref ReadOnlySpan<byte> values)
    {
        if (value == uint.MaxValue && values.Length >= 8)
        {
            value = BinaryPrimitives.ReadInt64LittleEndian(values);
            values = values[8..];
        }
    }

    private bool TryReadAt(long offset, Span<byte> bytes)
    {
        if (offset < 0 || offset > _length)
        {
            return false;
        }

        int done = 0;
        while (done < bytes.Length)
        {
            int read = RandomAccess.Read(_file, bytes[done..], offset + done);
            if (read == 0)
            {
                return false;
            }

            done += read;
        }

        return true;
    }
}
