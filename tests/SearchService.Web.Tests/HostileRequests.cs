using System.Text.Json.Nodes;

namespace SearchService.Web.Tests;

/// <summary>Requests that ask for more than anybody needs: an answer, with a notice that names the limit, or a problem that does.</summary>
public sealed class HostileRequests(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    [Theory]
    [EveryBackend("\"harbour chain\"~2147483647", "invalid_slop", "10,000")]
    [EveryBackend("\"harbour chain\"~99999999999999999999", "invalid_slop", "10,000")]
    [EveryBackend("harbour NEAR/2147483647 chain", "invalid_distance", "10,000")]
    [EveryBackend("harbour /(a{99}){99}{99}/", "invalid_pattern", "MaxStates")]
    [EveryBackend("harbour~3", "invalid_fuzziness", "2")]
    public async Task What_is_too_much_is_left_out_with_the_limit_named(string backend, string query, string code, string limit)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await AskAsync(service, new JsonObject { ["q"] = query });
        JsonNode notice = Assert.Single(answer["query"]!["notices"]!.AsArray())!;
        Assert.Equal(code, (string)notice["code"]!);
        Assert.Contains(limit, (string)notice["message"]!, StringComparison.Ordinal);
        JsonNode problem = await AskAsync(service, new JsonObject { ["q"] = query, ["strict"] = true }, 400);
        Assert.Equal(code, (string)problem["code"]!);
    }

    [Theory, EveryBackend]
    public async Task The_largest_distances_find_all_that_has_both(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        int both = (int)(await AskAsync(service, new JsonObject { ["q"] = "text:verbatim:harbour AND text:verbatim:the" }))["total"]!;
        Assert.NotEqual(0, both);
        foreach (string query in (string[])["text:\"harbour the\"~10000", "text:verbatim:harbour NEAR/10000 text:verbatim:the", "text:verbatim:the NEAR/10000 text:verbatim:harbour"])
        {
            JsonNode answer = await AskAsync(service, new JsonObject { ["q"] = query });
            Assert.Empty(answer["query"]!["notices"]!.AsArray());
            Assert.Equal(both, (int)answer["total"]!);
        }
    }

    [Theory, EveryBackend]
    public async Task Ten_thousand_words_are_read_as_far_as_the_limits_go_which_are_named(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        string words = string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"q{i}"));
        JsonNode answer = await AskAsync(service, new JsonObject { ["q"] = $"harbour {words}" });
        foreach (var (code, limit) in (ReadOnlySpan<(string, string)>)[("query_too_long", "MaxLengthInCharacters"), ("too_many_clauses", "MaxClauses")])
        {
            JsonNode notice = Assert.Single(answer["query"]!["notices"]!.AsArray(), notice => (string)notice!["code"]! == code)!;
            Assert.Contains(limit, (string)notice["message"]!, StringComparison.Ordinal);
        }

        Assert.Equal((int)(await AskAsync(service, new JsonObject { ["q"] = "harbour" }))["total"]!, (int)answer["total"]!);
    }

    [Theory, EveryBackend]
    public async Task A_query_nested_as_deep_as_it_may_be_is_outlined(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        string query = new string('(', 99) + "harbour" + string.Concat(Enumerable.Range(0, 99).Select(i => i % 2 == 0 ? " OR chain)" : " ferry)"));
        JsonNode answer = await AskAsync(service, new JsonObject { ["q"] = query, ["size"] = 0 });
        Assert.Equal("any", (string)answer["query"]!["outline"]!["kind"]!);
        Assert.Contains("\"kind\":\"query\"", answer["query"]!["outline"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [EveryBackend("*", "/.*/")]
    [EveryBackend("h*", "/h.*/")]
    [EveryBackend("*a*b*c*", "/.*a.*b.*c.*/")]
    [EveryBackend("*a*?*?*?*?*", "/.*a.{4,}/")]
    public async Task Patterns_of_hardly_anything_are_answered_alike_however_written(string backend, string wildcards, string expression)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode one = await AskAsync(service, new JsonObject { ["q"] = wildcards }), other = await AskAsync(service, new JsonObject { ["q"] = expression });
        Assert.Empty(one["query"]!["notices"]!.AsArray());
        Assert.NotEqual(0, (int)one["total"]!);
        Assert.Equal((int)one["total"]!, (int)other["total"]!);
    }

    [Theory, EveryBackend]
    public async Task A_thousand_values_filter_and_one_more_is_refused_by_the_limits_name(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        string[] stances = ["critical", "neutral", .. Enumerable.Range(0, 998).Select(i => $"stance {i}")];
        JsonNode chosen = await AskAsync(service, new JsonObject { ["stance"] = Values(stances) });
        JsonNode two = await AskAsync(service, new JsonObject { ["stance"] = Values(["critical", "neutral"]) });
        Assert.NotEqual(0, (int)two["total"]!);
        Assert.Equal((int)two["total"]!, (int)chosen["total"]!);

        JsonNode problem = await AskAsync(service, new JsonObject { ["stance"] = Values([.. stances, "one more"]) }, 400);
        Assert.Equal("out_of_range", (string)problem["code"]!);
        Assert.Contains("MaxFilterValues", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    private static JsonArray Values(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    private static Task<JsonNode> AskAsync(ServiceUnderTest service, JsonObject body, int status = 200) => service.PostJsonAsync("/api/search", body, status);
}
