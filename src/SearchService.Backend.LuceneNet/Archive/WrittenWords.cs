using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>Walks through the words of a field as they are written.</summary>
internal static class WrittenWords
{
    /// <summary>The words, ascending within a segment, and segment after segment.</summary>
    /// <param name="reader">The whole index.</param>
    /// <param name="field">A field of words.</param>
    /// <returns>The walk itself, standing at each word in turn.</returns>
    internal static IEnumerable<TermsEnum> Of(IndexReader reader, string field)
    {
        BytesRef first = TermBytes.Of(TermForm.Written, []);
        foreach (Terms terms in reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)).OfType<Terms>())
        {
            TermsEnum words = terms.GetEnumerator();
            for (bool isWord = words.SeekCeil(first) != TermsEnum.SeekStatus.END; isWord && StringHelper.StartsWith(words.Term, first); isWord = words.MoveNext())
            {
                yield return words;
            }
        }
    }
}
