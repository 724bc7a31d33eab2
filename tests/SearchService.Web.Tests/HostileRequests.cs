using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SearchService.Web.Tests;

/// <summary>Requests that ask for more than anybody needs: an answer, with a notice that names the limit, or a problem that does.</summary>
public sealed class HostileRequests(ServiceUnderTest service) : IClassFixture<ServiceUnderTest>
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"harbour chain\"~2147483647", "invalid_slop", "10,000")]
    [InlineData("\"harbour chain\"~99999999999999999999", "invalid_slop", "10,000")]
    [InlineData("harbour NEAR/2147483647 chain", "invalid_distance", "10,000")]
    [InlineData("harbour /(a{99}){99}{99}/", "invalid_pattern", "MaxStates")]
    [InlineData("harbour~3", "invalid_fuzziness", "2")]
    public async Task What_is_too_much_is_left_out_with_the_limit_named(string query, string code, string limit)
    {
        JsonNode answer = await AskAsync(new JsonObject { ["q"] = query });
        JsonNode notice = Assert.Single(answer["query"]!["notices"]!.AsArray())!;
        Assert.Equal(code, (string)notice["code"]!);
        Assert.Contains(limit, (string)notice["message"]!, StringComparison.Ordinal);
        JsonNode problem = await AskAsync(new JsonObject { ["q"] = query, ["strict"] = true }, 400);
        Assert.Equal(code, (string)problem["code"]!);
    }

    [Fact]
    public async Task The_largest_distances_find_all_that_has_both()
    {
        int both = (int)(await AskAsync(new JsonObject { ["q"] = "text:verbatim:harbour AND text:verbatim:the" }))["total"]!;
        Assert.NotEqual(0, both);
        foreach (string query in (string[])["text:\"harbour the\"~10000", "text:verbatim:harbour NEAR/10000 text:verbatim:the", "text:verbatim:the NEAR/10000 text:verbatim:harbour"])
        {
            JsonNode answer = await AskAsync(new JsonObject { ["q"] = query });
            Assert.Empty(answer["query"]!["notices"]!.AsArray());
            Assert.Equal(both, (int)answer["total"]!);
        }
    }

    [Fact]
    public async Task Ten_thousand_words_are_read_as_far_as_the_limits_go_which_are_named()
    {
        string words = string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"q{i}"));
        JsonNode answer = await AskAsync(new JsonObject { ["q"] = $"harbour {words}" });
        foreach (var (code, limit) in (ReadOnlySpan<(string, string)>)[("query_too_long", "MaxLengthInCharacters"), ("too_many_clauses", "MaxClauses")])
        {
            JsonNode notice = Assert.Single(answer["query"]!["notices"]!.AsArray(), notice => (string)notice!["code"]! == code)!;
            Assert.Contains(limit, (string)notice["message"]!, StringComparison.Ordinal);
        }

        Assert.Equal((int)(await AskAsync(new JsonObject { ["q"] = "harbour" }))["total"]!, (int)answer["total"]!);
    }

    [Fact]
    public async Task A_query_nested_as_deep_as_it_may_be_is_outlined()
    {
        string query = new string('(', 99) + "harbour" + string.Concat(Enumerable.Range(0, 99).Select(i => i % 2 == 0 ? " OR chain)" : " ferry)"));
        JsonNode answer = await AskAsync(new JsonObject { ["q"] = query, ["size"] = 0 });
        Assert.Equal("any", (string)answer["query"]!["outline"]!["kind"]!);
        Assert.Contains("\"kind\":\"query\"", answer["query"]!["outline"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*", "/.*/")]
    [InlineData("h*", "/h.*/")]
    [InlineData("*a*b*c*", "/.*a.*b.*c.*/")]
    [InlineData("*a*?*?*?*?*", "/.*a.{4,}/")]
    public async Task Patterns_of_hardly_anything_are_answered_alike_however_written(string wildcards, string expression)
    {
        JsonNode one = await AskAsync(new JsonObject { ["q"] = wildcards }), other = await AskAsync(new JsonObject { ["q"] = expression });
        Assert.Empty(one["query"]!["notices"]!.AsArray());
        Assert.NotEqual(0, (int)one["total"]!);
        Assert.Equal((int)one["total"]!, (int)other["total"]!);
    }

    [Fact]
    public async Task A_thousand_values_filter_and_one_more_is_refused_by_the_limits_name()
    {
        string[] stances = ["critical", "neutral", .. Enumerable.Range(0, 998).Select(i => $"stance {i}")];
        JsonNode chosen = await AskAsync(new JsonObject { ["stance"] = Values(stances) });
        JsonNode two = await AskAsync(new JsonObject { ["stance"] = Values(["critical", "neutral"]) });
        Assert.NotEqual(0, (int)two["total"]!);
        Assert.Equal((int)two["total"]!, (int)chosen["total"]!);

        JsonNode problem = await AskAsync(new JsonObject { ["stance"] = Values([.. stances, "one more"]) }, 400);
        Assert.Equal("out_of_range", (string)problem["code"]!);
        Assert.Contains("MaxFilterValues", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    private static JsonArray Values(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    private async Task<JsonNode> AskAsync(JsonObject request, int status = 200)
    {
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.PostAsJsonAsync("/api/search", request, Cancelled);
        Assert.Equal(status, (int)response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
    }
}
