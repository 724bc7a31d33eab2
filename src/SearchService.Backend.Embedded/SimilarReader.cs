using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Backend.Similar;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Finds the articles that are similar to one: one search, ranked with pruning.</summary>
/// <param name="archive">Has them all.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class SimilarReader(ArchiveSnapshot archive, CancellationToken cancellation)
{
    /// <summary>Other articles, the most similar first.</summary>
    /// <param name="document">The number of the article in the snapshot.</param>
    /// <param name="size">The most wanted.</param>
    internal ImmutableArray<SimilarHit> Read(int document, int size)
    {
        SimilarSearch similar = new(Article(document), archive.Dictionary);
        if (similar.Words.IsEmpty || size == 0)
        {
            return [];
        }

        EngineSearch search = new()
        {
            Query = BooleanQuery.AnyOf(similar.Words.Select(static word => new BoostQuery(Of(word), word.Weight))),
            CollapseField = ArticleFields.Story,
            Size = SimilarSearch.HitsFor(size),
        };
        return similar.Choose(archive.ArticleSearcher.Search(search, cancellation).Hits.Select(hit => (Article(hit.Document), hit.Score)), size);
    }

    private static TermQuery Of(WeightedWord word) =>
        new(word.Field == QueryFields.Title ? ArticleFields.Title : ArticleFields.Text, TermForm.Word, Encoding.UTF8.GetBytes(word.Term));

    private Article Article(int document) => ArticleCodec.Decode(archive.Articles.ReadStored(document));
}
