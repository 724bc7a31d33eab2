using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SearchService.Ingestion.Stories;

/// <summary>The ids and words of texts in a temporary file: written once, one after the other, read again for few of them.</summary>
/// <remarks>What was written last and is read again comes from the system's cache. The file is gone when this is disposed, or the process is.</remarks>
internal sealed class SpilledWords : IDisposable
{
    private const int BufferLength = 1 << 18;

    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly SafeFileHandle _file;
    private long _flushed;
    private int _buffered;

    /// <summary>Makes the file.</summary>
    /// <param name="folder">Where; null for the system's temporary folder.</param>
    /// <exception cref="IOException">It can't be made.</exception>
    public SpilledWords(string? folder)
    {
        string path = Path.Combine(folder ?? Path.GetTempPath(), $"stories-{Guid.NewGuid():N}.tmp");
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    }

    /// <summary>Bytes written so far: where the next entry begins.</summary>
    public long Length => _flushed + _buffered;

    /// <summary>Writes an entry.</summary>
    /// <param name="id">Of the article, as UTF-8.</param>
    /// <param name="words">Of its text.</param>
    /// <exception cref="IOException">The disk is full, or can't be written.</exception>
    public void Append(ReadOnlySpan<byte> id, ReadOnlySpan<ushort> words)
    {
        Write(MemoryMarshal.AsBytes(words));
        Write(id);
    }

    /// <summary>Reads words.</summary>
    /// <param name="start">Where their entry begins.</param>
    /// <param name="words">Filled.</param>
    public void ReadWords(long start, Span<ushort> words) => Read(start, MemoryMarshal.AsBytes(words));

    /// <summary>Reads the id of an entry.</summary>
    /// <param name="start">Where the entry begins.</param>
    /// <param name="wordCount">How many words are before the id.</param>
    /// <param name="end">Where the next entry begins.</param>
    public string ReadId(long start, int wordCount, long end)
    {
        long at = start + (wordCount * (long)sizeof(ushort));
        byte[] id = new byte[end - at];
        Read(at, id);
        return Encoding.UTF8.GetString(id);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_buffered == BufferLength)
            {
                RandomAccess.Write(_file, _buffer, _flushed);
                _flushed += BufferLength;
                _buffered = 0;
            }

            int count = Math.Min(bytes.Length, BufferLength - _buffered);
            bytes[..count].CopyTo(_buffer.AsSpan(_buffered));
            _buffered += count;
            bytes = bytes[count..];
        }
    }

    private void Read(long start, Span<byte> bytes)
    {
        int onDisk = (int)Math.Clamp(_flushed - start, 0, bytes.Length);
        for (Span<byte> rest = bytes[..onDisk]; !rest.IsEmpty;)
        {
            int read = RandomAccess.Read(_file, rest, start);
            if (read == 0)
            {
                throw new EndOfStreamException("The temporary file of words is shorter than what was written to it.");
            }

            start += read;
            rest = rest[read..];
        }

        _buffer.AsSpan((int)(start - _flushed < 0 ? 0 : start - _flushed), bytes.Length - onDisk).CopyTo(bytes[onDisk..]);
    }
}
