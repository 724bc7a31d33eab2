using System.Collections.Immutable;
using SearchService.Core.Queries;

namespace SearchService.Core.Searching;

/// <summary>How much a query finds: articles or quotations, whichever are searched.</summary>
/// <param name="Total">Exact.</param>
/// <param name="Generation">Of the state that was asked.</param>
internal readonly record struct MatchCount(long Total, long Generation);

/// <summary>Counts what a query finds under filters.</summary>
/// <param name="root">The tree, or null for everything.</param>
/// <param name="filters">At most one a field.</param>
internal delegate MatchCount CountMatches(QueryNode? root, ImmutableArray<FacetFilter> filters);
