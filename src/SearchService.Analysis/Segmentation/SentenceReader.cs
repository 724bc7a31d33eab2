using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Segmentation;

/// <summary>Reads a text's sentences in order as <c>[start, end)</c> spans of UTF-16 units without white space at either end.</summary>
/// <remarks>
/// The default rules of UAX #29 (section 5), tailored for news as the annex allows:
/// a full stop after an abbreviation, an initial or a list's number ends no sentence (<c>Sen. Smith</c>, <c>the U.S. Army</c>, <c>Jan. 5</c>);
/// nor does a question or exclamation mark before a lower-case letter (<c>"Go!" he said</c>);
/// a single line end followed by a lower-case letter is taken for a hard-wrapped line.
/// An empty line, and a line end before anything else, always ends a sentence. Spans never divide a surrogate pair or a
/// combining sequence. Allocates nothing; <c>foreach</c> over <see cref="Sentences.Enumerate"/> gives the spans.
/// </remarks>
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
        int start = AfterWhiteSpace(_next);
        if (start == _text.Length)
        {
            Start = End = _next = start;
            return false;
        }

        int at = start;
        do
        {
            at = SentenceBoundaries.Next(_text, at, out SentenceEnding ending);
            if (at == _text.Length || !GoesOn(start, at, ending))
            {
                break;
            }
        }
        while (true);

        _next = at;
        Start = start;
        End = start + _text[start..at].TrimEnd().Length;
        return true;
    }

    /// <summary>Gives this reader, for <c>foreach</c>.</summary>
    /// <returns>A copy at the same place.</returns>
    public readonly SentenceReader GetEnumerator() => this;

    /// <summary>Decides whether the sentence from <paramref name="start"/> goes on past a boundary of the default rules.</summary>
    private readonly bool GoesOn(int start, int at, SentenceEnding ending)
    {
        if (ending.AtLineEnd)
        {
            return ending.Terminator < 0 && IsWrapped(at);
        }

        if (IsMark(at))
        {
            // A mark or an emoji's skin tone, which the default rules of sentences would cut off.
            return true;
        }

        if (!ending.IsFullStop)
        {
            return IsLower(at);
        }

        bool spaceFollows = char.IsWhiteSpace(_text[ending.Terminator + 1]);
        return spaceFollows && Abbreviations.Continue(_text[start..ending.Terminator], _text[at..]);
    }

    /// <summary>Whether the line end before an offset only wraps the line.</summary>
    private readonly bool IsWrapped(int at)
    {
        if (_text[at - 1] is not ('\n' or '\r'))
        {
            return false;
        }

        while (at < _text.Length && _text[at] is ' ' or '\t')
        {
            at++;
        }

        return IsLower(at);
    }

    private readonly bool IsLower(int at) =>
        at < _text.Length && CodePoints.SentenceBreakOf(CodePoints.Read(_text, at, out _)) == SentenceBreak.Lower;

    private readonly bool IsMark(int at) =>
        at < _text.Length && CodePoints.WordClassOf(CodePoints.Read(_text, at, out _)).Break is WordBreak.Extend or WordBreak.Zwj;

    private readonly int AfterWhiteSpace(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            // A space that carries a combining mark is not white space.
            bool isLineEnd = char.IsControl(_text[at]) || _text[at] is '\u2028' or '\u2029';
            if (!isLineEnd && IsMark(at + 1))
            {
                break;
            }

            at++;
        }

        return at;
    }
}
