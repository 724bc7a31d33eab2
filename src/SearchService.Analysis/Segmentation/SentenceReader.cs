namespace SearchService.Analysis.Segmentation;

/// <summary>Reads a text's sentences in order as <c>[start, end)</c> spans of UTF-16 units without white space at either end.</summary>
/// <remarks>Allocates nothing. A <c>foreach</c> over <see cref="Sentences.Enumerate"/> gives the spans.</remarks>
public ref struct SentenceReader
{
    private readonly ReadOnlySpan<char> _text;
    private int _next;

    /// <summary>Initializes a new instance of the <see cref="SentenceReader"/> struct before the first sentence of a text.</summary>
    /// <param name="text">The text to read.</param>
    public SentenceReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Gets the offset of the sentence's first UTF-16 unit.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the offset after the sentence's last UTF-16 unit.</summary>
    public int End { get; private set; }

    /// <summary>Gets the sentence as a span of the text.</summary>
    public readonly (int Start, int End) Current => (Start, End);

    /// <summary>Moves to the next sentence.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            int start = _next;
            int at = _text[start..].IndexOfAny(".!?\n");
            int end = at < 0 ? _text.Length : start + at + 1;
            _next = end;
            ReadOnlySpan<char> piece = _text[start..end];
            start += piece.Length - piece.TrimStart().Length;
            end = start + _text[start..end].TrimEnd().Length;
            if (end > start)
            {
                (Start, End) = (start, end);
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives this reader, for <c>foreach</c>.</summary>
    /// <returns>A copy at the same place.</returns>
    public readonly SentenceReader GetEnumerator() => this;
}
