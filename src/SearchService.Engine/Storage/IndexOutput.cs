using System.Buffers.Binary;
using System.Text;

namespace SearchService.Engine.Storage;

/// <summary>
/// Writes a file of an index from start to end: header, contents through a buffer with a running checksum, footer.
/// </summary>
/// <remarks>Not thread-safe. Disposed of before <see cref="Finish"/>, it leaves an unfinished file, which no reader accepts.</remarks>
internal sealed class IndexOutput : IDisposable
{
    private const int BufferLength = 64 * 1024;

    private readonly IIndexFile _file;
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _count;      // bytes in the buffer
    private long _flushed;   // bytes given to the file
    private uint _checksum;  // of those

    /// <summary>Begins a file.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="name">A name that isn't taken.</param>
    /// <param name="kind">What it will hold.</param>
    /// <param name="id">The segment or commit it belongs to.</param>
    public IndexOutput(IIndexDirectory directory, string name, IndexFileKind kind, Guid id)
    {
        Name = name;
        _file = directory.Create(name);
        IndexFileFormat.WriteHeader(_buffer, kind, id);
        _count = IndexFileFormat.HeaderLength;
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Where the next byte goes.</summary>
    public long Position => _flushed + _count;

    /// <summary>Writes one byte.</summary>
    /// <param name="value">The byte.</param>
    public void WriteByte(byte value)
    {
        if (_count == BufferLength)
        {
            Flush();
        }

        _buffer[_count++] = value;
    }

    /// <summary>Writes four bytes.</summary>
    /// <param name="value">The number.</param>
    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Reserve(4), value);

    /// <summary>Writes eight bytes.</summary>
    /// <param name="value">The number.</param>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(8), value);

    /// <summary>Writes a number in as few groups of seven bits as it needs, the lowest first.</summary>
    /// <param name="value">The number.</param>
    public void WriteVarUInt64(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    /// <summary>Writes bytes as they are.</summary>
    /// <param name="bytes">The bytes.</param>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BufferLength - _count)
        {
            Flush();
            if (bytes.Length >= BufferLength)
            {
                _checksum = IndexFileFormat.Crc32C(_checksum, bytes);
                _file.Append(bytes);
                _flushed += bytes.Length;
                return;
            }
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <summary>Writes a text as its length in bytes and its UTF-8.</summary>
    /// <param name="text">The text.</param>
    public void WriteString(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        WriteVarUInt64((ulong)bytes.Length);
        WriteBytes(bytes);
    }

    /// <summary>Writes zeros until the position is a multiple.</summary>
    /// <param name="multiple">A power of two, at most 64.</param>
    public void Align(int multiple)
    {
        while ((Position & (multiple - 1)) != 0)
        {
            WriteByte(0);
        }
    }

    /// <summary>Writes the footer and makes the file's bytes durable (not its name: that takes a sync of the directory).</summary>
    /// <returns>What the manifest has to know of the file.</returns>
    public WrittenFileInfo Finish()
    {
        Flush();
        long length = _flushed + IndexFileFormat.FooterLength;
        Span<byte> footer = stackalloc byte[IndexFileFormat.FooterLength];
        IndexFileFormat.WriteFooter(footer, length, _checksum);
        _file.Append(footer);
        _file.Sync();
        _file.Dispose();
        return new WrittenFileInfo(Name, length, _checksum);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private Span<byte> Reserve(int length)
    {
        if (length > BufferLength - _count)
        {
            Flush();
        }

        _count += length;
        return _buffer.AsSpan(_count - length, length);
    }

    private void Flush()
    {
        if (_count > 0)
        {
            ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, _count);
            _checksum = IndexFileFormat.Crc32C(_checksum, bytes);
            _file.Append(bytes);
            _flushed += _count;
            _count = 0;
        }
    }
}
