using System.Collections.Immutable;
using SearchService.Core.Queries;
using SearchService.Core.Searching;

namespace SearchService.Core.Indexes;

/// <summary>What a backend executes: a parsed query with its filters.</summary>
public sealed record ArticleQuery
{
    /// <summary>The tree, or null for all articles.</summary>
    public QueryNode? Root { get; init; }

    /// <summary>At most one a field, already validated.</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>The order of hits.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>What counts as one in hits, facets and histogram.</summary>
    /// <remarks>
    /// With <see cref="Collapse.Story"/> a story has one hit, its best article in the order asked for among all that match, and its place:
    /// so no page repeats a story, and none is left out between pages. A bucket counts the stories that have a matching article in it.
    /// </remarks>
    public Collapse Collapse { get; init; }

    /// <summary>Hits wanted, from 0.</summary>
    public int Size { get; init; }

    /// <summary>Hits left out before those, from 0; nothing of them is read. Not together with <see cref="After"/>.</summary>
    public int Skip { get; init; }

    /// <summary>Continue after this hit, or null from the first.</summary>
    public HitPosition? After { get; init; }

    /// <summary>Facets wanted.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>Buckets wanted of each.</summary>
    public int FacetSize { get; init; }

    /// <summary>The histogram wanted, or null.</summary>
    public HistogramInterval? Interval { get; init; }

    /// <summary>What its buckets are split by, of <see cref="FacetFields.Splits"/>; null for nothing.</summary>
    public string? Split { get; init; }

    /// <summary>The most values that they are split by.</summary>
    public int SplitSize { get; init; }

    /// <summary>Passages wanted of each hit.</summary>
    public int Passages { get; init; }

    /// <summary>Quotations wanted of each hit.</summary>
    public int Quotations { get; init; }
}

/// <summary>The place of a hit in the order of one state of an index.</summary>
/// <param name="Generation">The state.</param>
/// <param name="SortBits">The score's or the date's bits, as the backend gave them.</param>
/// <param name="Document">Number of the document, which breaks ties.</param>
public readonly record struct HitPosition(long Generation, long SortBits, long Document);

/// <summary>What a backend found.</summary>
/// <param name="Index">The state that answered.</param>
/// <param name="Total">Articles that match: exact.</param>
/// <param name="Hits">This page.</param>
/// <param name="Last">The place of the last hit when more follow; null on the last page.</param>
/// <param name="Facets">Those asked for, in the order asked.</param>
/// <param name="Histogram">If asked for.</param>
public sealed record ArticleMatches(
    IndexState Index,
    long Total,
    ImmutableArray<SearchHit> Hits,
    HitPosition? Last,
    ImmutableArray<Facet> Facets,
    Histogram? Histogram)
{
    /// <summary>Stories among the articles that match: exact; null unless asked for by <see cref="ArticleQuery.Collapse"/>.</summary>
    public long? Stories { get; init; }
}

/// <summary>Asks for the values of one facet.</summary>
public sealed record FacetValuesQuery
{
    /// <summary>One of <see cref="FacetFields"/>.</summary>
    public required string Field { get; init; }

    /// <summary>Counts are over its matches; null for all.</summary>
    public QueryNode? Root { get; init; }

    /// <summary>
    /// Whether articles are counted, or quotations: then <see cref="Root"/> and <see cref="Filters"/> are as those of a <see cref="QuotationQuery"/>, and
    /// nothing is collapsed.
    /// </summary>
    public SearchIn In { get; init; }

    /// <summary>Those of other fields apply; the field's own don't (sideways).</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>What is counted.</summary>
    public Collapse Collapse { get; init; }

    /// <summary>Only values that hold this, without regard to case and diacritics; empty for all.</summary>
    public string Contains { get; init; } = "";

    /// <summary>Values wanted.</summary>
    public int Size { get; init; } = 100;
}

/// <summary>The values of one facet.</summary>
/// <param name="Index">The state that answered.</param>
/// <param name="Field">Which.</param>
/// <param name="Distinct">Values that hold what was asked for, with at least one match.</param>
/// <param name="Missing">Matches without a value.</param>
/// <param name="Values">Most frequent first, then by value.</param>
public sealed record FacetValues(IndexState Index, string Field, int Distinct, long Missing, ImmutableArray<FacetBucket> Values);

/// <summary>What is in an index.</summary>
/// <param name="State">Name, generation, number of articles.</param>
/// <param name="Backend">Which backend made it.</param>
/// <param name="SizeInBytes">On disk.</param>
/// <param name="Created">When the generation was committed, UTC.</param>
/// <param name="Earliest">First date of any article.</param>
/// <param name="Latest">Last date of any article.</param>
/// <param name="Facets">Each facet over all articles: distinct, missing, the most frequent values.</param>
/// <param name="Properties">What the builder noted at commit.</param>
public sealed record IndexDescription(
    IndexState State,
    string Backend,
    long SizeInBytes,
    DateTimeOffset Created,
    DateOnly? Earliest,
    DateOnly? Latest,
    ImmutableArray<Facet> Facets,
    IReadOnlyDictionary<string, string> Properties);
