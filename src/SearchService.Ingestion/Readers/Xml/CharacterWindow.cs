namespace SearchService.Ingestion.Readers.Xml;

/// <summary>A piece of a document in memory, which moves along it and grows where something has to be seen whole.</summary>
/// <remarks>Places are counted from the beginning of what isn't passed yet.</remarks>
internal sealed class CharacterWindow(XmlCharacters characters)
{
    private const int FirstLength = 32 << 10;
    private const int LeastRoom = 4 << 10;

    private char[] _buffer = new char[FirstLength];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>What is in memory and not passed; valid until <see cref="More"/>.</summary>
    public ReadOnlySpan<char> Rest => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The line of the first character that isn't passed, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>How many characters were looked at before they were passed, those looked at again counted again.</summary>
    public long Looked { get; set; }

    /// <summary>How many units fit without growing.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>How many characters were passed.</summary>
    public long Passed { get; private set; }

    /// <summary>Takes in so many characters, if the document has them.</summary>
    public bool Has(int count)
    {
        while (_end - _start < count)
        {
            if (!More())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes in more, whatever is there.</summary>
    /// <returns>False at the end of the document.</returns>
    public bool More()
    {
        if (_ended)
        {
            return false;
        }

        if (_buffer.Length - _end < LeastRoom)
        {
            int length = _end - _start;
            char[] buffer = length > _buffer.Length / 2 ? new char[_buffer.Length * 2] : _buffer;
            _buffer.AsSpan(_start, length).CopyTo(buffer);
            (_buffer, _start, _end) = (buffer, 0, length);
        }

        int read = characters.Read(_buffer.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        return !_ended;
    }

    /// <summary>Passes characters that are in memory.</summary>
    public void Pass(int count)
    {
        Line += _buffer.AsSpan(_start, count).Count('\n');
        Passed += count;
        _start += count;
    }

    /// <summary>The characters passed last; valid until <see cref="More"/>.</summary>
    public ReadOnlySpan<char> Last(int count) => _buffer.AsSpan(_start - count, count);
}
