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
    private readonly EnglishWords? _english; // one of the two, or none
    private readonly MarkedWords? _marked;
    private readonly AsciiUnits _units = new();
    private readonly TokenFolder _folder = new();
    private readonly ByteBuffer _written = new(); // of a token that isn't ASCII
    private readonly ByteBuffer _folded = new();
    private readonly byte[] _shortened = new byte[3 * LongTerms.MaxLength];
    private string _text = "";
    private int _next;
    private bool _isAscii; // the token's units are its written form
    private bool _hasFolded;

    internal TokenReader(EnglishWords? english, MarkedWords? marked)
    {
        _english = english;
        _marked = marked;
    }

    /// <summary>Gets the offset of the token's first UTF-16 unit in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Gets the offset after the token's last UTF-16 unit in the text.</summary>
    public int End { get; private set; }

    /// <summary>Gets the token's number in the text, from 0, without gaps; -1 before the first.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>Gets the head of the token's <see cref="TermForm.Written"/> term, for less than it takes to make it of the term.</summary>
    /// <remarks>There must be a token: <see cref="Next"/> has returned true.</remarks>
    public TermHead WrittenHead => _isAscii ? TermHead.OfPadded(_units.Padded[Start..], End - Start) : TermHead.Of(_written.Bytes);

    /// <summary>Starts over at the beginning of a text.</summary>
    /// <param name="text">The text to read; any UTF-16 string, lone surrogates included.</param>
    public void Reset(string text)
    {
        _text = text;
        _units.Reset(text);
        _next = Start = End = 0;
        Position = -1;
        _written.Trim();
        _folded.Trim();
        SetNone();
    }

    /// <summary>Moves to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        ReadOnlySpan<byte> units = _units.Padded;
        int at = _next;
        while ((at = AsciiWords.Skip(units, at)) < _text.Length)
        {
            int end = -1;
            if (units[at] != AsciiUnits.Other)
            {
                end = AsciiWords.End(units, at, out byte kinds);
                if (end > 0 && (kinds & ~AsciiWords.Connector) != 0)
                {
                    if ((kinds & AsciiWords.Connector) == 0)
                    {
                        TakeWhole(at, end);
                    }
                    else
                    {
                        Take(at, end);
                    }

                    _isAscii = true;
                    _hasFolded = false;
                    return true;
                }
            }

            bool isWord = false;
            if (end < 0)
            {
                end = WordBoundaries.Next<SearchTailoring>(_text, at, out isWord);
            }

            if (isWord)
            {
                Take(at, end);
                FoldAny(_text.AsSpan(Start, End - Start));
                return true;
            }

            at = end;
        }

        _next = Start = End = _text.Length;
        SetNone();
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
            TermForm.Written => Written,
            TermForm.Folded => _hasFolded ? _folded.Bytes : default,
            TermForm.Word => Word(),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
        };
        return term.Length <= LongTerms.MaxLength
            ? term
            : LongTerms.Shorten(term, _shortened.AsSpan((int)form * LongTerms.MaxLength, LongTerms.MaxLength));
    }

    private ReadOnlySpan<byte> Written => _isAscii ? _units.Padded[Start..End] : _written.Bytes;

    private void SetNone()
    {
        _isAscii = false;
        _hasFolded = false;
        _written.Length = 0;
    }

    private void TakeWhole(int start, int end)
    {
        _next = end;
        Start = start;
        End = end;
        Position++;
    }

    /// <summary>Takes a segment as the token, without what at its edges belongs to no word.</summary>
    private void Take(int start, int end)
    {
        ReadOnlySpan<char> text = _text;
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

    private void FoldAny(ReadOnlySpan<char> token)
    {
        if (!LetterFolds.TryFold(token, _written, _folded))
        {
            _folder.Fold(token, _written, _folded);
        }

        _isAscii = false;
        _hasFolded = !_written.Bytes.SequenceEqual(_folded.Bytes);
    }

    private ReadOnlySpan<byte> Word()
    {
        ReadOnlySpan<byte> folded = _hasFolded ? _folded.Bytes : Written;
        return _english is not null ? _english.Stem(folded)
            : _marked is not null ? _marked.Of(Written, folded)
            : folded;
    }
}
