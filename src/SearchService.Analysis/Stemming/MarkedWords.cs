using System.Text;
using System.Text.Unicode;

using SearchService.Analysis.Folding;

namespace SearchService.Analysis.Stemming;

/// <summary>Makes the <see cref="TermForm.Word"/> form of documents in other languages than English, marked with the language.</summary>
/// <remarks>
/// The algorithms know the diacritics of their languages, so what is stemmed is the written form; the stem is folded after.
/// </remarks>
/// <param name="mark">What a word ends with: begins with a space, which no token holds.</param>
/// <param name="stem">The algorithm; null for languages that have none.</param>
internal sealed class MarkedWords(string mark, StemLetters? stem)
{
    private readonly byte[] _mark = Encoding.UTF8.GetBytes(mark);
    private readonly ByteBuffer _marked = new();
    private readonly ByteBuffer _written = new();
    private readonly ByteBuffer _folded = new();
    private readonly TokenFolder _folder = new();
    private readonly char[] _letters = new char[2 * LongTerms.MaxLength];

    /// <summary>Stems a token if it is letters, and marks it.</summary>
    /// <param name="written">Its written form.</param>
    /// <param name="folded">Its folded form, the same where that isn't emitted.</param>
    /// <returns>The word; valid until the next call.</returns>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> written, ReadOnlySpan<byte> folded)
    {
        if (stem is not null && written.Length <= LongTerms.MaxLength && !written.ContainsAnyInRange((byte)'0', (byte)'9'))
        {
            folded = Stem(written, stem);
        }

        Span<byte> room = _marked.Reserve(folded.Length + _mark.Length);
        folded.CopyTo(room);
        _mark.CopyTo(room[folded.Length..]);
        _marked.Length = folded.Length + _mark.Length;
        return _marked.Bytes;
    }

    private Span<byte> Stem(ReadOnlySpan<byte> written, StemLetters algorithm)
    {
        _ = Utf8.ToUtf16(written, _letters, out _, out int length); // UTF-8 of our own making
        ReadOnlySpan<char> stemmed = _letters.AsSpan(0, algorithm(_letters, length));
        if (!LetterFolds.TryFold(stemmed, _written, _folded))
        {
            _folder.Fold(stemmed, _written, _folded);
        }

        return _folded.Bytes;
    }
}
