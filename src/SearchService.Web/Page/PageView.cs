using System.Collections.Immutable;
using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Core.Searching.Examples;
using SearchService.Web.Features.Index;
using SearchService.Web.Http;
using SearchService.Web.Page.Languages;
using SearchService.Web.Page.State;
using SearchService.Web.Page.Wording;

namespace SearchService.Web.Page;

/// <summary>What one document shows, and in which language.</summary>
public sealed record PageView
{
    /// <summary>Versions and similar articles shown with an article.</summary>
    internal const int RelatedWanted = 5;

    /// <summary>Values shown of each facet of the whole archive.</summary>
    internal const int ShelfLength = 6;

    private static readonly ImmutableArray<string> FacetsOfArchive = [FacetFields.Stance, FacetFields.Source, FacetFields.Country, FacetFields.Date];

    /// <summary>The files it refers to.</summary>
    public required PageFiles Files { get; init; }

    /// <summary>What it says.</summary>
    public required StringTable Text { get; init; }

    /// <summary>What its address asks for.</summary>
    public required PageState State { get; init; }

    /// <summary>What is in the archive; null where there is none that can be read.</summary>
    public IndexDescription? Archive { get; init; }

    /// <summary>What can be asked of it; all, where that isn't known.</summary>
    public BackendCapabilities? Capabilities { get; init; }

    /// <summary>Whether quotations can be searched.</summary>
    public bool HasQuotations => Capabilities?.Quotations != false;

    /// <summary>Whether it is known which articles are one story.</summary>
    public bool HasStories => Capabilities?.Stories != false;

    /// <summary>Searches made from the archive; none until they are made.</summary>
    public IReadOnlyList<ExampleSearch> Examples { get; init; } = [];

    /// <summary>What <c>/api/index</c> gives the scripts of the page, as much of its facets as they show; null where <see cref="Archive"/> is.</summary>
    public string? ArchiveJson => Archive is { } archive && Capabilities is { } capabilities
        ? JsonSerializer.Serialize(
            IndexAnswer.Of(archive with { Facets = [.. archive.Facets.Where(static facet => FacetsOfArchive.Contains(facet.Field)).Select(Shown)] }, capabilities, Examples.Count == 0 ? null : Examples),
            ApiJson.Relaxed.IndexAnswer)
        : null;

    /// <summary>What the search found; null where none was asked for, or it failed.</summary>
    public PageAnswer? Answer { get; init; }

    /// <summary>The article that is open.</summary>
    public Article? Article { get; init; }

    /// <summary>What the query matches in the title of <see cref="Article"/>.</summary>
    public ImmutableArray<TextSpan> TitleHighlights { get; init; } = [];

    /// <summary>What the query matches in the text of <see cref="Article"/>.</summary>
    public ImmutableArray<TextSpan> Highlights { get; init; } = [];

    /// <summary>Which quotations of <see cref="Article"/> match.</summary>
    public ImmutableArray<HitQuotation> Quotations { get; init; } = [];

    /// <summary>Articles of the story of <see cref="Article"/>, and it itself; a few more than <see cref="RelatedWanted"/> at most.</summary>
    public IReadOnlyList<Article> Versions { get; init; } = [];

    /// <summary>How many articles the story has.</summary>
    public long VersionsTotal { get; init; }

    /// <summary>Other articles about the same.</summary>
    public IReadOnlyList<Article> Similar { get; init; } = [];

    /// <summary>Why there is nothing else to show.</summary>
    public PageFailure? Failure { get; init; }

    /// <summary>Numbers, dates and values in words.</summary>
    public PageWording Wording => field ??= new PageWording(Text);

    /// <summary>The shapes of stances.</summary>
    public StanceShapes Stances => field ??= new StanceShapes(Archive);

    /// <summary>Which of its faces the page shows: welcome, results or article.</summary>
    public string Face => State.Article is not null ? "article" : State.IsBlank ? "welcome" : "results";

    /// <summary>Of the window.</summary>
    public string Title => Face switch
    {
        "welcome" => Text["page.title"],
        "article" when Article is not null => TitleOf(Article.Title.Length > 0 ? Article.Title : Text["hit.untitled"]),
        _ => TitleOf(Wording.Search(State)),
    };

    /// <summary>Where the article that is open was published, if that is an address of the web.</summary>
    public string? Origin => WebAddress(Article?.Url);

    /// <summary>An address if it leads to the web; anything else (a file's path, <c>javascript:</c>) is no link.</summary>
    public static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : null;

    // Stances have their shapes by all there are, and years stand from the last one.
    private static Facet Shown(Facet facet) =>
        facet.Field is FacetFields.Source or FacetFields.Country ? facet with { Values = [.. facet.Values.Take(ShelfLength)] } : facet;

    private string TitleOf(string what) => Text["title.of", ("what", what), ("name", Text["page.name"])];
}
