using System.Collections.Immutable;

namespace SearchService.Core.Searching;

/// <summary>A search as a person or a script asks for it.</summary>
public sealed record SearchRequest
{
    /// <summary>In the query language; empty for all articles.</summary>
    public string Query { get; init; } = "";

    /// <summary>Null for the product's query language; or one of the backend's own, of <see cref="Indexes.BackendCapabilities.Syntaxes"/>.</summary>
    public string? Syntax { get; init; }

    /// <summary>Refuse a query of which any part was not understood, instead of noticing it.</summary>
    public bool Strict { get; init; }

    /// <summary>Say why nothing was found, or nothing with all words: costs some searches more, and only then.</summary>
    public bool Explain { get; init; }

    /// <summary>At most one a field.</summary>
    public ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>The order of hits.</summary>
    public SortOrder Sort { get; init; }

    /// <summary>What counts as one in hits, facets and histogram.</summary>
    public Collapse Collapse { get; init; }

    /// <summary>Hits wanted; 0 for counts alone.</summary>
    public int Size { get; init; } = 10;

    /// <summary>Hits left out before the page, for pages that have numbers; not together with <see cref="Cursor"/>.</summary>
    public int Skip { get; init; }

    /// <summary><see cref="SearchResponse.Next"/> of the page before, or null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Facets wanted, of <see cref="FacetFields"/>.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>Buckets wanted of each facet, the most frequent ones.</summary>
    public int FacetSize { get; init; } = 20;

    /// <summary>The histogram wanted, or null for none.</summary>
    public HistogramInterval? Interval { get; init; }

    /// <summary>What the buckets of the histogram are split by, of <see cref="FacetFields.Splits"/>; null for nothing.</summary>
    public string? Split { get; init; }

    /// <summary>Passages wanted of each hit; 0 leaves the texts unread, which is faster for walking through many hits.</summary>
    public int Passages { get; init; } = 3;

    /// <summary>Quotations wanted of each hit, of those that matched; where texts are left unread, of those that <c>said:</c> or <c>speaker:</c> found.</summary>
    public int Quotations { get; init; } = 3;
}
