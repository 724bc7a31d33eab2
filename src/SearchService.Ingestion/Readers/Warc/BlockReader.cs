using System.Text;

namespace SearchService.Ingestion.Readers.Warc;

/// <summary>Reads lines and bytes of one stream by turns, in one buffer.</summary>
internal sealed class BlockReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Whether the stream has been read to its end.</summary>
    public bool IsAtEnd => _start == _end && !Fill();

    /// <summary>Reads a line.</summary>
    /// <param name="longest">Bytes kept of a longer one; it is read to its end nevertheless.</param>
    /// <returns>Without its break; null at the end.</returns>
    public string? ReadLine(int longest) => ReadLine(longest, long.MaxValue, out _);

    /// <summary>Reads a line, or what there is of it within a bound.</summary>
    /// <param name="longest">Bytes kept of a longer one.</param>
    /// <param name="most">Bytes that may be taken.</param>
    /// <param name="taken">Bytes that were taken, the break among them.</param>
    /// <returns>Without its break; null at the end.</returns>
    public string? ReadLine(int longest, long most, out long taken)
    {
        taken = 0;
        if (IsAtEnd)
        {
            return null;
        }

        List<byte> line = [];
        while (taken < most && !IsAtEnd)
        {
            ReadOnlySpan<byte> ahead = _buffer.AsSpan(_start, (int)Math.Min(_end - _start, most - taken));
            int end = ahead.IndexOf((byte)'\n');
            ReadOnlySpan<byte> piece = end < 0 ? ahead : ahead[..end];
            int step = end < 0 ? piece.Length : end + 1;
            (_start, taken) = (_start + step, taken + step);
            line.AddRange(piece[..Math.Min(piece.Length, Math.Max(0, longest - line.Count))]);
            if (end >= 0)
            {
                break;
            }
        }

        return Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line)).TrimEnd('\r');
    }

    /// <summary>Reads bytes.</summary>
    /// <returns>How many; fewer than there is room for only at the end.</returns>
    public int Read(Span<byte> bytes)
    {
        int done = 0;
        while (done < bytes.Length && !IsAtEnd)
        {
            int length = Math.Min(bytes.Length - done, _end - _start);
            _buffer.AsSpan(_start, length).CopyTo(bytes[done..]);
            (_start, done) = (_start + length, done + length);
        }

        return done;
    }

    /// <summary>Passes over bytes.</summary>
    /// <returns>How many; fewer than asked for only at the end.</returns>
    public long Skip(long count)
    {
        long done = 0;
        while (done < count && !IsAtEnd)
        {
            int length = (int)Math.Min(count - done, _end - _start);
            (_start, done) = (_start + length, done + length);
        }

        return done;
    }

    private bool Fill()
    {
        (_start, _end) = (0, stream.Read(_buffer));
        return _end > 0;
    }
}
