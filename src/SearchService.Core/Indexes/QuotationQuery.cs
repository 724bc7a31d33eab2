using System.Collections.Immutable;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Core.Indexes;

/// <summary>What a backend executes to find quotations.</summary>
public sealed record QuotationQuery
{
    /// <summary>
    /// The tree, or null for all quotations. <see cref="QueryFields.Said"/> and <see cref="QueryFields.Speaker"/> are of the quotation itself,
    /// all other fields of the article it stands in.
    /// </summary>
    public QueryNode? Root { get; init; }

    /// <summary>At most one a field, already validated; <see cref="FacetFields.Speaker"/> is of the quotation, the others are of its article.</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>The order of hits: by how well the words spoken fit, or by the article's date.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>Hits wanted, from 0.</summary>
    public int Size { get; init; }

    /// <summary>Hits left out before those, from 0; nothing of them is read. Not together with <see cref="After"/>.</summary>
    public int Skip { get; init; }

    /// <summary>Continue after this hit, or null from the first.</summary>
    public HitPosition? After { get; init; }

    /// <summary>Facets wanted, of <see cref="FacetFields.All"/>; counts are of quotations.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>Buckets wanted of each.</summary>
    public int FacetSize { get; init; }

    /// <summary>The histogram wanted, or null.</summary>
    public HistogramInterval? Interval { get; init; }

    /// <summary>What its buckets are split by, of <see cref="FacetFields.Splits"/>; null for nothing.</summary>
    public string? Split { get; init; }

    /// <summary>The most values that they are split by.</summary>
    public int SplitSize { get; init; }
}

/// <summary>The quotations a backend found.</summary>
/// <param name="Index">The state that answered.</param>
/// <param name="Total">Quotations that match: exact.</param>
/// <param name="Hits">This page.</param>
/// <param name="Last">The place of the last hit when more follow; null on the last page.</param>
/// <param name="Facets">Those asked for, in the order asked.</param>
/// <param name="Histogram">If asked for; what is covered are quotations under the same filters.</param>
public sealed record QuotationMatches(
    IndexState Index,
    long Total,
    ImmutableArray<QuotationHit> Hits,
    HitPosition? Last,
    ImmutableArray<Facet> Facets,
    Histogram? Histogram);
