using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>Walks through the terms of a field.</summary>
internal static class TermWalk
{
    /// <summary>The words of all segments as they are written, segment after segment.</summary>
    /// <param name="reader">The whole index.</param>
    /// <param name="field">A field of words.</param>
    /// <returns>The walk itself, standing at each word in turn.</returns>
    internal static IEnumerable<TermsEnum> Written(IndexReader reader, string field) =>
        reader.Leaves.SelectMany(leaf => Of(leaf.AtomicReader, field, TermBytes.Of(TermForm.Written, [])));

    /// <summary>The terms of one segment that begin so, ascending.</summary>
    /// <param name="reader">The segment.</param>
    /// <param name="field">A field of words.</param>
    /// <param name="prefix">With the byte of a form.</param>
    /// <returns>The walk itself, standing at each term in turn.</returns>
    internal static IEnumerable<TermsEnum> Of(AtomicReader reader, string field, BytesRef prefix)
    {
        TermsEnum? terms = reader.GetTerms(field)?.GetEnumerator();
        bool isTerm = terms is not null && terms.SeekCeil(prefix) != TermsEnum.SeekStatus.END;
        for (; isTerm && StringHelper.StartsWith(terms!.Term, prefix); isTerm = terms.MoveNext())
        {
            yield return terms;
        }
    }
}
