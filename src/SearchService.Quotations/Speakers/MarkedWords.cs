using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>An article's tokens with what each word may be, and whether it stands between quotation marks.</summary>
/// <remarks>Reusable, for one thread; linear in the tokens. What is read stays until the next <see cref="Read"/>.</remarks>
internal sealed class MarkedWords
{
    /// <summary>What the buffers keep after a long text.</summary>
    private const int KeptTokens = 1 << 16;

    private WordTraits[] _traits = new WordTraits[1024];
    private bool[] _quoted = new bool[1024];
    private bool[] _headlines = new bool[128];
    private int[] _told = new int[128];

    /// <summary>Gets the tokens.</summary>
    public ArticleTokens Tokens { get; private set; } = new();

    /// <summary>Gets the words of the language.</summary>
    public PeopleWords Words { get; private set; } = PeopleWords.Of(null)!;

    /// <summary>Gets how many tokens there are.</summary>
    public int Count => Tokens.Count;

    /// <summary>Gets what a token may be.</summary>
    public WordTraits this[int token] => _traits[token];

    /// <summary>Looks up an article's words in place of those before.</summary>
    public void Read(ArticleTokens tokens, PeopleWords words)
    {
        Tokens = tokens;
        Words = words;
        if (_traits.Length < tokens.Count || _traits.Length > Math.Max(tokens.Count, KeptTokens))
        {
            int size = Math.Max(tokens.Count, 1024);
            _traits = new WordTraits[size];
            _quoted = new bool[size];
        }

        if (_headlines.Length < tokens.SentenceCount || _headlines.Length > Math.Max(tokens.SentenceCount, KeptTokens))
        {
            _headlines = new bool[Math.Max(tokens.SentenceCount, 128)];
            _told = new int[_headlines.Length];
        }

        for (int paragraph = 0; paragraph < tokens.ParagraphCount; paragraph++)
        {
            ReadParagraph(tokens.Paragraph(paragraph));
        }

        int told = 0;
        for (int sentence = 0; sentence < tokens.SentenceCount; sentence++)
        {
            TokenRange range = tokens.Sentence(sentence);
            _headlines[sentence] = IsTitleCase(range);
            told += range.IsEmpty || _quoted[range.Start] ? 0 : 1;
            _told[sentence] = told;
        }
    }

    /// <summary>Tells whether a token has any of some traits.</summary>
    public bool Has(int token, WordTraits traits) => (_traits[token] & traits) != WordTraits.None;

    /// <summary>Tells whether a token is a word with a small first letter.</summary>
    public bool IsSmall(int token) => Tokens[token].IsWord && !Tokens[token].IsCapitalised;

    /// <summary>Tells whether a token is a word with a capital.</summary>
    public bool IsCapital(int token) => Tokens[token].IsCapitalised;

    /// <summary>Tells whether a token stands between quotation marks, or where they were never closed in its paragraph.</summary>
    public bool IsQuoted(int token) => _quoted[token];

    /// <summary>Counts the sentences between two tokens that the reporter tells, so that a long quotation makes nobody far.</summary>
    public int SentencesBetween(int earlier, int later) => _told[Tokens[later].Sentence] - _told[Tokens[earlier].Sentence];

    /// <summary>Tells whether a token is in a line where nearly every word has a capital, so that capitals tell nothing.</summary>
    public bool IsInHeadline(int token) => _headlines[Tokens[token].Sentence];

    /// <summary>Tells whether a token and the next are joined by nothing but a hyphen: <c>Kassym-Jomart</c>.</summary>
    /// <param name="token">The number of the hyphen.</param>
    public bool IsHyphen(int token) =>
        token > 0 && token + 1 < Count
        && Tokens.Text[Tokens[token].Start] is '-' or '‐' or '‑'
        && !Tokens[token].FollowsSpace && !Tokens[token + 1].FollowsSpace
        && Tokens[token - 1].IsWord && Tokens[token + 1].IsWord;

    /// <summary>Tells whether a token is one mark of punctuation.</summary>
    public bool IsMark(int token, char mark) => token < Count && Tokens[token].Kind == TokenKind.Punctuation && Tokens.Text[Tokens[token].Start] == mark;

    /// <summary>Tells whether two tokens are of one sentence.</summary>
    public bool IsSameSentence(int left, int right) => Tokens[left].Sentence == Tokens[right].Sentence;

    private void ReadParagraph(TokenRange paragraph)
    {
        bool isQuoted = false;
        for (int token = paragraph.Start; token < paragraph.End; token++)
        {
            Token one = Tokens[token];
            _traits[token] = one.IsWord ? TraitsOf(Tokens.Of(token)) : WordTraits.None;
            if (one.Kind == TokenKind.Quotation)
            {
                char mark = Tokens.Text[one.Start];
                isQuoted = mark switch
                {
                    '“' or '«' or '„' => true,
                    '”' or '»' => false,
                    '"' => !isQuoted,
                    _ => isQuoted,
                };
            }

            _quoted[token] = isQuoted;
        }
    }

    // Capitals alone make no pronoun: US, IT.
    private WordTraits TraitsOf(ReadOnlySpan<char> word)
    {
        WordTraits traits = Words.Of(word);
        return word is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..] ? traits & ~(WordTraits.Own | WordTraits.Thing) : traits;
    }

    // Five words that could be small, at most one in six of which is, or none where a full stop ends them.
    private bool IsTitleCase(TokenRange sentence)
    {
        int words = 0, small = 0;
        for (int token = sentence.Start; token < sentence.End; token++)
        {
            if (Tokens[token].IsWord && !Has(token, WordTraits.Join | WordTraits.Article | WordTraits.Particle))
            {
                words++;
                small += Tokens[token].IsCapitalised ? 0 : 1;
            }
        }

        bool isClosed = sentence.End > sentence.Start && IsMark(sentence.End - 1, '.');
        return words >= 5 && (isClosed ? small == 0 : 6 * small <= words);
    }
}
