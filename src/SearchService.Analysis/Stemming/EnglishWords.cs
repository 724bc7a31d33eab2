using System.Buffers;

using SearchService.Analysis.Folding;

namespace SearchService.Analysis.Stemming;

/// <summary>Makes the <see cref="TermForm.Word"/> form of English from folded tokens.</summary>
internal sealed class EnglishWords
{
    // A token with any other byte, of a digit or a letter of another script, isn't stemmed.
    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz'"u8);

    /// <summary>So many words pay for the cache's 160 KiB; the reader of a query never meets them.</summary>
    private const int WordsBeforeCache = 256;

    private readonly ByteBuffer _stemmed = new();
    private StemCache? _cache;
    private int _wordCount;

    /// <summary>Drops the possessive of a token of any script, and stems it if it is English letters.</summary>
    /// <param name="folded">The folded token.</param>
    /// <returns>The word; valid until the next call or while <paramref name="folded"/> is.</returns>
    public ReadOnlySpan<byte> Stem(ReadOnlySpan<byte> folded)
    {
        if (folded.Length > 2 && folded[^1] == 's' && folded[^2] == '\'')
        {
            folded = folded[..^2];
        }

        if (folded.Length > LongTerms.MaxLength || folded.ContainsAnyExcept(Letters))
        {
            return folded;
        }

        if (folded.Length <= StemCache.LongestWord && ++_wordCount > WordsBeforeCache)
        {
            _wordCount = WordsBeforeCache;
            return (_cache ??= new StemCache()).Stem(folded);
        }

        folded.CopyTo(_stemmed.Reserve(folded.Length));
        _stemmed.Length = folded.Length;
        _stemmed.Length = EnglishStemmer.Stem(_stemmed.Bytes);
        return _stemmed.Bytes;
    }
}
