using System.Text;

namespace SearchService.Analysis;

/// <summary>Reads a text's tokens in order, each with its place in the text and its terms.</summary>
/// <remarks>Reusable; for one thread.</remarks>
public sealed class TokenReader
{
    private readonly bool _stems;
    private byte[] _written = [];
    private string _text = "";

    internal TokenReader(bool stems) => _stems = stems;

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
        Start = End = 0;
        Position = -1;
    }

    /// <summary>Moves to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        int start = End;
        while (start < _text.Length && !char.IsLetterOrDigit(_text[start]))
        {
            start++;
        }

        int end = start;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || (_text[end] is '\'' or '’' && end + 1 < _text.Length && char.IsLetterOrDigit(_text[end + 1]))))
        {
            end++;
        }

        (Start, End) = (start, end);
        if (start == end)
        {
            return false;
        }

        Position++;
        _written = Encoding.UTF8.GetBytes(_text[start..end].Replace('’', '\'').ToLowerInvariant());
        return true;
    }

    /// <summary>Gives the token's term in one form, as UTF-8; valid until the next call of <see cref="Next"/> or <see cref="Reset"/>.</summary>
    /// <param name="form">The form wanted.</param>
    /// <returns>The term; empty when the form isn't emitted, which only <see cref="TermForm.Folded"/> may be.</returns>
    public ReadOnlySpan<byte> Term(TermForm form) => form switch
    {
        TermForm.Folded => default,
        TermForm.Word when _stems && _written.AsSpan().EndsWith("'s"u8) => _written.AsSpan(0, _written.Length - 2),
        _ => _written,
    };
}
