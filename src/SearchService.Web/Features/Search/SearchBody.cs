using SearchService.Core.Searching;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Search;

/// <summary>The body of <c>POST /api/search</c>: the parameters of <c>GET</c>, by the same names.</summary>
/// <remarks>Settable: generated serialization overwrites the defaults of init-only properties.</remarks>
internal sealed record SearchBody
{
    /// <summary>The query, in the query language.</summary>
    public string Q { get; set; } = "";

    /// <summary>A syntax of the index's own in which the query is; absent for the query language.</summary>
    public string? Syntax { get; set; }

    /// <summary>Refuse a query of which any part is not understood.</summary>
    public bool Strict { get; set; }

    /// <summary>Say why nothing has all that is asked for.</summary>
    public bool Explain { get; set; }

    /// <summary>Outlets; a leading - excludes, _missing for none.</summary>
    public string[] Source { get; set; } = [];

    /// <summary>ISO 3166 alpha-2.</summary>
    public string[] Country { get; set; } = [];

    /// <summary>Stance labels.</summary>
    public string[] Stance { get; set; } = [];

    /// <summary>Periods.</summary>
    public string[] Date { get; set; } = [];

    /// <summary>Bylines.</summary>
    public string[] Author { get; set; } = [];

    /// <summary>Who speaks in a quotation.</summary>
    public string[] Speaker { get; set; } = [];

    /// <summary>Topics.</summary>
    public string[] Topic { get; set; } = [];

    /// <summary>ISO 639-1.</summary>
    public string[] Language { get; set; } = [];

    /// <summary>Ids of stories.</summary>
    public string[] Story { get; set; } = [];

    /// <summary>none or story.</summary>
    public string? Collapse { get; set; }

    /// <summary>relevance, newest or oldest.</summary>
    public string? Sort { get; set; }

    /// <summary>Hits on a page.</summary>
    public int? Size { get; set; }

    /// <summary>Hits left out before the page.</summary>
    public int? Skip { get; set; }

    /// <summary><c>next</c> of the page before.</summary>
    public string? Cursor { get; set; }

    /// <summary>Facets to count, or all.</summary>
    public string[] Facets { get; set; } = [];

    /// <summary>Values of each facet.</summary>
    public int? FacetSize { get; set; }

    /// <summary>day, week, month, year or auto.</summary>
    public string? Interval { get; set; }

    /// <summary>What the histogram is split by.</summary>
    public string? Split { get; set; }

    /// <summary>Passages of each hit.</summary>
    public int? Passages { get; set; }

    /// <summary>Quotations of each hit.</summary>
    public int? Quotes { get; set; }

    /// <exception cref="InvalidRequestException">A value isn't one that its name takes.</exception>
    internal SearchRequest ToRequest()
    {
        SearchRequest defaults = new();
        (string Field, string[] Values)[] filters =
        [
            (FacetFields.Source, Source), (FacetFields.Country, Country), (FacetFields.Stance, Stance), (FacetFields.Date, Date),
            (FacetFields.Speaker, Speaker), (FacetFields.Author, Author), (FacetFields.Topic, Topic), (FacetFields.Language, Language), (FacetFields.Story, Story),
        ];
        return new SearchRequest
        {
            Query = Q,
            Syntax = Syntax,
            Strict = Strict,
            Explain = Explain,
            Filters = [.. filters.Select(filter => SearchParameters.Filter(filter.Field, filter.Values)).OfType<FacetFilter>()],
            Sort = Sort is null ? defaults.Sort : Names.Parse<SortOrder>(Sort, "sort"),
            Collapse = Collapse is null ? defaults.Collapse : Names.Parse<Collapse>(Collapse, "collapse"),
            Size = Size ?? defaults.Size,
            Skip = Skip ?? defaults.Skip,
            Cursor = Cursor,
            Facets = SearchParameters.Facets(Facets),
            FacetSize = FacetSize ?? defaults.FacetSize,
            Interval = Interval is null ? null : Names.Parse<HistogramInterval>(Interval, "interval"),
            Split = Split,
            Passages = Passages ?? defaults.Passages,
            Quotations = Quotes ?? defaults.Quotations,
        };
    }
}
