using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SearchService.Web.Tests.Backends;

/// <summary>Parameter <c>syntax</c>: a query that is the backend's alone to read.</summary>
public sealed class AnotherSyntax(AnotherSyntax.ServiceWithSyntax service, ServiceUnderTest embedded) : IClassFixture<AnotherSyntax.ServiceWithSyntax>, IClassFixture<ServiceUnderTest>
{
    [Fact]
    public async Task A_query_is_read_as_it_was_given_and_its_cursor_leads_on()
    {
        JsonNode plain = await service.GetJsonAsync("/api/search?q=harbour&size=1");
        JsonNode native = await service.GetJsonAsync("/api/search?q=harbour&size=1&syntax=own");
        Assert.Equal((int)plain["total"]!, (int)native["total"]!);
        Assert.Equal("harbour", (string)native["query"]!["read"]!);
        Assert.Equal(("native", "harbour"), ((string)native["query"]!["outline"]!["kind"]!, (string)native["query"]!["outline"]!["text"]!));
        JsonNode next = await service.GetJsonAsync($"/api/search?q=harbour&size=1&syntax=own&cursor={native["next"]}");
        Assert.NotEqual((string)native["hits"]![0]!["id"]!, (string)next["hits"]![0]!["id"]!);
        Assert.Equal("cursor_of_another_search", (string)(await service.GetJsonAsync($"/api/search?q=harbour&size=1&cursor={native["next"]}", 400))["code"]!);
    }

    [Fact]
    public async Task Facets_articles_and_bodies_take_it_too()
    {
        JsonNode hit = (await service.GetJsonAsync("/api/search?q=%22Annex+F%22&syntax=own&size=1"))["hits"]![0]!;
        JsonNode article = await service.GetJsonAsync($"/api/articles/{hit["id"]}?q=%22Annex+F%22&syntax=own");
        Assert.Equal("native", (string)article["query"]!["outline"]!["kind"]!);
        Assert.NotEmpty(article["highlights"]!.AsArray());
        JsonNode values = await service.GetJsonAsync("/api/facets/source?q=harbour&syntax=own");
        Assert.Equal((await service.GetJsonAsync("/api/facets/source?q=harbour"))["values"]!.ToJsonString(), values["values"]!.ToJsonString());

        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.PostAsJsonAsync("/api/search", new { q = "harbour", syntax = "own" }, TestContext.Current.CancellationToken);
        JsonNode posted = (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        Assert.Equal("harbour", (string)posted["query"]!["read"]!);
    }

    [Fact]
    public async Task One_that_the_index_can_not_read_is_a_notice_or_a_400()
    {
        JsonNode answer = await service.GetJsonAsync("/api/search?q=[[harbour&syntax=own&explain=true&facets=all&interval=auto");
        Assert.Equal(0, (int)answer["total"]!);
        JsonNode notice = answer["query"]!["notices"]!.AsArray().Single()!;
        Assert.Equal(("invalid_query", "Two brackets mean nothing."), ((string)notice["code"]!, (string)notice["values"]![0]!));
        Assert.Equal("invalid_query", (string)(await service.GetJsonAsync("/api/search?q=[[harbour&syntax=own&strict=true", 400))["code"]!);
        Assert.Equal("invalid_query", (string)(await service.GetJsonAsync("/api/facets/source?q=[[harbour&syntax=own&strict=true", 400))["code"]!);
    }

    [Theory]
    [InlineData("/api/quotes?q=harbour&syntax=own")]
    [InlineData("/api/facets/source?q=harbour&syntax=own&in=quotes")]
    [InlineData("/api/articles/1?q=harbour&syntax=own&in=quotes")]
    [InlineData("/api/search?q=harbour&syntax=sql")]
    [InlineData("/api/articles/1?q=harbour&syntax=sql")]
    public async Task What_can_not_be_asked_in_it_is_refused(string address)
    {
        JsonNode problem = await service.GetJsonAsync(address, 400);
        Assert.Equal(("not_supported", "syntax"), ((string)problem["code"]!, (string)problem["parameter"]!));
    }

    [Fact]
    public async Task An_index_that_reads_no_other_syntax_says_so()
    {
        JsonNode problem = await embedded.GetJsonAsync("/api/search?q=harbour&syntax=lucene", 400);
        Assert.Equal("not_supported", (string)problem["code"]!);
        Assert.Contains("'lucene'", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    /// <summary>The service over an index that can do all, and reads a syntax of its own.</summary>
    public sealed class ServiceWithSyntax() : ServiceOnLimitedBackend(new()
    {
        Wildcards = true,
        Fuzzy = true,
        RegularExpressions = true,
        Near = true,
        Quotations = true,
        Stories = true,
        Similarity = true,
        Suggestions = true,
        Syntaxes = ["own"],
    });
}
