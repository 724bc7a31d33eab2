using Microsoft.Win32.SafeHandles;

namespace SearchService.Ingestion.Files.Zip;

/// <summary>A stretch of an archive, as it is on the disk; the archive stays open.</summary>
internal sealed class ZipSectionStream(SafeFileHandle file, long offset, long length) : ReadOnlyStream
{
    private readonly byte[] _buffer = new byte[(int)Math.Min(length, 1 << 16)];
    private long _next = offset;
    private long _left = length;
    private int _start;
    private int _end;

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, RandomAccess.Read(file, _buffer.AsSpan(0, (int)Math.Min(_buffer.Length, _left)), _next));
            (_next, _left) = (_next + _end, _left - _end);
        }

        int read = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, read).CopyTo(buffer);
        _start += read;
        return read;
    }
}
