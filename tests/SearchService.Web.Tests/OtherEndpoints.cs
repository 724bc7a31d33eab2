using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SearchService.Web.Tests;

/// <summary>Articles, facets, the index, health, and what all answers have in common.</summary>
public sealed class OtherEndpoints(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [EveryBackend("", "text/plain", "“")]
    [EveryBackend("?format=text", "text/plain", "“")]
    [EveryBackend("?format=bibtex", "application/x-bibtex", "@article{")]
    [EveryBackend("?format=ris", "application/x-research-info-systems", "TY  - NEWS\r\n")]
    [EveryBackend("?format=csl", "application/vnd.citationstyles.csl+json", "[")]
    public async Task An_article_is_cited_in_the_format_asked_for(string backend, string format, string mediaType, string contains)
    {
        ServiceUnderTest service = services.On(backend);
        string id = (string)(await service.GetJsonAsync("/api/search?size=1"))["hits"]![0]!["id"]!;
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.GetAsync($"/api/articles/{Uri.EscapeDataString(id)}/citation{format}", Cancelled);
        Assert.Equal((mediaType, "utf-8"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet));
        Assert.NotNull(response.Headers.ETag);
        Assert.Contains(contains, await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal("article_not_found", (string)(await service.GetJsonAsync($"/api/articles/none/citation{format}", 404))["code"]!);
    }

    [Theory, EveryBackend]
    public async Task Examples_appear_with_an_answer_that_no_one_holds_yet_and_find_what_they_say(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode examples = (await service.GetIndexWithExamplesAsync())["examples"]!;
        Assert.NotEmpty(examples.AsArray());
        foreach (JsonNode? example in examples.AsArray())
        {
            string place = (string?)example!["in"] == "quotes" ? "quotes" : "search";
            JsonNode found = await service.GetJsonAsync($"/api/{place}?q={Uri.EscapeDataString((string)example["query"]!)}&size=0");
            Assert.Equal((int)example["count"]!, (int)found["total"]!);
        }

        using HttpClient client = service.CreateClient();
        using HttpResponseMessage index = await client.GetAsync("/api/index", Cancelled), search = await client.GetAsync("/api/search?size=0", Cancelled);
        Assert.EndsWith("-examples\"", index.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.DoesNotContain("examples", search.Headers.ETag!.Tag, StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task A_citation_in_no_such_format_is_refused(string backend) =>
        Assert.Equal("format", (string)(await services.On(backend).GetJsonAsync("/api/articles/none/citation?format=word", 400))["parameter"]!);

    [Theory, EveryBackend]
    public async Task An_article_is_given_whole_with_where_its_values_came_from(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode hit = (await service.GetJsonAsync("/api/search?q=%22Annex+F%22&sort=oldest&size=1"))["hits"]![0]!;
        JsonNode article = await service.GetJsonAsync($"/api/articles/{Uri.EscapeDataString((string)hit["id"]!)}");
        Assert.Equal((string)hit["title"]!, (string)article["title"]!);
        Assert.Contains("Annex F", (string)article["text"]!, StringComparison.Ordinal);
        Assert.Contains((string)article["from"]!["stance"]!, new[] { "record", "registry" });
    }

    [Theory]
    [EveryBackend("")]
    [EveryBackend("&in=quotes")]
    public async Task An_article_asked_for_with_a_query_is_marked(string backend, string place)
    {
        ServiceUnderTest service = services.On(backend);
        string hit = (string)(await service.GetJsonAsync("/api/search?q=said:%22last+cellar+is+dry%22&size=1"))["hits"]![0]!["id"]!;
        JsonNode article = await service.GetJsonAsync($"/api/articles/{hit}?q=%22last+cellar+is+dry%22{place}");
        Assert.Equal(place.Length > 0 ? "said:\"last cellar is dry\"" : "text:\"last cellar is dry\"", (string)article["query"]!["read"]!);
        string text = (string)article["text"]!;
        Assert.NotEmpty(article["highlights"]!.AsArray());
        Assert.All(article["highlights"]!.AsArray(), mark => Assert.Equal("last cellar is dry", text[(int)mark![0]!..(int)mark[1]!], ignoreCase: true));
        Assert.Contains(article["quotes"]!.AsArray(), quote => quote!["matched"] is { } matched && (bool)matched);
        Assert.All(article["quotes"]!.AsArray(), quote => Assert.Equal(quote!["matched"] is null, quote["highlights"] is null));
        JsonNode plain = await service.GetJsonAsync($"/api/articles/{hit}");
        Assert.Null(plain["query"] ?? plain["highlights"] ?? plain["titleHighlights"]);
        JsonNode unmatched = await service.GetJsonAsync($"/api/articles/{hit}?q=xylophonist{place}");
        Assert.Empty(unmatched["highlights"]!.AsArray());
    }

    [Theory, EveryBackend]
    public async Task Similar_articles_are_of_other_stories_and_the_most_similar_first(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode story = (await service.GetJsonAsync("/api/search?q=wheat&collapse=story&size=1000"))["hits"]!.AsArray().Single(hit => (int)hit!["story"]!["size"]! > 1)!;
        JsonNode similar = await service.GetJsonAsync($"/api/articles/{story["id"]}/similar?size=3");
        JsonNode[] hits = [.. similar["hits"]!.AsArray().Select(hit => hit!)];
        Assert.InRange(hits.Length, 1, 3);
        Assert.Equal(hits.OrderByDescending(hit => (double)hit["score"]!).Select(hit => (string)hit["id"]!), hits.Select(hit => (string)hit["id"]!));
        foreach (JsonNode hit in hits)
        {
            JsonNode article = await service.GetJsonAsync($"/api/articles/{hit["id"]}");
            Assert.NotEqual((string)story["story"]!["id"]!, (string?)article["story"]);
            Assert.Equal((string)article["title"]!, (string)hit["title"]!);
        }
    }

    [Theory]
    [EveryBackend("/api/articles/nope/similar", 404, "article_not_found")]
    [EveryBackend("/api/articles/nope/similar?size=51", 400, "out_of_range")]
    [EveryBackend("/api/articles/nope/similar?q=harbour", 400, "unknown_parameter")]
    public async Task Similar_articles_asked_for_wrongly_are_refused(string backend, string address, int status, string code)
    {
        ServiceUnderTest service = services.On(backend);
        Assert.Equal(code, (string)(await service.GetJsonAsync(address, status))["code"]!);
    }

    [Theory]
    [EveryBackend("in=headlines", "invalid_parameter")]
    [EveryBackend("q=foo:bar&strict=true", "unknown_field")]
    public async Task An_article_asked_for_wrongly_is_refused(string backend, string query, string code)
    {
        ServiceUnderTest service = services.On(backend);
        Assert.Equal(code, (string)(await service.GetJsonAsync($"/api/articles/mw-2022-10-09-halcyon-grace?{query}", 400))["code"]!);
    }

    [Theory]
    [EveryBackend("")]
    [EveryBackend("?q=harbour")]
    public async Task An_article_that_is_not_there_is_a_404_with_a_code(string backend, string query)
    {
        ServiceUnderTest service = services.On(backend);
        Assert.Equal("article_not_found", (string)(await service.GetJsonAsync($"/api/articles/nope{query}", 404))["code"]!);
    }

    [Theory, EveryBackend]
    public async Task Values_of_a_facet_are_found_by_what_they_contain(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/facets/source?contains=GULL");
        Assert.All(answer["values"]!.AsArray(), bucket => Assert.Contains("gull", (string)bucket!["value"]!, StringComparison.OrdinalIgnoreCase));
        Assert.Equal((int)answer["distinct"]!, answer["values"]!.AsArray().Count);
        Assert.NotEmpty(answer["values"]!.AsArray());
    }

    [Theory, EveryBackend]
    public async Task A_facet_that_is_not_there_is_a_400(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        Assert.Equal("unknown_facet", (string)(await service.GetJsonAsync("/api/facets/colour", 400))["code"]!);
    }

    [Theory, EveryBackend]
    public async Task The_index_says_what_is_in_it(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode index = await service.GetJsonAsync("/api/index");
        Assert.Equal(80, (int)index["index"]!["articles"]!);
        Assert.Equal(backend, (string)index["backend"]!);
        Assert.Equal(14, (int)index["facets"]!["source"]!["distinct"]!);
        Assert.StartsWith("2022-01", (string)index["earliest"]!, StringComparison.Ordinal);
    }

    [Theory]
    [EveryBackend("/api/search?q=harbour")]
    [EveryBackend("/api/index")]
    [EveryBackend("/api/facets/stance")]
    [EveryBackend("/api/suggest?q=harb")]
    public async Task An_answer_that_is_held_already_is_not_sent_again(string backend, string address)
    {
        ServiceUnderTest service = services.On(backend);
        await service.GetIndexWithExamplesAsync();
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage first = await client.GetAsync(address, Cancelled);
        Assert.NotNull(first.Headers.ETag);
        using HttpRequestMessage request = new(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        using HttpResponseMessage second = await client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        using HttpRequestMessage other = new(HttpMethod.Get, address) { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"another\"") } } };
        using HttpResponseMessage third = await client.SendAsync(other, Cancelled);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [EveryBackend("/api/nothing", 404)]
    [EveryBackend("/nothing.html", 404)]
    public async Task What_is_not_there_is_a_problem_too(string backend, string address, int status)
    {
        ServiceUnderTest service = services.On(backend);
        Assert.Equal("not_found", (string)(await service.GetJsonAsync(address, status))["code"]!);
    }

    [Theory]
    [EveryBackend("/")]
    [EveryBackend("/api/index")]
    [EveryBackend("/api/search?size=x")]
    public async Task Every_answer_keeps_to_itself(string backend, string address)
    {
        ServiceUnderTest service = services.On(backend);
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.GetAsync(address, Cancelled);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory, EveryBackend]
    public async Task The_page_is_served(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.GetAsync("/", Cancelled);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<script type=\"module\"", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task Health_is_told(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        using HttpClient client = service.CreateClient();
        Assert.Equal("Healthy", await client.GetStringAsync("/health/live", Cancelled));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Cancelled));
    }
}
