using System.Text.Json.Nodes;

namespace SearchService.Web.Tests;

/// <summary><c>/api/quotes</c>, and quotations in the answers of other endpoints.</summary>
public sealed class QuotesEndpoint(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    private const string LastCellar = "q=%22when+the+last+cellar+is+dry%22";

    [Theory, EveryBackend]
    public async Task A_misspelt_quotation_is_spelt_otherwise(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/quotes?q=celar&size=0");
        Assert.Equal("cellar", (string)answer["didYouMean"]!["text"]!);
        Assert.Equal((int)(await service.GetJsonAsync("/api/quotes?q=cellar&size=0"))["total"]!, (int)answer["didYouMean"]!["count"]!);
    }

    [Theory, EveryBackend]
    public async Task A_quotation_comes_with_its_speaker_its_context_and_its_article(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/quotes?{LastCellar}&sort=oldest&size=1");
        JsonNode hit = answer["hits"]![0]!;
        Assert.Contains("Dzhakhova", (string)hit["quote"]!["speaker"]!, StringComparison.Ordinal);
        Assert.Equal("when the last cellar is dry", Marked(hit["quote"]!["text"]!, hit["quote"]!["highlights"]![0]!), ignoreCase: true);
        string context = (string)hit["context"]!["text"]!;
        Assert.All(hit["context"]!["spoken"]!.AsArray(), part => Assert.Contains(Marked(context, part!), (string)hit["quote"]!["text"]!, StringComparison.Ordinal));

        JsonNode article = await service.GetJsonAsync($"/api/articles/{Uri.EscapeDataString((string)hit["article"]!["id"]!)}");
        Assert.Contains(article["quotes"]!.AsArray(), quote => (string)quote!["id"]! == (string)hit["quote"]!["id"]!);
        Assert.Equal(context, ((string)article["text"]!).Substring((int)hit["context"]!["offset"]!, context.Length));
    }

    [Theory, EveryBackend]
    public async Task A_quotation_is_given_by_its_id(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode quote = (await service.GetJsonAsync($"/api/quotes?{LastCellar}&size=1"))["hits"]![0]!["quote"]!;
        JsonNode alone = await service.GetJsonAsync($"/api/quotes/{(string)quote["id"]!}");
        Assert.Equal((string)quote["text"]!, (string)alone["quote"]!["text"]!);
        Assert.Equal("quote_not_found", (string)(await service.GetJsonAsync("/api/quotes/nope", 404))["code"]!);
    }

    [Theory, EveryBackend]
    public async Task A_word_without_a_field_is_looked_for_in_what_was_said(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/quotes?q=cellar");
        Assert.Equal("said:cellar", (string)answer["query"]!["read"]!);
        Assert.All(answer["hits"]!.AsArray(), hit => Assert.Contains("cellar", (string)hit!["quote"]!["text"]!, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, EveryBackend]
    public async Task Facets_count_quotations_and_a_speaker_is_one_of_them(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode all = await service.GetJsonAsync("/api/quotes?facets=speaker,stance&facetSize=1000&size=0");
        JsonNode first = all["facets"]!["speaker"]!["values"]![0]!;
        JsonNode hers = await service.GetJsonAsync($"/api/quotes?speaker={Uri.EscapeDataString((string)first["value"]!)}&size=0");
        Assert.Equal((long)first["count"]!, (long)hers["total"]!);
        Assert.Equal(
            (long)all["total"]!,
            all["facets"]!["stance"]!["values"]!.AsArray().Sum(bucket => (long)bucket!["count"]!) + (long)all["facets"]!["stance"]!["missing"]!);
    }

    [Theory, EveryBackend]
    public async Task The_values_of_a_facet_are_counted_among_quotations_too(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode searched = await service.GetJsonAsync("/api/quotes?q=cellar&facets=speaker&facetSize=1000&size=0");
        JsonNode values = await service.GetJsonAsync("/api/facets/speaker?q=cellar&in=quotes&size=1000");
        Assert.NotEmpty(values["values"]!.AsArray());
        Assert.Equal(searched["facets"]!["speaker"]!["values"]!.ToJsonString(), values["values"]!.ToJsonString());
        Assert.Equal((long)searched["facets"]!["speaker"]!["missing"]!, (long)values["missing"]!);
    }

    [Theory, EveryBackend]
    public async Task Pages_of_quotations_follow_one_another(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode whole = await service.GetJsonAsync("/api/quotes?size=50&sort=newest");
        List<string> ids = [];
        string next = "";
        do
        {
            JsonNode page = await service.GetJsonAsync($"/api/quotes?size=7&sort=newest{next}");
            ids.AddRange(page["hits"]!.AsArray().Select(hit => (string)hit!["quote"]!["id"]!));
            next = page["next"] is { } cursor ? $"&cursor={(string)cursor!}" : "";
        }
        while (next.Length > 0 && ids.Count < 50);

        Assert.Equal(whole["hits"]!.AsArray().Select(hit => (string)hit!["quote"]!["id"]!), ids.Take(50));
    }

    [Theory, EveryBackend]
    public async Task A_hit_carries_the_quotations_that_matched(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/search?q=said:%22last+cellar+is+dry%22&size=1");
        JsonNode quote = answer["hits"]![0]!["quotes"]![0]!;
        Assert.Equal("last cellar is dry", Marked(quote["text"]!, quote["highlights"]![0]!), ignoreCase: true);
        Assert.Null((await service.GetJsonAsync("/api/search?q=said:%22last+cellar+is+dry%22&size=1&quotes=0"))["hits"]![0]!["quotes"]);
    }

    [Theory]
    [EveryBackend("/api/quotes?collapse=story", "unknown_parameter")]
    [EveryBackend("/api/quotes?facets=colour", "unknown_facet")]
    [EveryBackend("/api/facets/speaker?in=headlines", "invalid_parameter")]
    [EveryBackend("/api/facets/speaker?in=quotes&collapse=story", "not_supported")]
    [EveryBackend("/api/quotes?size=100000", "out_of_range")]
    [EveryBackend("/api/quotes?cursor=abc", "invalid_cursor")]
    [EveryBackend("/api/quotes?q=said:%22open&strict=true", "unclosed_quote")]
    [EveryBackend("/api/search?quotes=101", "out_of_range")]
    public async Task What_is_asked_wrongly_is_refused_with_a_code(string backend, string address, string code)
    {
        ServiceUnderTest service = services.On(backend);
        Assert.Equal(code, (string)(await service.GetJsonAsync(address, 400))["code"]!);
    }

    private static string Marked(JsonNode text, JsonNode span) => Marked((string)text!, span);

    private static string Marked(string text, JsonNode span) => text[(int)span[0]!..(int)span[1]!];
}
