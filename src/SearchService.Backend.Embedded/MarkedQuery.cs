using SearchService.Analysis.Marks;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Backend.Hits;
using SearchService.Backend.Quotations;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>A query of the engine for articles, which finds itself in their texts.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="query">What for.</param>
/// <param name="found">The quotations that sets of articles in it were chosen by.</param>
internal sealed class MarkedQuery(ArchiveSnapshot archive, Query query, IReadOnlyDictionary<DocumentSetQuery, FoundQuotations> found) : IMarkedQuery
{
    // Marks nothing but what sets of articles were chosen by.
    private const int NoField = -1;

    private readonly Dictionary<DocumentSetQuery, ChosenQuotations> _chosen =
        found.ToDictionary(static pair => pair.Key, pair => new ChosenQuotations(archive, pair.Value));

    public TextMarker MarkerOf(ArticlePart part, HitQuotations? quotations)
    {
        int field = part switch { ArticlePart.Title => ArticleFields.Title, ArticlePart.Text => ArticleFields.Text, _ => NoField };
        return Highlighter.Of(query, field, quotations is null ? null : set => _chosen.TryGetValue(set, out ChosenQuotations? chosen) ? quotations.MarksOf(chosen) : []);
    }
}
