using System.Collections.Immutable;
using SearchService.Engine.Collect.Facets;

namespace SearchService.Engine.Execution;

/// <summary>What a search found.</summary>
/// <param name="Total">Documents that match query and filters: exact.</param>
/// <param name="Hits">The best of them, in order.</param>
/// <param name="Facets">The counts asked for, in the order asked.</param>
public sealed record SearchResult(long Total, ImmutableArray<Hit> Hits, ImmutableArray<FacetResult> Facets);
