using SearchService.Analysis.Folding;
using SearchService.Analysis.Segmentation;

namespace SearchService.Quotations.Text;

/// <summary>The tokens of an article's text, in order, with its sentences and paragraphs.</summary>
/// <remarks>
/// Words are divided as UAX #29 says, sentences as <see cref="SentenceReader"/> does. An empty line ends a paragraph, and so does a single line
/// end, unless the sentence goes on after it. Invisible marks of direction are part of no token. Reusable, for one thread; nothing is allocated once
/// the buffers have grown; linear in the text. What is read stays until the next <see cref="Read"/>.
/// </remarks>
internal sealed class ArticleTokens
{
    /// <summary>What the buffers keep after a long text: tokens of about 200 kB.</summary>
    private const int KeptTokens = 1 << 16;

    private Token[] _tokens = new Token[1024];
    private SentenceTokens[] _sentences = new SentenceTokens[128];
    private TokenRange[] _paragraphs = new TokenRange[64];

    /// <summary>Gets the text that was read.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Gets how many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets how many sentences there are.</summary>
    public int SentenceCount { get; private set; }

    /// <summary>Gets how many paragraphs there are.</summary>
    public int ParagraphCount { get; private set; }

    /// <summary>Gets a token by its number, from 0.</summary>
    public ref readonly Token this[int token] => ref _tokens[token];

    /// <summary>Reads a text in place of the one before.</summary>
    /// <param name="text">Any UTF-16 string.</param>
    public void Read(string text)
    {
        Forget();
        Text = text;
        SentenceReader sentences = Sentences.Enumerate(text);
        int sentenceEnd = 0;
        int at = 0;
        while (at < text.Length)
        {
            int end = SegmentEnd(text, at);
            (int start, int stop) = Visible(text, at, end);
            at = end;
            if (start >= stop)
            {
                continue;
            }

            while (start >= sentenceEnd && sentences.MoveNext())
            {
                sentenceEnd = sentences.End;
                BeginSentence(sentences.Start);
            }

            Add(start, stop);
        }

        EndSentence();
        EndParagraph();
    }

    /// <summary>Gets a token's letters as written.</summary>
    public ReadOnlySpan<char> Of(int token) => Text.AsSpan(_tokens[token].Start, _tokens[token].End - _tokens[token].Start);

    /// <summary>Gets a token's letters as written, without an apostrophe and s at their end.</summary>
    public ReadOnlySpan<char> WithoutPossessive(int token)
    {
        ReadOnlySpan<char> letters = Of(token);
        return (_tokens[token].Traits & TokenTraits.Possessive) != TokenTraits.None ? letters[..^2] : letters;
    }

    /// <summary>Gets the letters from one token to before another, as written.</summary>
    public ReadOnlySpan<char> Of(TokenRange range) =>
        range.IsEmpty ? default : Text.AsSpan(_tokens[range.Start].Start, _tokens[range.End - 1].End - _tokens[range.Start].Start);

