namespace SearchService.Ingestion.Readers;

/// <summary>Finds where the objects of a JSON file begin and end, by brackets and strings alone, holding one object at a time.</summary>
/// <remarks>
/// Understands an array of objects, one object, objects one after another (with or without commas), and an object with the list of
/// articles in one of its properties. What stands inside an object is not judged: a damaged one costs itself, not those after it.
/// </remarks>
internal sealed class JsonValueScanner(Stream stream, int longestInBytes, Func<ReadOnlySpan<byte>, bool> isListName)
{
    private const int BufferLength = 128 << 10;
    private const int BeginningKept = 4096;

    private readonly byte[] _buffer = new byte[BufferLength];
    private byte[] _value = new byte[BufferLength];
    private int _valueLength;
    private int _position;
    private int _end;
    private long _line = 1;
    private bool _insideList;

    /// <summary>What the scanner has found.</summary>
    public enum Found
    {
        /// <summary>An object, whole.</summary>
        Object,

        /// <summary>An object larger than the limit: <see cref="Value"/> is its beginning.</summary>
        TooLong,

        /// <summary>An object that the file ends in.</summary>
        Cut,

        /// <summary>Something else than an object: <see cref="Value"/> is its beginning.</summary>
        Other,
    }

    /// <summary>The object; valid until the next call.</summary>
    public ReadOnlySpan<byte> Value => _value.AsSpan(0, _valueLength);

    /// <summary>The line that the object begins on, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Bytes of the object, also where they aren't all kept.</summary>
    public long LengthInBytes { get; private set; }

    /// <summary>Goes to the next object.</summary>
    /// <returns>Null at the end of the file.</returns>
    public Found? Next()
    {
        while (true)
        {
            int first = ReadByte();
            switch (first)
            {
                case < 0:
                    return null;
                case ']' when _insideList:
                    // The rest of the object around the list is no article, but may hold another list.
                    Begin();
                    _insideList = Object() is null;
                    continue;
                case ' ' or '\t' or '\r' or '\n' or ',' or '[' or ']':
                    continue;
                case '{':
                    Begin();
                    if (Object() is { } found)
                    {
                        return found;
                    }

                    _insideList = true;
                    continue;
                default:
                    Begin();
                    Other(first);
                    return Found.Other;
            }
        }
    }

    private void Begin()
    {
        (Line, _valueLength, LengthInBytes) = (_line, 0, 0);
    }

    // From after the opening brace to the closing one; null when a list of articles begins inside.
    private Found? Object()
    {
        Keep((byte)'{');
        int depth = 1;
        int stringStart = -1;
        (int Start, int Length) key = (0, -1);
        bool afterKey = false;
        while (true)
        {
            int next = ReadByte();
            if (next < 0)
            {
                return Found.Cut;
            }

            Keep((byte)next);
            switch (next)
            {
                case '"':
                    stringStart = _valueLength;
                    if (!String())
                    {
                        return Found.Cut;
                    }

                    if (depth == 1 && !afterKey)
                    {
                        key = (stringStart, _valueLength - 1 - stringStart);
                    }

                    break;
                case ':' when depth == 1:
                    afterKey = true;
                    break;
                case ',' when depth == 1:
                    afterKey = false;
                    break;
                case '[' when depth == 1 && afterKey && key.Length > 0 && LengthInBytes <= longestInBytes
                    && isListName(_value.AsSpan(key.Start, key.Length)) && NextIsObject():
                    return null;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']':
                    if (--depth == 0)
                    {
                        return LengthInBytes > longestInBytes ? Found.TooLong : Found.Object;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private bool String()
    {
        while (true)
        {
            // Whole runs at once: nearly all of a file of articles is inside strings.
            int run = _buffer.AsSpan(_position, _end - _position).IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
            int length = run < 0 ? _end - _position : run;
            Keep(_buffer.AsSpan(_position, length));
            _position += length;
            int next = ReadByte();
            if (next < 0)
            {
                return false;
            }

            Keep((byte)next);
            if (next == '"')
            {
                return true;
            }

            if (next == '\\')
            {
                int escaped = ReadByte();
                if (escaped < 0)
                {
                    return false;
                }

                Keep((byte)escaped);
            }
        }
    }

    private bool NextIsObject()
    {
        while (true)
        {
            if (_position == _end && !Fill())
            {
                return false;
            }

            byte next = _buffer[_position];
            if (next is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return next == '{';
            }

            ReadByte();
        }
    }

    private void Other(int first)
    {
        Keep((byte)first);
        if (first == '"')
        {
            String();
            return;
        }

        while ((_position < _end || Fill()) && _buffer[_position] is not ((byte)',' or (byte)'{' or (byte)'[' or (byte)']' or (byte)'\n'))
        {
            Keep((byte)ReadByte());
        }
    }

    private void Keep(byte value) => Keep([value]);

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        LengthInBytes += bytes.Length;
        if (LengthInBytes > longestInBytes)
        {
            _valueLength = Math.Min(_valueLength, BeginningKept);
            return;
        }

        if (_valueLength + bytes.Length > _value.Length)
        {
            Array.Resize(ref _value, (int)Math.Min(Math.Max(2L * _value.Length, _valueLength + bytes.Length), (long)longestInBytes + BufferLength));
        }

        bytes.CopyTo(_value.AsSpan(_valueLength));
        _valueLength += bytes.Length;
    }

    private int ReadByte()
    {
        if (_position == _end && !Fill())
        {
            return -1;
        }

        byte next = _buffer[_position++];
        if (next == (byte)'\n')
        {
            _line++;
        }

        return next;
    }

    private bool Fill()
    {
        _position = 0;
        _end = stream.Read(_buffer);
        return _end > 0;
    }
}
