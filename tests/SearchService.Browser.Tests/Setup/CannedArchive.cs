using System.Collections.Concurrent;
using System.Text.Json;
using System.Web;
using Microsoft.Playwright;

namespace SearchService.Browser.Tests.Setup;

/// <summary>
/// Serves the page as the service does, and answers its requests with what a test prescribes: for what a real service can't be made to
/// say at will.
/// </summary>
internal sealed class CannedArchive(Uri service)
{
    private static readonly HttpClient Client = new();

    private readonly ConcurrentQueue<SearchAsked> _searches = new();
    private readonly ConcurrentQueue<SearchAsked> _quotations = new();

    /// <summary>Where the page believes to be; nothing listens there.</summary>
    public static Uri Home { get; } = new("https://archive.example/");

    /// <summary>Gets or sets the language that the reader's browser asks for.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Gets or sets what answers a search; see <see cref="CannedAnswers"/>.</summary>
    public Func<SearchAsked, Task<CannedAnswer>> OnSearch { get; set; } = asked => Task.FromResult(CannedAnswers.Found(asked.Query));

    /// <summary>Gets or sets what answers a search for quotations.</summary>
    public Func<SearchAsked, Task<CannedAnswer>> OnQuotes { get; set; } = asked => Task.FromResult(CannedQuotations.Found(asked.Query));

    /// <summary>Gets or sets what answers a request for the versions of a quotation.</summary>
    public Func<string, CannedAnswer> OnVersions { get; set; } = _ => CannedQuotations.Versions();

    /// <summary>Gets or sets what answers a request for suggestions.</summary>
    public Func<SearchAsked, Task<CannedAnswer>> OnSuggest { get; set; } = _ => Task.FromResult(CannedAnswers.Suggested());

    /// <summary>Gets or sets what answers a request for the values of a facet.</summary>
    public Func<string, SearchAsked, CannedAnswer> OnFacet { get; set; } = (_, _) => CannedAnswers.Problem(404, "not_found", "There is no such facet.");

    /// <summary>Gets or sets what answers a request for an article.</summary>
    public Func<string, SearchAsked, CannedAnswer> OnArticle { get; set; } = (id, _) => CannedArticles.Article(id);

    /// <summary>Gets or sets what answers a request for articles like one.</summary>
    public Func<string, CannedAnswer> OnSimilar { get; set; } = _ => CannedArticles.Similar();

    /// <summary>Gets or sets what answers a request for a citation; a text is given as it is.</summary>
    public Func<string, string, CannedAnswer> OnCitation { get; set; } = (id, format) => new(200, null) { Text = $"{format} of {id}" };

    /// <summary>Gets or sets the searches that the archive offers.</summary>
    public object[]? Examples { get; set; }

    /// <summary>Gets or sets what the archive says it can do; null for nothing said.</summary>
    public object? Capabilities { get; set; }

    /// <summary>Gets the searches that were asked, in their order.</summary>
    public IReadOnlyList<SearchAsked> Searches => [.. _searches];

    /// <summary>Gets the searches for quotations that were asked, in their order.</summary>
    public IReadOnlyList<SearchAsked> Quotations => [.. _quotations];

    /// <summary>Takes over every request of a tab.</summary>
    public Task ServeAsync(IPage page) => page.RouteAsync("**/*", AnswerAsync);

    private async Task AnswerAsync(IRoute route)
    {
        Uri address = new(route.Request.Url);
        SearchAsked asked = new(HttpUtility.ParseQueryString(address.Query));
        string path = address.AbsolutePath;
        if (path == "/api/search")
        {
            _searches.Enqueue(asked);
            await FulfillAsync(route, await OnSearch(asked));
        }
        else if (path == "/api/quotes")
        {
            _quotations.Enqueue(asked);
            await FulfillAsync(route, await OnQuotes(asked));
        }
        else if (path.StartsWith("/api/quotes/", StringComparison.Ordinal))
        {
            await FulfillAsync(route, OnVersions(Uri.UnescapeDataString(path["/api/quotes/".Length..^"/versions".Length])));
        }
        else if (path == "/api/suggest")
        {
            await FulfillAsync(route, await OnSuggest(asked));
        }
        else if (path == "/api/index")
        {
            await FulfillAsync(route, CannedAnswers.Index(Examples, Capabilities));
        }
        else if (path.StartsWith("/api/facets/", StringComparison.Ordinal))
        {
            await FulfillAsync(route, OnFacet(path["/api/facets/".Length..], asked));
        }
        else if (path.StartsWith("/api/articles/", StringComparison.Ordinal))
        {
            await FulfillAsync(route, AnswerArticle(path["/api/articles/".Length..].Split('/'), asked));
        }
        else
        {
            await ForwardAsync(route, path);
        }
    }

    private CannedAnswer AnswerArticle(string[] path, SearchAsked asked)
    {
        string id = Uri.UnescapeDataString(path[0]);
        return path.ElementAtOrDefault(1) switch
        {
            null => OnArticle(id, asked),
            "similar" => OnSimilar(id),
            _ => OnCitation(id, asked["format"][0]),
        };
    }

    private static async Task FulfillAsync(IRoute route, CannedAnswer answer)
    {
        if (answer.Status == 0)
        {
            await route.AbortAsync("connectionrefused");
            return;
        }

        try
        {
            await route.FulfillAsync(new()
            {
                Status = answer.Status,
                ContentType = answer.Status < 400 ? "application/json" : "application/problem+json",
                Body = answer.Text ?? JsonSerializer.Serialize(answer.Body, JsonSerializerOptions.Web),
            });
        }
        catch (PlaywrightException)
        {
            // The page no longer waits for it: that is what a test of late answers is about.
        }
    }

    // The document is always that of the first visit: what stands in it of the service's own archive goes when the canned answer is there.
    private async Task ForwardAsync(IRoute route, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(service, path == "/search" ? "/" : path));
        request.Headers.AcceptLanguage.ParseAdd(Language);
        using HttpResponseMessage response = await Client.SendAsync(request);
        await route.FulfillAsync(new()
        {
            Status = (int)response.StatusCode,
            BodyBytes = await response.Content.ReadAsByteArrayAsync(),
            Headers = response.Headers.Concat(response.Content.Headers)
                .Where(static header => header.Key is not ("Transfer-Encoding" or "Content-Length"))
                .ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value)),
        });
    }
}