    /// <summary>Tells whether a token is a word, without regard to case.</summary>
    public bool Is(int token, ReadOnlySpan<char> word) => Of(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a token is one mark.</summary>
    public bool IsMark(int token, char mark) => Text[_tokens[token].Start] == mark && _tokens[token].Kind >= TokenKind.Quotation;

    /// <summary>Gets the tokens of a sentence.</summary>
    /// <param name="sentence">Its number, from 0.</param>
    public TokenRange Sentence(int sentence) => _sentences[sentence].Tokens;

    /// <summary>Gets the tokens of a paragraph.</summary>
    /// <param name="paragraph">Its number, from 0.</param>
    public TokenRange Paragraph(int paragraph) => _paragraphs[paragraph];

    /// <summary>Gets the number of a token's paragraph, from 0.</summary>
    public int ParagraphOf(int token) => _sentences[_tokens[token].Sentence].Paragraph;

    /// <summary>Tells whether a token is the first of its sentence.</summary>
    public bool StartsSentence(int token) => _sentences[_tokens[token].Sentence].Tokens.Start == token;

    /// <summary>Finds the first token that ends after an offset, in logarithmic time.</summary>
    /// <param name="offset">An offset into the text.</param>
    /// <returns>Its number, or <see cref="Count"/>.</returns>
    public int At(int offset)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_tokens[middle].End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static int SegmentEnd(string text, int at)
    {
        // Most words are letters of ASCII before a space; asking the annex's rules takes several times as long.
        int end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        if (end > at && end < text.Length && text[end] is ' ' or ',' or '\n' or '"' or '-' or ')')
        {
            return end;
        }

        if (text[at] == ' ')
        {
            return at + 1;
        }

        end = WordSegmenter.NextBoundary(text, at);
        // The default rules join letters around a colon.
        int colon = text.AsSpan(at, end - at).IndexOf(':');
        return colon > 0 ? at + colon : end;
    }

    /// <summary>Leaves out spaces and invisible marks.</summary>
    private static (int Start, int End) Visible(string text, int start, int end)
    {
        while (start < end && IsInvisible(text[start]))
        {
            start++;
        }

        while (end > start && IsInvisible(text[end - 1]))
        {
            end--;
        }

        return (start, end);

        static bool IsInvisible(char unit) => char.IsWhiteSpace(unit) || GlyphFolding.IsIgnorable(unit);
    }

    private static TokenKind KindOf(string text, int start, int end)
    {
        char first = text[start];
        if (char.IsAsciiLetter(first) || char.IsLetter(text, start))
        {
            return TokenKind.Word;
        }

        if (char.IsNumber(text, start))
        {
            return TokenKind.Number;
        }

        if (QuotationMarks.IsMark(first))
        {
            return TokenKind.Quotation;
        }

        // Words may begin with a connector or a mark that combines.
        return end - start > 1 && text.AsSpan(start, end - start).ContainsAnyInRange('A', 'z') ? TokenKind.Word : TokenKind.Punctuation;
    }

    private void Add(int start, int end)
    {
        TokenKind kind = KindOf(Text, start, end);
        TokenTraits traits = start == 0 || char.IsWhiteSpace(Text[start - 1]) ? TokenTraits.AfterSpace : TokenTraits.None;
        if (kind == TokenKind.Word)
        {
            if (char.IsUpper(Text, start))
            {
                traits |= TokenTraits.Capital;
            }

            if (end - start > 2 && Text[end - 1] is 's' or 'S' && Text[end - 2] is '\'' or '’')
            {
                traits |= TokenTraits.Possessive;
            }
        }

        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, 2 * Count);
        }

        _tokens[Count++] = new Token(start, end, SentenceCount - 1, kind, traits);
    }

    private void BeginSentence(int start)
    {
        EndSentence();
        if (SentenceCount == 0 || EndsLine(start))
        {
            EndParagraph();
            if (ParagraphCount == _paragraphs.Length)
            {
                Array.Resize(ref _paragraphs, 2 * ParagraphCount);
            }

            _paragraphs[ParagraphCount++] = new TokenRange(Count, Count);
        }

        if (SentenceCount == _sentences.Length)
        {
            Array.Resize(ref _sentences, 2 * SentenceCount);
        }

        _sentences[SentenceCount++] = new SentenceTokens(new TokenRange(Count, Count), ParagraphCount - 1);
    }

    private bool EndsLine(int start)
    {
        while (start > 0 && char.IsWhiteSpace(Text[start - 1]))
        {
            start--;
            if (Text[start] is '\n' or '\r' or '\u2029')
            {
                return true;
            }
        }

        return false;
    }

    private void EndSentence()
    {
        if (SentenceCount > 0)
        {
            ref SentenceTokens last = ref _sentences[SentenceCount - 1];
            last = last with { Tokens = last.Tokens with { End = Count } };
        }
    }

    private void EndParagraph()
    {
        if (ParagraphCount > 0)
        {
            ref TokenRange last = ref _paragraphs[ParagraphCount - 1];
            last = last with { End = Count };
        }
    }

    private void Forget()
    {
        Count = SentenceCount = ParagraphCount = 0;
        if (_tokens.Length > KeptTokens)
        {
            _tokens = new Token[1024];
            _sentences = new SentenceTokens[128];
            _paragraphs = new TokenRange[64];
        }
    }

    /// <summary>A sentence.</summary>
    private readonly record struct SentenceTokens(TokenRange Tokens, int Paragraph);
}
