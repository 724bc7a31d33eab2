using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>What each word of an article may be, and which stand between quotation marks.</summary>
/// <remarks>Reusable, for one thread. Only paragraphs that are asked for are looked at; words of others are nothing, and in no segment.</remarks>
internal sealed class ArticleWords
{
    private const int KeptTokens = 1 << 16;
    private const int NamedWithin = 1000;

    private WordRoles[] _roles = new WordRoles[1024];
    private int[] _segments = new int[1024];

    /// <summary>Gets the article.</summary>
    public ArticleTokens Tokens { get; private set; } = new();

    /// <summary>Gets the words of its language.</summary>
    public QuotationLanguage Language { get; private set; } = QuotationLanguage.Of(null);

    /// <summary>Takes an article in place of the one before.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="language">Of the article.</param>
    public void Reset(ArticleTokens tokens, QuotationLanguage language)
    {
        Tokens = tokens;
        Language = language;
        if (_roles.Length < tokens.Count || _roles.Length > KeptTokens)
        {
            int length = Math.Max(1024, tokens.Count);
            _roles = new WordRoles[length];
            _segments = new int[length];
        }

        // Those of paragraphs that aren't read are looked at from others: they must not be what an article before had there.
        Array.Clear(_roles, 0, tokens.Count);
        Array.Fill(_segments, -1, 0, tokens.Count);
    }

    /// <summary>Looks a paragraph's words up.</summary>
    /// <param name="range">The paragraph.</param>
    /// <param name="segments">All that stands between quotation marks.</param>
    /// <param name="first">The first segment that doesn't end before the paragraph.</param>
    public void Read(TokenRange range, List<QuotedSegment> segments, int first)
    {
        for (int token = range.Start; token < range.End; token++)
        {
            while (first < segments.Count && segments[first].Last < token)
            {
                first++;
            }

            bool inside = first < segments.Count && segments[first].First <= token;
            _segments[token] = inside ? first : -1;
            _roles[token] = Tokens[token].IsWord ? Language.RolesOf(Tokens.WithoutPossessive(token)) : WordRoles.None;
        }
    }

    /// <summary>Tells whether a word may be one of some things.</summary>
    public bool Is(int token, WordRoles roles) => (_roles[token] & roles) != WordRoles.None;

    /// <summary>Tells what a word may be.</summary>
    public WordRoles RolesOf(int token) => _roles[token];

    /// <summary>Gets the segment a token is in, marks included, or -1.</summary>
    public int SegmentOf(int token) => _segments[token];

    /// <summary>Tells whether a token is a word that says that something is said, not a noun after "the", nor a part of a name or of "self-described".</summary>
    public bool IsCue(int token) => Is(token, WordRoles.Say | WordRoles.Report) && !IsNoun(token) && !IsPart(token);

    /// <summary>Tells whether a token ends "according to".</summary>
    public bool IsAccording(int token)
    {
        if (!Is(token, WordRoles.According))
        {
            return false;
        }

        foreach (string[] phrase in Language.According)
        {
            int at = token - phrase.Length + 1;
            if (at >= 0 && EqualsAt(at, phrase))
            {
                return true;
            }
        }

        return false;
    }

    private bool EqualsAt(int at, string[] phrase)
    {
        for (int i = 0; i < phrase.Length; i++)
        {
            if (!Tokens.Is(at + i, phrase[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells whether a word has its capital within one of the sentences shortly before, too: "Manning, who" at a beginning is a name then.</summary>
    public bool IsNamedBefore(int token)
    {
        ReadOnlySpan<char> word = Tokens.WithoutPossessive(token);
        for (int i = token - 1; i >= 0 && i >= token - NamedWithin; i--)
        {
            if (Tokens[i].IsCapitalised && !Tokens.StartsSentence(i) && Tokens.WithoutPossessive(i).SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    // "Secretary of State", "self-described".
    private bool IsPart(int token) =>
        (Tokens[token].IsCapitalised && !Tokens.StartsSentence(token) && SegmentOf(token - 1) < 0)
        || (token > 0 && !Tokens[token].FollowsSpace && (Tokens.IsMark(token - 1, '-') || Tokens.IsMark(token - 1, '‑')));

    private bool IsNoun(int token)
    {
        if (token > 0 && Is(token - 1, WordRoles.Article) && Tokens[token - 1].IsWord)
        {
            return true; // "the issue"
        }

        if (!Is(token, WordRoles.SpeechNoun) || token == 0)
        {
            return false;
        }

        for (int i = token - 1; i > token - 4 && i > 0 && Tokens[i].IsWord && RolesOf(i) == WordRoles.None && !Tokens[i].IsCapitalised; i--)
        {
            if (Tokens[i - 1].IsWord && Is(i - 1, WordRoles.Article))
            {
                return true; // "the private unsecured email"
            }
        }

        bool owned = (Tokens[token - 1].Traits & TokenTraits.Possessive) != TokenTraits.None;
        return owned || (Tokens[token - 1].IsWord && Is(token - 1, WordRoles.Determiner | WordRoles.Owner));
    }
}
