using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis.Marks;
using SearchService.Backend.Hits;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Backend.Quotations;

namespace SearchService.Backend.LuceneNet.Marks;

/// <summary>A query of Lucene's for articles, which finds itself in their texts.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="query">What for.</param>
/// <param name="found">The quotations that sets of articles in it were chosen by.</param>
internal sealed class MarkedQuery(ArchiveReader archive, Query query, IReadOnlyDictionary<FixedBitSet, FoundQuotations> found) : IMarkedQuery
{
    private readonly Dictionary<FixedBitSet, ChosenQuotations> _chosen =
        found.ToDictionary(static pair => pair.Key, pair => new ChosenQuotations(archive, pair.Value), (IEqualityComparer<FixedBitSet>)ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    public TextMarker MarkerOf(ArticlePart part, HitQuotations? quotations)
    {
        string? field = part switch { ArticlePart.Title => ArticleFields.Title, ArticlePart.Text => ArticleFields.Text, _ => null };
        return QueryMarks.Of(query, field, quotations is null ? null : set => _chosen.TryGetValue(set, out ChosenQuotations? chosen) ? quotations.MarksOf(chosen) : []);
    }
}
