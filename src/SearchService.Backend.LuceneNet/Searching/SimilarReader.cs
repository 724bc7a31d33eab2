using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.Similar;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>Finds the articles that are similar to one.</summary>
internal static class SimilarReader
{
    /// <summary>Other articles, the most similar first.</summary>
    /// <param name="archive">Has them all.</param>
    /// <param name="document">Of the article.</param>
    /// <param name="size">The most wanted.</param>
    /// <param name="cancellation">Ends it early.</param>
    internal static ImmutableArray<SimilarHit> Read(ArchiveReader archive, int document, int size, CancellationToken cancellation)
    {
        SimilarSearch similar = new(archive.ReadArticle(document), archive.Dictionary);
        if (similar.Words.IsEmpty || size == 0)
        {
            return [];
        }

        using Matches found = Matches.Find(archive, LuceneQueries.AnyOf(similar.Words.Select(Of)), scored: true, cancellation);
        RankedPage page = RankedPage.Of(
            archive, found.Documents, found.Scores, new PageOrder(SortOrder.Relevance, Skip: 0, SimilarSearch.HitsFor(size), After: null, ByStory: true));
        return similar.Choose(page.Hits.Select(hit => (archive.ReadArticle(hit.Document), (double)hit.Score)), size);
    }

    private static TermQuery Of(WeightedWord word) =>
        new(TermBytes.Of(ArchiveDictionary.FieldOf(word.Field), TermForm.Word, Encoding.UTF8.GetBytes(word.Term))) { Boost = (float)word.Weight };
}
