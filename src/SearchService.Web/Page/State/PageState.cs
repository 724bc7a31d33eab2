using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SearchService.Core.Searching;
using SearchService.Web.Features.Search;

namespace SearchService.Web.Page.State;

/// <summary>What the page shows, which is what its address says: the twin of <c>js/state/search-state.js</c>.</summary>
public sealed record PageState
{
    /// <summary>Hits on a page.</summary>
    internal const int PageSize = 10;

    /// <summary>Values shown of a facet.</summary>
    internal const int FacetSize = 10;

    // Values shown of the one that more is wanted of.
    private const int WholeFacetSize = 100;

    private static readonly SearchLimits Limits = new();

    /// <summary>The query, trimmed.</summary>
    public string Query { get; init; } = "";

    /// <summary>All that is chosen, in the order of <see cref="PageField.All"/>.</summary>
    public ImmutableArray<PageChoice> Choices { get; init; } = [];

    /// <summary>The order that the address names; null where it names none: an archive is shown without a query where it does.</summary>
    public SortOrder? Sort { get; init; }

    /// <summary>Whether a story has one hit, and stories are counted.</summary>
    public bool IsCollapsed { get; init; }

    /// <summary>Whether quotations are shown in place of articles.</summary>
    public bool IsOfQuotations { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Where a page begins that can't be skipped to; else null.</summary>
    public string? Cursor { get; init; }

    /// <summary>The article that is open, by its id.</summary>
    public string? Article { get; init; }

    /// <summary>The place to show in its text, in UTF-16 units.</summary>
    public int? At { get; init; }

    /// <summary>The facet that more values are shown of; only documents ask for it so, scripts ask for the values alone.</summary>
    public string? MoreOf { get; init; }

    /// <summary>Whether nothing is asked for: the first visit.</summary>
    public bool IsBlank => Query.Length == 0 && Sort is null && Cursor is null && Choices.IsEmpty && !IsOfQuotations;

    /// <summary>The last page that can be skipped to; beyond it pages follow each other by cursor.</summary>
    internal static int LastNumberedPage => (Limits.MaxSkip / PageSize) + 1;

    /// <summary>Reads an address. What the page doesn't know is left out; nothing is an error.</summary>
    internal static PageState Parse(IQueryCollection query)
    {
        ImmutableArray<PageChoice> choices =
        [
            .. PageField.All.SelectMany(field => query[field.Name].OfType<string>().Where(static token => token is not ("" or "-")).Distinct(StringComparer.Ordinal)
                .Select(token => new PageChoice(field.Name, token))),
        ];
        bool isOfQuotations = First("in") == "quotes";
        string? cursor = First("cursor") is { Length: > 0 } given ? given : null;
        int page = Math.Max(1, WholeNumber(First("page")) ?? 1);
        string? article = First("article") is { Length: > 0 } id ? id : null;
        return new PageState
        {
            Query = (First("q") ?? "").Trim(),
            Choices = choices,
            Sort = First("sort") switch { "relevance" => SortOrder.Relevance, "newest" => SortOrder.Newest, "oldest" => SortOrder.Oldest, _ => null },
            IsCollapsed = First("collapse") == "story" && !isOfQuotations,
            IsOfQuotations = isOfQuotations,
            Page = cursor is null ? Math.Min(page, LastNumberedPage) : page,
            Cursor = cursor,
            Article = article,
            At = article is null ? null : WholeNumber(First("at")),
            MoreOf = PageField.All.FirstOrDefault(field => field.Name == First("more"))?.Name,
        };

        string? First(string name) => query[name] is [{ } value, ..] ? value : null;
    }

    /// <summary>Writes the address, relative to the document.</summary>
    public string ToAddress()
    {
        if (IsBlank && Article is null)
        {
            return "./";
        }

        StringBuilder address = new("search");
        char before = '?';
        foreach ((string name, string value) in Parameters())
        {
            address.Append(before).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            before = '&';
        }

        return address.ToString();
    }

    /// <summary>The parameters of the address, in its order.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Query.Length > 0)
        {
            yield return ("q", Query);
        }

        foreach (PageChoice choice in Choices)
        {
            yield return (choice.Field, choice.Token);
        }

        if (IsCollapsed)
        {
            yield return ("collapse", "story");
        }

        if (IsOfQuotations)
        {
            yield return ("in", "quotes");
        }

        if (Sort is { } sort)
        {
            yield return ("sort", Http.Names.Of(sort));
        }

        if (Page > 1)
        {
            yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
        }

        if (Cursor is not null)
        {
            yield return ("cursor", Cursor);
        }

        if (MoreOf is not null)
        {
            yield return ("more", MoreOf);
        }

        if (Article is not null)
        {
            yield return ("article", Article);
            if (At is { } at)
            {
                yield return ("at", at.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The search that the page's own scripts would ask the endpoint for.</summary>
    internal SearchRequest ToRequest() => new()
    {
        Query = Query,
        Filters = [.. PageField.All.Select(field => SearchParameters.Filter(field.Name, TokensOf(field.Name))).OfType<FacetFilter>()],
        Sort = Sort ?? SortOrder.Relevance,
        Collapse = IsCollapsed ? Collapse.Story : Collapse.None,
        Size = PageSize,
        Skip = Cursor is null ? (Page - 1) * PageSize : 0,
        Cursor = Cursor,
        Facets = FacetFields.All,
        FacetSize = MoreOf is null ? FacetSize : WholeFacetSize,
        Interval = HistogramInterval.Auto,
        Split = FacetFields.Stance,
        Explain = true,
    };

    /// <summary>What is chosen in a field.</summary>
    public IEnumerable<string> TokensOf(string field) => Choices.Where(choice => choice.Field == field).Select(static choice => choice.Token);

    /// <summary>Another query under the same filters.</summary>
    public PageState WithQuery(string query) => Changed() with { Query = query.Trim() };

    /// <summary>The same search among articles or quotations; all of them when nothing else is asked.</summary>
    public PageState WithQuotations(bool isOfQuotations)
    {
        PageState next = Changed() with { IsOfQuotations = isOfQuotations, IsCollapsed = false };
        return next.IsBlank ? next with { Sort = SortOrder.Newest } : next;
    }

    /// <summary>Another page of the same list.</summary>
    public PageState WithPage(int page, string? cursor = null) => Changed() with { Page = page, Cursor = cursor };

    /// <summary>The list without the article that is open.</summary>
    public PageState WithoutArticle() => this with { Article = null, At = null };

    /// <summary>An article, opened over the list.</summary>
    public PageState WithArticle(string id, int? at = null) => this with { Article = id, At = at };

    /// <summary>The same list with more values of a facet.</summary>
    public PageState WithMoreOf(string field) => this with { MoreOf = field };

    /// <summary>Without any filter.</summary>
    public PageState WithoutFilters() => Changed() with { Choices = [] };

    /// <summary>Without the filter of a field.</summary>
    public PageState WithoutField(string field) => Changed() with { Choices = Choices.RemoveAll(choice => choice.Field == field) };

    /// <summary>All articles of a story, whatever else is chosen.</summary>
    public PageState WithStory(string id) => WithoutFilters() with
    {
        Query = $"story:\"{id.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        IsCollapsed = false,
        IsOfQuotations = false,
    };

    /// <summary>Frees a value: neither chosen nor excluded.</summary>
    public PageState Without(string field, string subject) =>
        Changed() with { Choices = Choices.RemoveAll(each => each.Field == field && each.Subject == subject) };

    /// <summary>Chooses or excludes a value.</summary>
    /// <remarks>
    /// Periods nest: choosing a month takes the place of its year and of its days, which would say the same or nothing; a year without one of
    /// its months stays both.
    /// </remarks>
    public PageState With(PageChoice chosen)
    {
        IEnumerable<PageChoice> kept = Choices.Where(each =>
            each.Field != chosen.Field || (each.Subject != chosen.Subject && (each.Field != FacetFields.Date || HoldTogether(each, chosen))));
        return Changed() with { Choices = InOrder([.. kept, chosen]) };
    }

    /// <summary>Puts one choice in place of all of its field.</summary>
    public PageState WithOnly(PageChoice chosen) => Changed() with { Choices = InOrder([.. Choices.Where(each => each.Field != chosen.Field), chosen]) };

    private static ImmutableArray<PageChoice> InOrder(IEnumerable<PageChoice> choices) =>
        [.. PageField.All.SelectMany(field => choices.Where(choice => choice.Field == field.Name))];

    private static bool HoldTogether(PageChoice a, PageChoice b)
    {
        (PageChoice outer, PageChoice inner) = IsWithin(b, a) ? (a, b) : (b, a);
        return !IsWithin(inner, outer) || (!outer.IsExcluded && inner.IsExcluded);
    }

    private static bool IsWithin(PageChoice inner, PageChoice outer) => inner.Subject.StartsWith(outer.Subject + "-", StringComparison.Ordinal);

    // A page of results or an open article belongs to the search it came from.
    private PageState Changed() => this with { Page = 1, Cursor = null, Article = null, At = null, MoreOf = null };

    private static int? WholeNumber(string? text) =>
        text is { Length: <= 9 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
