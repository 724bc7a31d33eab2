using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchService.Engine.Storage;

/// <summary>
/// A finished file of an index, mapped for reading. Header, length and footer are checked before it is mapped, because
/// touching a page past the end of a file that was cut short kills the process; every slice is checked when it is taken.
/// </summary>
/// <remarks>Thread-safe. Spans are valid until it is disposed of.</remarks>
internal sealed class IndexInput : IDisposable
{
    private readonly MappedRegion _region;

    private IndexInput(string path, MappedRegion region, uint checksum)
    {
        Path = path;
        _region = region;
        End = region.Length - IndexFileFormat.FooterLength;
        Checksum = checksum;
    }

    /// <summary>The file, for messages.</summary>
    public string Path { get; }

    /// <summary>The checksum its footer promises.</summary>
    public uint Checksum { get; }

    /// <summary>Where the contents end and the footer begins.</summary>
    public long End { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="directory">Where it is.</param>
    /// <param name="file">What the manifest says of it.</param>
    /// <param name="kind">What it must hold.</param>
    /// <param name="id">The segment it must belong to.</param>
    /// <exception cref="FileNotFoundException">It isn't there.</exception>
    /// <exception cref="CorruptIndexException">It isn't whole, or isn't the file the manifest means.</exception>
    /// <exception cref="IndexFormatException">It is of another format version.</exception>
    public static IndexInput Open(IIndexDirectory directory, WrittenFileInfo file, IndexFileKind kind, Guid id)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("An index is read in place, so it needs a little-endian machine.");
        }

        string path = directory.PathOf(file.Name);
        long length = directory.Length(file.Name);
        if (length != file.Length || length < IndexFileFormat.HeaderLength + IndexFileFormat.FooterLength)
        {
            throw new CorruptIndexException(path, Math.Min(length, file.Length), $"a file of {file.Length} bytes, but it has {length}");
        }

        Span<byte> header = stackalloc byte[IndexFileFormat.HeaderLength];
        Span<byte> footer = stackalloc byte[IndexFileFormat.FooterLength];
        _ = directory.Read(file.Name, 0, header);
        _ = directory.Read(file.Name, length - IndexFileFormat.FooterLength, footer);
        if (IndexFileFormat.ReadHeader(path, header, kind) != id)
        {
            throw new CorruptIndexException(path, 8, $"the id {id} of its segment; the file belongs to another one");
        }

        uint checksum = IndexFileFormat.ReadFooter(path, footer, length);
        if (checksum != file.Checksum)
        {
            throw new CorruptIndexException(path, length - 8, $"the checksum {file.Checksum:x8} that the manifest has");
        }

        MappedRegion region = directory.Map(file.Name);
        if (region.Length != length)
        {
            region.Dispose();
            throw new CorruptIndexException(path, -1, $"{length} bytes to map, but the file is changing");
        }

        return new IndexInput(path, region, checksum);
    }

    /// <summary>A part of the contents.</summary>
    /// <param name="offset">Its first byte, counted from the start of the file.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <exception cref="CorruptIndexException">The part isn't within the contents.</exception>
    public ReadOnlySpan<byte> Slice(long offset, long length)
    {
        if (offset < IndexFileFormat.HeaderLength || (ulong)length > int.MaxValue || offset > End - length)
        {
            ThrowOutside(offset, length);
        }

        return _region.Slice(offset, (int)length);
    }

    /// <summary>A part of the contents as numbers.</summary>
    /// <typeparam name="T">A primitive number type.</typeparam>
    /// <param name="offset">The first byte.</param>
    /// <param name="count">How many numbers.</param>
    /// <exception cref="CorruptIndexException">They aren't within the contents.</exception>
    public ReadOnlySpan<T> Slice<T>(long offset, long count)
        where T : unmanaged
    {
        if ((ulong)count > (ulong)(int.MaxValue / Unsafe.SizeOf<T>()))
        {
            ThrowOutside(offset, count);
        }

        return MemoryMarshal.Cast<byte, T>(Slice(offset, count * Unsafe.SizeOf<T>()));
    }

    /// <summary>Everything from an offset to the end of the contents, as far as one span reaches.</summary>
    /// <param name="offset">The first byte.</param>
    public ReadOnlySpan<byte> From(long offset) => Slice(offset, Math.Min(End - offset, int.MaxValue));

    /// <summary>A reader over a part of the contents.</summary>
    /// <param name="offset">Its first byte.</param>
    /// <param name="length">Its length in bytes.</param>
    public ByteReader Reader(long offset, long length) => new(Slice(offset, length), this, offset);

    /// <summary>Computes the checksum of the contents; reads the whole file.</summary>
    public uint ComputeChecksum()
    {
        uint crc = 0;
        const int Chunk = 1 << 24;
        for (long offset = 0; offset < End; offset += Chunk)
        {
            crc = IndexFileFormat.Crc32C(crc, _region.Slice(offset, (int)Math.Min(Chunk, End - offset)));
        }

        return crc;
    }

    /// <summary>The exception for damage in this file.</summary>
    /// <param name="offset">Where it shows, from the start of the file.</param>
    /// <param name="expected">What should be there.</param>
    public CorruptIndexException Corrupt(long offset, string expected) => new(Path, offset, expected);

    /// <inheritdoc/>
    public void Dispose() => _region.Dispose();

    // Apart, so that what takes a slice is short enough to be inlined.
    [DoesNotReturn]
    private void ThrowOutside(long offset, long length) =>
        throw new CorruptIndexException(Path, offset, $"{length} bytes or numbers before the end of the contents at {End}");
}
