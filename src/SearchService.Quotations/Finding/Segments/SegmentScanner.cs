using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Segments;

/// <summary>Divides an article into what stands between quotation marks, outermost ones only, and the rest.</summary>
/// <remarks>
/// <para>Marks of any style are matched paragraph by paragraph. A mark that opens where one is open is nested if enough marks follow in the paragraph to
/// close both, or else the one before was never closed. What isn't closed ends with its paragraph; if the next paragraph begins with an opening mark,
/// or has a closing one first, it goes on there.</para>
/// <para>Single marks count where they aren't apostrophes and the paragraph closes them. Double marks inside single ones are nested, as the British
/// write.</para>
/// <para>Each mark is looked at a bounded number of times: linear in the text. Reusable, for one thread.</para>
/// </remarks>
internal sealed class SegmentScanner
{
    /// <summary>Quotations inside quotations; deeper marks are counted, not told apart.</summary>
    private const int MostNested = 64;

    private const int Families = (int)MarkFamily.Single;

    private readonly (MarkFamily Family, int Token)[] _open = new (MarkFamily, int)[MostNested];
    private readonly int[] _opening = new int[Families];
    private readonly int[] _closing = new int[Families];
    private readonly List<QuotedSegment> _doubles = [];
    private readonly SingleMarks _singles = new();
    private int _depth;
    private int _deeper;
    private long _looks;

    /// <summary>Gets how many marks have been looked at so far, for tests of what it costs.</summary>
    public long Looks => _looks + _singles.Looks;

    /// <summary>Gets what was found: ascending, apart from one another, each within a paragraph.</summary>
    public List<QuotedSegment> Segments { get; } = [];

    /// <summary>Reads an article in place of the one before.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="language">Knows the words that an apostrophe begins.</param>
    public void Read(ArticleTokens tokens, QuotationLanguage language)
    {
        Segments.Clear();
        for (int paragraph = 0; paragraph < tokens.ParagraphCount; paragraph++)
        {
            TokenRange range = tokens.Paragraph(paragraph);
            ReadDoubles(tokens, range);
            _singles.Read(tokens, range, language, _doubles, Segments);
        }
    }

    private void ReadDoubles(ArticleTokens tokens, TokenRange range)
    {
        _doubles.Clear();
        _depth = _deeper = 0;
        if (!CountMarks(tokens, range))
        {
            return;
        }

        bool goesOn = Segments.Count > 0 && !Segments[^1].Closed && Segments[^1].Last == range.Start - 1 && !ChangesStyle(tokens, Segments[^1], range.Start);
        for (int token = range.Start; token < range.End; token++)
        {
            if (tokens[token].Kind != TokenKind.Quotation || !QuotationMarks.IsDouble(tokens.Text[tokens[token].Start]))
            {
                continue;
            }

            MarkFamily family = MarkReader.FamilyOf(tokens.Text[tokens[token].Start]);
            MarkRole role = MarkReader.DoubleRole(tokens, token, _depth > 0);
            Uncount(family, role);
            if (role == MarkRole.Either)
            {
                role = _depth > 0 ? MarkRole.Close : MarkRole.Open;
            }

            switch (role)
            {
                case MarkRole.None:
                    token = AfterAttribute(tokens, token, range.End);
                    break;
                case MarkRole.Open:
                    Open(tokens, family, token);
                    break;
                case MarkRole.Close when _depth > 0:
                    Close(family, token, range, goesOn);
                    break;
                case MarkRole.Close when goesOn && _doubles.Count == 0:
                    _doubles.Add(new QuotedSegment(range.Start, token, token == range.Start, true, false, true));
                    break;
                case MarkRole.Close when _doubles.Count > 0:
                    AddUnopened(tokens, token);
                    break;
            }
        }

        if (_depth > 0)
        {
            Add(_open[0].Token, range.End - 1, false, range, goesOn);
        }
    }

    /// <summary>
    /// Takes what stands before a closing mark that nothing opened: it goes on with the quotation before where that ended with a sentence
    /// ("Nonsense." Just nonsense."), or begins with the sentence after who said it ("Nonsense," he said. Just nonsense.").
    /// </summary>
    private void AddUnopened(ArticleTokens tokens, int token)
    {
        QuotedSegment before = _doubles[^1];
        if (!before.Closed || !EndsSentence(tokens, token - 1))
        {
            return;
        }

        bool goesOn = EndsSentence(tokens, before.Last - 1);
        int start = goesOn ? before.Last + 1 : Math.Max(before.Last + 1, tokens.Sentence(tokens[before.Last + 1].Sentence).End);
        if (start < token - 1 && tokens[start].IsCapitalised)
        {
            _doubles.Add(new QuotedSegment(start, token, false, true, false, goesOn));
        }
    }

