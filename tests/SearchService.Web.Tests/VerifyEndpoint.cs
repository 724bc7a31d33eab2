using System.Text.Json.Nodes;

namespace SearchService.Web.Tests;

/// <summary><c>/api/verify</c> and <c>/api/quotes/{id}/versions</c>.</summary>
public sealed class VerifyEndpoint(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    private const string Text = "we will leave when the last cellar is dry";

    [Theory, EveryBackend]
    public async Task What_is_verbatim_has_its_places_first_by_date(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/verify?text={Uri.EscapeDataString(Text)}");
        Assert.Equal("verbatim", (string)answer["verdict"]!);
        JsonArray places = answer["places"]!.AsArray();
        Assert.Equal((int)answer["articles"]!, places.Select(static place => (string)place!["article"]!["id"]!).Distinct().Count());
        string[] dates = [.. places.Select(static place => (string?)place!["article"]!["date"] ?? "9999")];
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        JsonNode first = places[0]!;
        string article = (string)(await service.GetJsonAsync($"/api/articles/{(string)first["article"]!["id"]!}"))["text"]!;
        Assert.Equal((string)first["text"]!, article[(int)first["start"]!..(int)first["end"]!]);
        Assert.Equal(Text, (string)first["text"]!, ignoreCase: true);
    }

    [Theory, EveryBackend]
    public async Task What_is_altered_has_the_words_that_differ_asked_either_way(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        string altered = Text.Replace("dry", "flooded", StringComparison.Ordinal);
        JsonNode answer = await service.GetJsonAsync($"/api/verify?size=1&text={Uri.EscapeDataString(altered)}");
        Assert.Equal("altered", (string)answer["verdict"]!);
        JsonNode replaced = Assert.Single(answer["places"]![0]!["difference"]!.AsArray(), static part => (string)part!["kind"]! != "kept")!;
        Assert.Equal(("replaced", "flooded", "dry"), ((string)replaced["kind"]!, (string)replaced["givenText"]!, (string)replaced["foundText"]!));
        JsonNode posted = await PostAsync(service, new JsonObject { ["text"] = altered, ["size"] = 1 });
        Assert.True(JsonNode.DeepEquals(answer["places"], posted["places"]));
    }

    [Theory, EveryBackend]
    public async Task Filters_choose_where_to_look(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/verify?source=nobody&text={Uri.EscapeDataString(Text)}");
        Assert.Equal("absent", (string)answer["verdict"]!);
        Assert.Equal("invalid_date", (string)(await service.GetJsonAsync("/api/verify?text=a&date=soon", 400))["code"]!);
    }

    [Theory]
    [EveryBackend("/api/verify", "no_words")]
    [EveryBackend("/api/verify?text=%22!%22", "no_words")]
    [EveryBackend("/api/verify?text=a&size=5000", "out_of_range")]
    [EveryBackend("/api/verify?words=a", "unknown_parameter")]
    public async Task What_cannot_be_verified_is_refused(string backend, string address, string code) =>
        Assert.Equal(code, (string)(await services.On(backend).GetJsonAsync(address, 400))["code"]!);

    [Theory, EveryBackend]
    public async Task A_text_that_is_too_long_is_refused_with_the_limit_named(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode problem = await PostAsync(service, new JsonObject { ["text"] = string.Concat(Enumerable.Repeat("harbour ", 100_000)) }, 400);
        Assert.Equal("text_too_long", (string)problem["code"]!);
        Assert.Contains("VerificationLimits.MaxLengthInCharacters", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task Every_version_of_a_quotation_has_the_same_versions(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode quotes = await service.GetJsonAsync($"/api/quotes?q=%22a+harbour+is+not+a+purse%22&size=1");
        JsonNode versions = await service.GetJsonAsync($"/api/quotes/{(string)quotes["hits"]![0]!["quote"]!["id"]!}/versions");
        string[] ids = Ids(versions);
        Assert.True(ids.Length > 1);
        Assert.Equal((int)versions["quotes"]!, ids.Length);
        Assert.Equal(ids.Length, versions["stances"]!.AsArray().Sum(static stance => (int)stance!["count"]!));
        JsonNode reference = Assert.Single(versions["versions"]!.AsArray(), version => version!["quotes"]!.AsArray().Any(quote => (string)quote!["id"]! == (string)versions["reference"]!["id"]!))!;
        Assert.Null(reference["difference"]);
        foreach (string id in ids)
        {
            Assert.Equal(ids, Ids(await service.GetJsonAsync($"/api/quotes/{id}/versions")));
        }
    }

    [Theory, EveryBackend]
    public async Task A_quotation_that_is_not_there_is_a_404_with_a_code(string backend) =>
        Assert.Equal("quote_not_found", (string)(await services.On(backend).GetJsonAsync("/api/quotes/nope/versions", 404))["code"]!);

    private static string[] Ids(JsonNode versions) =>
        [.. versions["versions"]!.AsArray().SelectMany(static version => version!["quotes"]!.AsArray()).Select(static quote => (string)quote!["id"]!).Order(StringComparer.Ordinal)];

    private static Task<JsonNode> PostAsync(ServiceUnderTest service, JsonObject body, int status = 200) => service.PostJsonAsync("/api/verify", body, status);
}
