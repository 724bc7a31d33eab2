using SearchService.Analysis.Folding;
using SearchService.Analysis.Segmentation;
using SearchService.Analysis.Stemming;
using SearchService.Analysis.Unicode;

namespace SearchService.Analysis;

/// <summary>Reads a text's tokens in order, each with its place in the text and its terms.</summary>
/// <remarks>
/// <para>A token is a segment of UAX #29's word boundaries that holds a letter, an ideograph, a syllable or a number; emoji and
/// punctuation are none. Ideographs, hiragana and the letters of Thai and its kin are a token each, as the annex gives them.
/// The boundaries are tailored a little for search (see <see cref="SearchTailoring"/>), and connectors and
/// invisible characters at a token's edges aren't part of it: <c>_word_</c> is <c>word</c>.</para>
/// <para>Reusable; for one thread. Nothing is allocated per token once the buffers have grown. Any UTF-16 string is read
/// without an error, in time linear in its length.</para>
/// </remarks>
public sealed class TokenReader
{
    private readonly EnglishWords? _english;
    private readonly TokenFolder _folder = new();
    private readonly ByteBuffer _written = new();
    private readonly ByteBuffer _folded = new();
    private readonly byte[] _shortened = new byte[3 * LongTerms.MaxLength];
    private string _text = "";
    private int _next;
    private bool _hasFolded;
    private bool _isPlainWord;

    internal TokenReader(bool stems) => _english = stems ? new EnglishWords() : null;

    /// <summary>Gets the offset of the token's first UTF-16 unit in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the offset after the token's last UTF-16 unit in the text.</summary>
    public int End { get; private set; }

    /// <summary>Gets the token's number in the text, from 0, without gaps; -1 before the first.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>Starts over at the beginning of a text.</summary>
    /// <param name="text">The text to read; any UTF-16 string, lone surrogates included.</param>
    public void Reset(string text)
    {
        _text = text;
        _next = Start = End = 0;
        Position = -1;
        _written.Trim();
        _folded.Trim();
        _written.Length = 0;
        _hasFolded = false;
    }

    /// <summary>Moves to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        ReadOnlySpan<char> text = _text;
        int at = _next;
        while ((at = AsciiWords.Skip(text, at)) < text.Length)
        {
            int end = -1;
            if (text[at] < 0x80)
            {
                end = AsciiWords.End(text, at, out byte kinds);
                if (end > 0 && (kinds & ~AsciiWords.Connector) != 0)
                {
                    Take(text, at, end);
                    FoldAscii(text[Start..End]);
                    return true;
                }
            }

            bool isWord = false;
            if (end < 0)
            {
                end = WordBoundaries.Next<SearchTailoring>(text, at, out isWord);
            }

            if (isWord)
            {
                Take(text, at, end);
                FoldAny(text[Start..End]);
                return true;
            }

            at = end;
        }

        _next = Start = End = text.Length;
        _written.Length = 0;
        _hasFolded = false;
        return false;
    }

    /// <summary>Gives the token's term in one form, as UTF-8; valid until the next call of <see cref="Next"/> or <see cref="Reset"/>.</summary>
    /// <param name="form">The form wanted.</param>
    /// <returns>
    /// The term, at most <see cref="LongTerms.MaxLength"/> bytes; empty when the form isn't emitted, which only
    /// <see cref="TermForm.Folded"/> may be, and where there is no token.
    /// </returns>
    public ReadOnlySpan<byte> Term(TermForm form)
    {
        ReadOnlySpan<byte> term = form switch
        {
            TermForm.Written => _written.Bytes,
            TermForm.Folded => _hasFolded ? _folded.Bytes : default,
            TermForm.Word => Word(),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
        };
        return LongTerms.Shorten(term, _shortened.AsSpan((int)form * LongTerms.MaxLength, LongTerms.MaxLength));
    }

    /// <summary>Takes a segment as the token, without what at its edges belongs to no word.</summary>
    private void Take(ReadOnlySpan<char> text, int start, int end)
    {
        _next = end;
        while (!IsEdge(CodePoints.Read(text, start, out int units), atStart: true))
        {
            start += units;
        }

        while (!IsEdge(CodePoints.ReadBack(text, end, out int units), atStart: false))
        {
            end -= units;
        }

        Start = start;
        End = end;
        Position++;
    }

    /// <summary>Whether a token may begin or end with a code point: with a letter or number, or end with a combining mark.</summary>
    private static bool IsEdge(int point, bool atStart)
    {
        WordClass value = CodePoints.WordClassOf(point);
        return value.IsWordLike || (!atStart && value.Break == WordBreak.Extend);
    }

    private void FoldAscii(ReadOnlySpan<char> token)
    {
        Span<byte> room = _written.Reserve(token.Length)[..token.Length];
        bool plain = true;
        for (int i = 0; i < token.Length; i++)
        {
            char unit = token[i];
            uint lower = unit | 0x20u;
            if (lower - 'a' < 26)
            {
                room[i] = (byte)lower;
            }
            else
            {
                plain &= unit is '\'' or '`' or '\u2018' or '\u2019';
                room[i] = (byte)GlyphFolding.Fold(unit);
            }
        }

        _written.Length = token.Length;
        _isPlainWord = plain;
        _hasFolded = false;
    }

    private void FoldAny(ReadOnlySpan<char> token)
    {
        if (!LetterFolds.TryFold(token, _written, _folded))
        {
            _folder.Fold(token, _written, _folded);
        }

        _hasFolded = !_written.Bytes.SequenceEqual(_folded.Bytes);
        _isPlainWord = !_folded.Bytes.ContainsAnyExcept(EnglishWords.Letters);
    }

    private ReadOnlySpan<byte> Word()
    {
        ReadOnlySpan<byte> folded = _hasFolded ? _folded.Bytes : _written.Bytes;
        return _english is null ? folded : _english.Stem(folded, _isPlainWord);
    }
}
