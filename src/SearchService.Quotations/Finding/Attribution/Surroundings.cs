using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>What stands around the quoted segments of an article: words with their roles, and phrases that may name a speaker.</summary>
/// <remarks>Reads the paragraphs that have segments, and the one before each. Reusable, for one thread.</remarks>
internal sealed class Surroundings
{
    private const int KeptParagraphs = 1 << 12;

    private readonly PhraseReader _reader = new();
    private readonly List<Candidate> _candidates = []; // of the phrases that were asked for
    private TokenRange[] _phrasesOf = new TokenRange[64];

    /// <summary>Gets the words of the article.</summary>
    public ArticleWords Words { get; } = new();

    /// <summary>Gets the tokens of the article.</summary>
    public ArticleTokens Tokens => Words.Tokens;

    /// <summary>Gets the segments.</summary>
    public List<QuotedSegment> Segments { get; private set; } = [];

    /// <summary>Gets the phrases of the paragraphs read, in the order of the text.</summary>
    public List<Phrase> Phrases { get; } = [];

    /// <summary>Reads what stands around.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="language">Its language.</param>
    /// <param name="segments">Its segments; they have to stay as they are.</param>
    public void Read(ArticleTokens tokens, QuotationLanguage language, List<QuotedSegment> segments)
    {
        Segments = segments;
        Phrases.Clear();
        _candidates.Clear();
        Words.Reset(tokens, language);
        if (_phrasesOf.Length < tokens.ParagraphCount || _phrasesOf.Length > KeptParagraphs)
        {
            _phrasesOf = new TokenRange[Math.Max(64, tokens.ParagraphCount)];
        }

        Array.Clear(_phrasesOf, 0, tokens.ParagraphCount); // what isn't read has none, whatever an article before had there

        int read = 0; // paragraphs before it have been read, or aren't needed
        int first = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            int paragraph = tokens.ParagraphOf(segments[i].First);
            for (int p = Math.Max(read, paragraph - 1); p <= paragraph; p++)
            {
                TokenRange range = tokens.Paragraph(p);
                while (first < segments.Count && segments[first].Last < range.Start)
                {
                    first++;
                }

                int start = Phrases.Count;
                Words.Read(range, segments, first);
                _reader.Read(Words, range, Phrases);
                _phrasesOf[p] = new TokenRange(start, Phrases.Count);
            }

            read = Math.Max(read, paragraph + 1);
        }
    }

    /// <summary>Gets a segment's paragraph.</summary>
    public int ParagraphOf(int segment) => Tokens.ParagraphOf(Segments[segment].First);

    /// <summary>Gets the phrases of a paragraph that has segments, or that stands before one that has: a range of <see cref="Phrases"/>.</summary>
    public TokenRange PhrasesOf(int paragraph) => _phrasesOf[paragraph];

    /// <summary>Finds the first phrase of a range that doesn't begin before a token; the range's end where there is none.</summary>
    /// <param name="phrases">Of a paragraph.</param>
    /// <param name="token">The token.</param>
    public int FirstPhraseFrom(TokenRange phrases, int token)
    {
        int low = phrases.Start;
        int high = phrases.End;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = Phrases[middle].Tokens.Start < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Gets a phrase with its cues, which are looked for once.</summary>
    public Candidate CandidateOf(int phrase)
    {
        while (_candidates.Count <= phrase)
        {
            _candidates.Add(new Candidate(-1, CueLink.None, CueLink.None));
        }

        if (_candidates[phrase].Phrase < 0)
        {
            TokenRange tokens = Phrases[phrase].Tokens;
            _candidates[phrase] = new Candidate(phrase, CueLink.After(Words, tokens), CueLink.Before(Words, tokens));
        }

        return _candidates[phrase];
    }

    /// <summary>Gets the tokens between the segment before in the same paragraph, or the paragraph's start, and a segment.</summary>
    public TokenRange GapBefore(int segment)
    {
        int start = Tokens.Paragraph(ParagraphOf(segment)).Start;
        return new TokenRange(segment > 0 ? Math.Max(start, Segments[segment - 1].Last + 1) : start, Segments[segment].First);
    }

    /// <summary>Tells whether a comma stands right after the closing mark.</summary>
    public bool HasComma(int segment) => Segments[segment].Last + 1 < Tokens.Count && Tokens.IsMark(Segments[segment].Last + 1, ',');

    /// <summary>
    /// Gets the tokens between a segment and the next one in the same paragraph, or the paragraph's end; without a comma and a dash after the closing
    /// mark, which stand before the mark elsewhere ("…," he said; «…», — сказал он).
    /// </summary>
    public TokenRange GapAfter(int segment)
    {
        int end = Tokens.Paragraph(ParagraphOf(segment)).End;
        int start = Segments[segment].Last + 1;
        start += start < end && HasComma(segment) ? 1 : 0;
        start += start < end && Tokens.Text[Tokens[start].Start] is '—' or '–' ? 1 : 0;
        return new TokenRange(start, segment + 1 < Segments.Count ? Math.Max(start, Math.Min(end, Segments[segment + 1].First)) : end);
    }
}
