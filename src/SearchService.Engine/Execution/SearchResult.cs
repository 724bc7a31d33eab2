using System.Collections.Immutable;
using SearchService.Engine.Collect.Facets;

namespace SearchService.Engine.Execution;

/// <summary>What a search found.</summary>
/// <param name="Total">Documents that match query and filters: exact.</param>
/// <param name="Groups">When collapsed: distinct values among them, and each document without one; else as many as documents. Exact.</param>
/// <param name="Hits">The best of them, in order; when collapsed, the best of each group.</param>
/// <param name="Facets">The counts asked for, in the order asked.</param>
/// <param name="GroupSizes">When collapsed: of each hit, how many documents that match are in its group; else empty.</param>
public sealed record SearchResult(
    long Total, long Groups, ImmutableArray<Hit> Hits, ImmutableArray<FacetResult> Facets, ImmutableArray<int> GroupSizes);
