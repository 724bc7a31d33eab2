using System.Text;
using Lucene.Net.Index;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Suggest;

/// <summary>The words of a field that have diacritics, to find them by a beginning that has none.</summary>
/// <remarks>
/// Lucene's dictionary is in the order of words as written: those that begin like a text are side by side, but for <c>école</c> where
/// <c>eco</c> is typed. Made once a generation, from its dictionaries; thread-safe.
/// </remarks>
internal sealed class AccentedWords
{
    private readonly (string Folded, string Written)[] _words; // ascending

    /// <summary>Reads them.</summary>
    /// <param name="reader">The whole index.</param>
    /// <param name="field">A field of words.</param>
    internal AccentedWords(IndexReader reader, string field)
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (TermsEnum words in TermWalk.Written(reader, field))
        {
            ReadOnlySpan<byte> word = TermBytes.Unmarked(words.Term);
            if (!Ascii.IsValid(word))
            {
                written.Add(Encoding.UTF8.GetString(word));
            }
        }

        _words = [.. written.Select(static word => (Folded(word), word)).Where(static word => word.Item1 != word.word)];
        Array.Sort(_words, static (one, other) => string.CompareOrdinal(one.Folded, other.Folded));
    }

    /// <summary>What the words begin with, as written, that begin like a text once diacritics are left out: the text itself, and others.</summary>
    /// <param name="folded">The text, without diacritics.</param>
    internal List<string> Beginnings(string folded)
    {
        List<string> beginnings = [folded];
        for (int at = FirstFrom(folded); at < _words.Length && _words[at].Folded.StartsWith(folded, StringComparison.Ordinal); at++)
        {
            string word = _words[at].Written;
            if (!beginnings.Exists(beginning => word.StartsWith(beginning, StringComparison.Ordinal)))
            {
                beginnings.Add(ShortestOf(word, folded));
            }
        }

        return beginnings;
    }

    private static string Folded(string text) => Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(text).Folded);

    /// <summary>As much of a word as it takes to begin like a text.</summary>
    private static string ShortestOf(string word, string folded)
    {
        int length = 0;
        do
        {
            length += char.IsHighSurrogate(word[length]) ? 2 : 1;
        }
        while (length < word.Length && !Folded(word[..length]).StartsWith(folded, StringComparison.Ordinal));

        return word[..length];
    }

    private int FirstFrom(string folded)
    {
        (int low, int high) = (0, _words.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(_words[middle].Folded, folded) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
