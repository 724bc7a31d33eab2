using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using SearchService.Core.Indexes;
using SearchService.Web.Tests.Page;

namespace SearchService.Web.Tests.Backends;

/// <summary>The endpoint and the page over an index that can do nothing but words, phrases, prefixes and facets: what it can't is absent or explained.</summary>
public sealed class DeniedCapabilities(DeniedCapabilities.PlainService service) : IClassFixture<DeniedCapabilities.PlainService>
{
    [Fact]
    public async Task The_index_says_what_it_can_not_do()
    {
        JsonObject capabilities = (await service.GetJsonAsync("/api/index"))["capabilities"]!.AsObject();
        Assert.Equal(8, capabilities.Count(each => each.Value is JsonValue value && !(bool)value));
    }

    [Theory]
    [InlineData("har%3Four")]
    [InlineData("harbour~1")]
    [InlineData("%2Fharbou%3Fr%2F")]
    [InlineData("harbour+NEAR+ferry")]
    [InlineData("said:harbour")]
    [InlineData("speaker:dzhakhova")]
    [InlineData("_missing:speaker")]
    [InlineData("story:x")]
    public async Task Parts_that_it_can_not_search_are_left_out_with_a_notice(string query)
    {
        JsonNode answer = await service.GetJsonAsync($"/api/search?q=compact+{query}&facets=all&interval=auto&explain=true");
        Assert.Equal(["not_supported_yet"], answer["query"]!["notices"]!.AsArray().Select(notice => (string)notice!["code"]!));
        Assert.StartsWith("text:compact", (string)answer["query"]!["read"]!, StringComparison.Ordinal);
        Assert.Equal("not_supported_yet", (string)(await service.GetJsonAsync($"/api/search?q=compact+{query}&strict=true", 400))["code"]!);
    }

    [Theory]
    [InlineData("/api/search?q=compact&collapse=story", "collapse")]
    [InlineData("/api/search?q=compact&story=x", "story")]
    [InlineData("/api/facets/source?collapse=story", "collapse")]
    [InlineData("/api/quotes?q=compact", "query")]
    [InlineData("/api/quotes/x", "query")]
    [InlineData("/api/quotes/x/versions", "query")]
    [InlineData("/api/facets/source?in=quotes", "query")]
    [InlineData("/api/articles/x?q=compact&in=quotes", "query")]
    [InlineData("/api/articles/x/similar", "id")]
    public async Task What_it_has_nothing_for_is_refused_and_never_a_fault(string address, string parameter)
    {
        JsonNode problem = await service.GetJsonAsync(address, 400);
        Assert.Equal(("not_supported", parameter), ((string)problem["code"]!, (string)problem["parameter"]!));
        Assert.NotEmpty((string)problem["detail"]!);
    }

    [Fact]
    public async Task Suggestions_corrections_and_verification_do_without_what_is_denied()
    {
        JsonNode suggested = await service.GetJsonAsync("/api/suggest?q=harb");
        Assert.Empty(suggested["completions"]!.AsArray());
        Assert.Null((await service.GetJsonAsync("/api/search?q=harbuor"))["didYouMean"]);
        Assert.Equal("verbatim", (string)(await service.GetJsonAsync("/api/verify?text=last+cellar+is+dry"))["verdict"]!);
        Assert.Equal("altered", (string)(await service.GetJsonAsync("/api/verify?text=the+very+last+cellar+is+never+dry"))["verdict"]!);
    }

    [Fact]
    public async Task Examples_are_made_of_what_it_can_search()
    {
        JsonNode examples = (await service.GetIndexWithExamplesAsync())["examples"]!;
        Assert.NotEmpty(examples.AsArray());
        Assert.DoesNotContain(examples.AsArray(), example => (string?)example!["in"] == "quotes");
    }

    [Fact]
    public async Task The_page_offers_neither_stories_nor_quotations()
    {
        IDocument document = await service.GetDocumentAsync("/search?q=compact");
        Assert.True(document.Total() > 0);
        Assert.Empty(document.QuerySelectorAll(".views"));
        Assert.Empty(document.QuerySelectorAll("input[name=collapse]"));
        Assert.NotEmpty(document.QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task An_article_is_shown_without_versions_and_similar_ones()
    {
        JsonNode article = (await service.GetJsonAsync("/api/search?q=wheat&size=1"))["hits"]![0]!;
        IDocument document = await service.GetDocumentAsync($"/search?q=wheat&article={article["id"]}");
        Assert.Contains((string)article["title"]!, document.One("#article h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll(".related-shelf"));
        Assert.Empty(document.QuerySelectorAll(".failure"));
    }

    [Theory]
    [InlineData("q=compact&in=quotes", true)]
    [InlineData("q=compact&collapse=story", false)]
    public async Task An_address_that_asks_for_it_all_the_same_is_explained(string query, bool hasViews)
    {
        IDocument document = await service.GetDocumentAsync($"/search?{query}", HttpStatusCode.BadRequest);
        Assert.Contains("This index", document.One(".failure").TextContent, StringComparison.Ordinal);
        Assert.Equal(hasViews, document.QuerySelector(".views") is not null); // the way back to articles
    }

    /// <summary>The service over an index that can do nothing that can be denied.</summary>
    public sealed class PlainService() : ServiceOnLimitedBackend(new BackendCapabilities());
}
