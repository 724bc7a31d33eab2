using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SearchService.Core.Searching;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Search;

/// <summary>The query string of <c>GET /api/search</c>.</summary>
internal static class SearchParameters
{
    private static readonly SearchRequest Defaults = new();
    private static readonly SearchLimits Limits = new();

    /// <summary>What says in which syntax the query is.</summary>
    internal static QueryParameter Syntax { get; } =
        new("syntax", "The query is read in a syntax of the index's own, one of `capabilities.syntaxes` of /api/index, and is not the query language. Not for quotations.");

    /// <summary>What chooses articles: the query and a parameter for each facet.</summary>
    internal static ImmutableArray<QueryParameter> Choosing { get; } =
    [
        new("q", "The query, in the query language. Empty or absent: all articles."),
        Syntax,
        .. FacetFields.Filters.Select(field => new QueryParameter(field, Describe(field)) { Repeatable = true }),
        new("collapse", "story: an article a story, the best in the order asked for, and counts of stories in facets and histogram.")
        {
            Values = Names.All<Collapse>(), Default = JsonValue.Create(Names.Of(Defaults.Collapse)),
        },
        new("strict", "true: a query of which any part is not understood is refused with its place, instead of answered with a notice.")
        {
            Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false),
        },
    ];

    /// <summary>All parameters.</summary>
    internal static ImmutableArray<QueryParameter> All { get; } =
    [
        .. Choosing,
        new("explain", "true: when nothing has all that is asked for, `nothing` says what each part of the query and each filter keeps out.")
        {
            Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false),
        },
        new("sort", "The order of hits; articles without a date come last when sorted by it.")
        {
            Values = Names.All<SortOrder>(), Default = JsonValue.Create(Names.Of(Defaults.Sort)),
        },
        new("size", "Hits on a page; 0 for counts alone.")
        {
            Type = JsonSchemaType.Integer, Maximum = Limits.MaxSize, Default = JsonValue.Create(Defaults.Size),
        },
        new("skip", "Hits left out before the page, for pages that have numbers; further on, and through everything, a cursor leads. Not together with one.")
        {
            Type = JsonSchemaType.Integer, Maximum = Limits.MaxSkip, Default = JsonValue.Create(Defaults.Skip),
        },
        new("cursor", "`next` of the page before. Everything else but size must be as it was."),
        new("facets", "Facets to count, separated by commas or repeated: " + string.Join(", ", FacetFields.All) + ", or all.") { Repeatable = true },
        new("facetSize", "Values of each facet, most frequent first.")
        {
            Type = JsonSchemaType.Integer, Maximum = Limits.MaxFacetSize, Default = JsonValue.Create(Defaults.FacetSize),
        },
        new("interval", "Asks for a histogram of dates with buckets of this width.") { Values = Names.All<HistogramInterval>() },
        new("split", "Splits each bucket of the histogram by the most frequent values of what matches.") { Values = FacetFields.Splits },
        new("passages", "Passages of each hit; 0 for none, and no count of matches.")
        {
            Type = JsonSchemaType.Integer, Maximum = Limits.MaxPassages, Default = JsonValue.Create(Defaults.Passages),
        },
        new("quotes", "Quotations of each hit, of those that matched; 0 for none.")
        {
            Type = JsonSchemaType.Integer, Maximum = Limits.MaxQuotations, Default = JsonValue.Create(Defaults.Quotations),
        },
    ];

    /// <summary>Reads what is in <see cref="All"/>; what the reader doesn't know is as by default.</summary>
    /// <exception cref="InvalidRequestException">A parameter has a value it doesn't take.</exception>
    internal static SearchRequest Read(QueryReader query) => ReadChoosing(query) with
    {
        Explain = query.Flag("explain"),
        Sort = query.Choice<SortOrder>("sort") ?? Defaults.Sort,
        Size = query.Integer("size", Defaults.Size),
        Skip = query.Integer("skip", Defaults.Skip),
        Cursor = query.TextOrNull("cursor"),
        Facets = Facets(query.All("facets")),
        FacetSize = query.Integer("facetSize", Defaults.FacetSize),
        Interval = query.Choice<HistogramInterval>("interval"),
        Split = query.TextOrNull("split"),
        Passages = query.Integer("passages", Defaults.Passages),
        Quotations = query.Integer("quotes", Defaults.Quotations),
    };

    /// <summary>Reads what is in <see cref="Choosing"/>.</summary>
    internal static SearchRequest ReadChoosing(QueryReader query) => new()
    {
        Query = query.Text("q"),
        Syntax = query.TextOrNull("syntax"),
        Strict = query.Flag("strict"),
        Collapse = query.Choice<Collapse>("collapse") ?? Defaults.Collapse,
        Filters = [.. FacetFields.Filters.Select(field => Filter(field, query.All(field))).OfType<FacetFilter>()],
    };

    /// <summary>What says whether a query is of articles or of quotations.</summary>
    internal static QueryParameter In(string description) => new("in", description)
    {
        Values = Names.All<SearchIn>(),
        Default = JsonValue.Create(Names.Of(SearchIn.Articles)),
    };

    /// <summary>Reads <see cref="In"/>.</summary>
    /// <exception cref="InvalidRequestException">It has a value it doesn't take.</exception>
    internal static SearchIn ReadIn(QueryReader query) => query.Choice<SearchIn>("in") ?? SearchIn.Articles;

    /// <summary>A facet's values as they are written: a leading <c>-</c> excludes, a leading <c>\</c> takes what follows literally.</summary>
    internal static FacetFilter? Filter(string field, IEnumerable<string> values)
    {
        List<string> included = [], excluded = [];
        foreach (string value in values)
        {
            bool excludes = value.StartsWith('-');
            string rest = excludes ? value[1..] : value;
            (excludes ? excluded : included).Add(rest.StartsWith('\\') ? rest[1..] : rest);
        }

        return included.Count + excluded.Count == 0 ? null : new FacetFilter(field, [.. included.Distinct()], [.. excluded.Distinct()]);
    }

    internal static ImmutableArray<string> Facets(IEnumerable<string> names)
    {
        string[] fields = [.. names.SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        return fields.Contains("all") ? FacetFields.All : [.. fields];
    }

    private static string Describe(string field) => field == FacetFields.Story
        ? "The id of a story: its articles. Repeated: any of them; a leading - excludes."
        : field == FacetFields.Date
        ? "A period: 2022, 2022-01, 2022-01-13, or a range 2022-01-05..2022-02, open at either end. Repeated: any of them; a leading - excludes; _missing: articles without a date."
        : $"A value of the facet {field}. Repeated: any of them; a leading - excludes; _missing: articles without one. A value that begins with - or \\ is written with \\ before it.";
}
