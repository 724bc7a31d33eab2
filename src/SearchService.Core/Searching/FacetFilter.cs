using System.Collections.Immutable;

namespace SearchService.Core.Searching;

/// <summary>What is chosen and excluded in one facet.</summary>
/// <param name="Field">One of <see cref="FacetFields"/>.</param>
/// <param name="Included">Values of which an article has at least one; empty for any. <see cref="FacetFields.Missing"/> is one.
/// For <see cref="FacetFields.Date"/>, periods as <see cref="Articles.DatePeriod.TryParse"/> reads them.</param>
/// <param name="Excluded">Values of which an article has none, in the same form.</param>
public sealed record FacetFilter(string Field, ImmutableArray<string> Included, ImmutableArray<string> Excluded);
