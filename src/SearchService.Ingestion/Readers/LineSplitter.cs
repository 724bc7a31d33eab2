namespace SearchService.Ingestion.Readers;

/// <summary>Cuts a stream into lines, in one buffer that grows to the longest line and never past the limit.</summary>
/// <remarks>A line ends with LF or CR LF; the last one also with the end of the stream.</remarks>
internal sealed class LineSplitter(Stream stream, int longestInBytes)
{
    private const int FirstBuffer = 256 << 10;
    private const int BeginningKept = 4096;

    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(FirstBuffer);
    private int _start;
    private int _searched;
    private int _end;
    private int _lineStart;
    private int _lineLength;
    private bool _ended;

    /// <summary>The number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Bytes of the current line, the break aside; more than its <see cref="Line"/> holds when it is too long.</summary>
    public long LengthInBytes { get; private set; }

    /// <summary>Whether the current line is longer than the limit; <see cref="Line"/> is then its beginning.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether the stream ended without a line break after the current line.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>The current line, without its break; valid until the next call.</summary>
    public ReadOnlySpan<byte> Line => _buffer.AsSpan(_lineStart, _lineLength);

    /// <summary>Goes to the next line.</summary>
    public bool Next()
    {
        Number++;
        IsTooLong = IsUnfinished = false;
        while (true)
        {
            int found = _buffer.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                int lineEnd = _searched + found;
                Take(lineEnd);
                _start = _searched = lineEnd + 1;
                return true;
            }

            _searched = _end;
            if (_ended)
            {
                bool any = _end > _start;
                IsUnfinished = any;
                Take(_end);
                _start = _searched = _end;
                return any;
            }

            if (_end - _start > longestInBytes)
            {
                return SkipRest();
            }

            Fill();
        }
    }

    private void Take(int lineEnd)
    {
        int length = lineEnd - _start;
        if (length > 0 && _buffer[lineEnd - 1] == (byte)'\r')
        {
            length--;
        }

        (_lineStart, _lineLength, LengthInBytes) = (_start, length, length);
        if (length > longestInBytes)
        {
            (IsTooLong, _lineLength) = (true, Math.Min(length, BeginningKept));
        }
    }

    // Reads on to the line break and forgets what it reads, but for the beginning of the line.
    private bool SkipRest()
    {
        long length = _end - _start;
        int kept = Math.Min(BeginningKept, _end - _start);
        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        (_start, _lineStart, _lineLength) = (0, 0, kept);
        IsTooLong = true;
        while (true)
        {
            int read = stream.Read(_buffer.AsSpan(kept));
            if (read == 0)
            {
                _ended = true;
                IsUnfinished = true;
                _start = _searched = _end = kept;
                break;
            }

            int found = _buffer.AsSpan(kept, read).IndexOf((byte)'\n');
            if (found >= 0)
            {
                length += found;
                _start = _searched = kept + found + 1;
                _end = kept + read;
                break;
            }

            length += read;
        }

        LengthInBytes = length;
        return true;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _searched -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            long wanted = Math.Min(2L * _buffer.Length, (long)longestInBytes + FirstBuffer);
            byte[] larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(wanted, Array.MaxLength));
            _buffer.AsSpan(0, _end).CopyTo(larger);
            _buffer = larger;
        }

        int read = stream.Read(_buffer.AsSpan(_end));
        _ended = read == 0;
        _end += read;
    }
}
