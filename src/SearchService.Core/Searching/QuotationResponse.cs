using System.Collections.Immutable;
using SearchService.Core.Indexes;

namespace SearchService.Core.Searching;

/// <summary>The answer to a <see cref="SearchRequest"/> for quotations.</summary>
/// <param name="Query">How the query was read.</param>
/// <param name="Total">Quotations that match: exact.</param>
/// <param name="Took">Time spent searching.</param>
/// <param name="Index">The state of the index that answered.</param>
/// <param name="Hits">This page of them.</param>
/// <param name="Facets">Those asked for, in the order asked; counts are of quotations.</param>
/// <param name="Histogram">If asked for; counts are of quotations.</param>
/// <param name="Next">Asks for the next page; null on the last.</param>
/// <param name="DidYouMean">When no quotation has all that was asked for: the query spelt otherwise, if that finds any; else null.</param>
public sealed record QuotationResponse(
    QueryReading Query,
    long Total,
    TimeSpan Took,
    IndexState Index,
    ImmutableArray<QuotationHit> Hits,
    ImmutableArray<Facet> Facets,
    Histogram? Histogram,
    string? Next,
    QuerySuggestion? DidYouMean = null)
{
    /// <summary>Why no quotation has all that was asked for; null when some have, and unless <see cref="SearchRequest.Explain"/> asks for it.</summary>
    public NothingFound? Nothing { get; init; }
}
