using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using SearchService.TestSupport;

namespace SearchService.Web.Tests.Page;

/// <summary>What addresses of the page lead to: an answer, an answer held already, another address, or a failure that says what to do.</summary>
public sealed class DocumentAddresses(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/search?q=harbour&date=2022-13", HttpStatusCode.BadRequest, "invalid_date", "date")]
    [InlineData("/search?q=harbour&cursor=nonsense", HttpStatusCode.BadRequest, "invalid_cursor", "cursor")]
    [InlineData("/search?article=nope", HttpStatusCode.NotFound, "article_not_found", null)]
    public async Task What_cannot_be_answered_is_a_document_that_says_so(string address, HttpStatusCode status, string code, string? parameter)
    {
        IDocument document = await service.GetDocumentAsync(address, status);
        Assert.Equal(code, document.One(".failure").GetAttribute("data-code"));
        Assert.Equal(parameter is not null, document.One(".failure").TextContent.Contains($"{parameter} in the address", StringComparison.Ordinal) && parameter is not null);
        Assert.NotEmpty(document.QuerySelectorAll("#q"));
    }

    [Fact]
    public async Task Without_an_index_the_page_says_that_it_is_being_prepared()
    {
        using TemporaryFolder folder = new();
        await using WebApplicationFactory<Program> empty = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0").UseSetting("Service:Index", folder["none"]));
        using HttpClient client = empty.CreateClient();
        foreach (string address in (string[])["/", "/search?q=harbour", "/search?article=x"])
        {
            using HttpResponseMessage response = await client.GetAsync(address, Cancelled);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
            Assert.Null(response.Headers.ETag);
            Assert.Contains("data-code=\"index_not_found\"", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task When_too_many_search_the_page_says_so_and_the_endpoint_too()
    {
        await using WebApplicationFactory<Program> small = service.WithWebHostBuilder(builder =>
            builder.UseSetting("Service:SearchesPerProcessor", "1").UseSetting("Service:WaitingSearches", "0"));
        using HttpClient client = small.CreateClient();
        List<HttpResponseMessage> unread = [];
        try
        {
            // A document that isn't read stays longer than what is buffered of it: its search isn't over.
            for (int i = 0; i < Environment.ProcessorCount; i++)
            {
                unread.Add(await client.GetAsync("/search?q=harbour", HttpCompletionOption.ResponseHeadersRead, Cancelled));
                Assert.Equal(HttpStatusCode.OK, unread[i].StatusCode);
            }

            using HttpResponseMessage page = await client.GetAsync("/search?q=harbour", Cancelled), data = await client.GetAsync("/api/search?q=harbour", Cancelled);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (page.StatusCode, data.StatusCode));
            Assert.Contains("data-code=\"too_many_searches\"", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
            Assert.Equal("application/problem+json", data.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(page.Headers.RetryAfter);
        }
        finally
        {
            unread.ForEach(response => response.Dispose());
        }
    }

    [Theory]
    [InlineData("/search?q=harbour&utm_source=letter&size=3&facets=none&skip=5")]
    [InlineData("/search?q=harbour&sort=sideways&page=zero&at=7")]
    [InlineData("/search?q=+harbour+&stance=&source=-&page=0")]
    public async Task What_the_page_does_not_know_of_an_address_is_ignored(string address)
    {
        IDocument plain = await service.GetDocumentAsync("/search?q=harbour"), odd = await service.GetDocumentAsync(address);
        Assert.Equal(plain.Total(), odd.Total());
        Assert.Equal(plain.Texts(".hit-title"), odd.Texts(".hit-title"));
    }

    [Theory]
    [InlineData("/?q=%22a+b%22&stance=-critical")]
    [InlineData("/?sort=newest")]
    [InlineData("/?article=x")]
    public async Task Where_searches_had_their_address_once_leads_to_where_they_have_it(string address)
    {
        using HttpClient client = service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using HttpResponseMessage response = await client.GetAsync(address, Cancelled);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("search" + address[1..], response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=harbour")]
    public async Task A_document_that_is_held_already_is_not_sent_again_but_in_another_language(string address)
    {
        await service.GetIndexWithExamplesAsync();
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage first = await client.GetAsync(address, Cancelled);
        Assert.Subset(first.Headers.Vary.ToHashSet(), new HashSet<string>(["Accept-Language", "Cookie"]));
        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync("en"));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync("ru"));

        async Task<HttpStatusCode> AskAgainAsync(string language)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! }, AcceptLanguage = { new(language) } } };
            using HttpResponseMessage second = await client.SendAsync(request, Cancelled);
            return second.StatusCode;
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=harbour&date=2022")]
    [InlineData("/search?q=said&in=quotes")]
    [InlineData("/search?q=zzzzzz&stance=critical")]
    public async Task Documents_keep_to_their_own_policy_and_name_everything_once(string address)
    {
        IDocument document = await service.GetDocumentAsync(address);
        Assert.Empty(document.All.Where(element => element.Attributes.Any(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal))));
        Assert.Empty(document.All.Where(element => element.HasAttribute("id")).GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.All(document.QuerySelectorAll("a[href^=http]"), link => Assert.Equal("noopener noreferrer", link.GetAttribute("rel")));
        Assert.Equal("module", Assert.Single(document.Scripts, static script => script.GetAttribute("type") != "application/json").GetAttribute("type"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=harbour")]
    public async Task All_that_a_visit_needs_is_small(string address)
    {
        using HttpClient client = service.CreateClient();
        IDocument document = await service.GetDocumentAsync(address);
        int size = 0;
        foreach (string needed in (string[])[address, "/" + document.Scripts[0].GetAttribute("src"), "/" + document.QuerySelector("link[rel=icon]")!.GetAttribute("href"), .. document.QuerySelector("#archive") is null ? ["/api/index"] : Array.Empty<string>()])
        {
            using HttpRequestMessage request = new(HttpMethod.Get, needed) { Headers = { AcceptEncoding = { new("br") } } };
            using HttpResponseMessage response = await client.SendAsync(request, Cancelled);
            Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
            Assert.False(response.Headers.Contains("blazor-enhanced-nav"));
            size += (await response.Content.ReadAsByteArrayAsync(Cancelled)).Length;
        }

        Assert.InRange(size, 1, 60_000);
    }

    [Fact]
    public async Task A_document_holds_what_its_scripts_would_ask_for()
    {
        IDocument document = await service.GetDocumentAsync("/search?q=harbour&stance=critical&page=2&sort=newest");
        IElement held = document.QuerySelector("#answer")!;
        JsonNode answer = await service.GetJsonAsync(
            $"/{held.GetAttribute("data-of")}?q=harbour&stance=critical&sort=newest&size=10&skip=10&facets=all&facetSize=10&interval=auto&split=stance&explain=true");

        JsonNode same = JsonNode.Parse(held.TextContent)!;
        same["tookMicroseconds"] = answer["tookMicroseconds"]!.DeepClone();
        Assert.Equal(answer.ToJsonString(), same.ToJsonString());
    }

    [Fact]
    public async Task A_document_of_a_search_holds_the_description_of_the_archive_and_that_of_a_first_visit_does_not()
    {
        JsonNode described;
        do
        {
            described = await service.GetJsonAsync("/api/index"); // the time limit of the run ends this, if nothing else
        }
        while (described["examples"] is null);
        IDocument document = await service.GetDocumentAsync("/search?q=harbour");
        JsonNode held = JsonNode.Parse(document.QuerySelector("script[data-of='api/index']")!.TextContent)!;
        foreach (string others in (string[])["speaker", "author", "topic", "language"])
        {
            Assert.True(described["facets"]!.AsObject().Remove(others), others);
        }

        foreach (string shortened in (string[])["source", "country"])
        {
            JsonArray values = described["facets"]![shortened]!["values"]!.AsArray();
            described["facets"]![shortened]!["values"] = new JsonArray([.. values.Take(6).Select(static value => value!.DeepClone())]);
        }

        Assert.True(JsonNode.DeepEquals(described, held), held.ToJsonString());
        Assert.Empty((await service.GetDocumentAsync("/")).QuerySelectorAll("script[data-of]"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task The_script_says_what_it_says_in_the_language_of_the_document(string language)
    {
        IDocument document = await service.GetDocumentAsync("/search?q=harbour", language: language);
        using HttpClient client = service.CreateClient();
        string script = await client.GetStringAsync("/" + document.Scripts[0].GetAttribute("src"), Cancelled);
        string said = document.QuerySelector("button[type=submit]")!.TextContent;
        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.Contains($"\"box.search\":\"{said}\"", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Russian_all_that_the_page_says_is_Russian()
    {
        IDocument document = await service.GetDocumentAsync("/search?q=harbour&date=2022-01&source=_missing&stance=-critical", language: "ru-RU,en;q=0.5");
        Assert.Equal("ru", document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Позиция", "Издание", "Дата"], document.Texts(".chip-field"));
        Assert.Equal(["не critical", "без издания", "январь 2022 г."], document.Texts(".chip bdi"));
        document = await service.GetDocumentAsync("/search?q=compact&country=EE", language: "ru");
        Assert.Matches("^[0-9]+ (статья|статьи|статей)$", document.One(".results-total").TextContent);
        Assert.All(document.QuerySelectorAll(".kicker span:not([class])"), country => Assert.Equal("Эстония", country.TextContent));
    }
}