    /// <summary>Whether a paragraph begins with a mark of another style than the one that was left open: it is nested in what is quoted, or something else.</summary>
    private static bool ChangesStyle(ArticleTokens tokens, in QuotedSegment before, int start) =>
        before.Opened && tokens[start].Kind == TokenKind.Quotation
        && MarkReader.FamilyOf(tokens.Text[tokens[start].Start]) != MarkReader.FamilyOf(tokens.Text[tokens[before.First].Start]);

    private static bool EndsSentence(ArticleTokens tokens, int token) => tokens.Text[tokens[token].Start] is '.' or '?' or '!' or '…';

    /// <summary>Counts the marks of a paragraph that surely open or close; false where it has none at all.</summary>
    private bool CountMarks(ArticleTokens tokens, TokenRange range)
    {
        Array.Clear(_opening);
        Array.Clear(_closing);
        bool any = false;
        for (int token = range.Start; token < range.End; token++)
        {
            if (tokens[token].Kind == TokenKind.Quotation && QuotationMarks.IsDouble(tokens.Text[tokens[token].Start]))
            {
                any = true;
                _looks += 2;
                int family = (int)MarkReader.FamilyOf(tokens.Text[tokens[token].Start]);
                MarkRole role = MarkReader.DoubleRole(tokens, token, true);
                _opening[family] += role == MarkRole.Open ? 1 : 0;
                _closing[family] += role == MarkRole.Close ? 1 : 0;
            }
        }

        return any;
    }

    private void Uncount(MarkFamily family, MarkRole role)
    {
        _opening[(int)family] -= role == MarkRole.Open ? 1 : 0;
        _closing[(int)family] -= role == MarkRole.Close ? 1 : 0;
    }

    private void Open(ArticleTokens tokens, MarkFamily family, int token)
    {
        int same = 0;
        for (int i = 0; i < _depth; i++)
        {
            same += _open[i].Family == family ? 1 : 0;
        }

        if (_open[0].Family == family && same > 0 && _closing[(int)family] < _opening[(int)family] + same + _deeper + 1)
        {
            // Not enough marks follow to close both: the one before was forgotten.
            Add(_open[0].Token, LastBefore(tokens, _open[0].Token, token), false, default, false);
            _depth = _deeper = 0;
        }

        if (_depth == MostNested)
        {
            _deeper++;
            return;
        }

        _open[_depth++] = (family, token);
    }

    private void Close(MarkFamily family, int token, TokenRange range, bool goesOn)
    {
        if (_deeper > 0)
        {
            _deeper--;
            return;
        }

        int at = _depth - 1;
        while (at >= 0 && _open[at].Family != family)
        {
            at--;
        }

        if (at < 0)
        {
            // Opened in one style and closed in another: straight and curly marks are mixed, others aren't.
            at = _depth - 1;
            if (family > MarkFamily.Curly || _open[at].Family > MarkFamily.Curly)
            {
                return;
            }
        }

        _depth = at;
        if (_depth == 0)
        {
            Add(_open[0].Token, token, true, range, goesOn);
        }
    }

    private void Add(int first, int last, bool closed, TokenRange range, bool goesOn)
    {
        int inside = last - first + (closed ? 0 : 1);
        if (inside > 1)
        {
            _doubles.Add(new QuotedSegment(first, last, true, closed, false, goesOn && first == range.Start));
        }
    }

    /// <summary>The end of the sentence that a forgotten mark opened.</summary>
    private static int LastBefore(ArticleTokens tokens, int open, int next) => Math.Min(next, tokens.Sentence(tokens[open].Sentence).End) - 1;

    /// <summary>Goes past the value of a tag's attribute; stays at what is inches.</summary>
    private int AfterAttribute(ArticleTokens tokens, int token, int end)
    {
        int start = tokens[token].Start;
        if (start == 0 || tokens.Text[start - 1] != '=')
        {
            return token;
        }

        for (int next = token + 1; next < end; next++)
        {
            _looks++;
            if (tokens.IsMark(next, '"'))
            {
                return next;
            }
        }

        return token;
    }
}
