using System.Collections.Immutable;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Execution;

/// <summary>A search: what to find, in which order to give it, what to count.</summary>
public sealed record EngineSearch
{
    /// <summary>What to find; the only part that scores.</summary>
    public Query Query { get; init; } = Query.All;

    /// <summary>What has to match besides; each group may be left out of the counts of a facet that names it as its own.</summary>
    public ImmutableArray<FilterGroup> Filters { get; init; } = [];

    /// <summary>The order of hits.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>Hits wanted; 0 for counts alone.</summary>
    public int Size { get; init; } = 10;

    /// <summary>The last hit of the page before, or null for the first page.</summary>
    public SearchAfter? After { get; init; }

    /// <summary>
    /// Number of a keyword field, of which no document has two values: of documents with the same value only the best is a hit, and
    /// counts are of values instead of documents. A document without a value stands for itself. Null for hits and counts of documents.
    /// </summary>
    public int? CollapseField { get; init; }

    /// <summary>What to count.</summary>
    public ImmutableArray<FacetRequest> Facets { get; init; } = [];
}
