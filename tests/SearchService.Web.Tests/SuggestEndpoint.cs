using System.Text.Json.Nodes;

namespace SearchService.Web.Tests;

/// <summary><c>/api/suggest</c>, asked as a page would while someone types.</summary>
public sealed class SuggestEndpoint(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    [Theory, EveryBackend]
    public async Task The_last_word_is_completed_with_what_choosing_it_would_find(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/suggest?q=harbour+ch&limit=3");
        Assert.Equal("+text:harbour +text:ch", (string)answer["query"]!["read"]!);
        Assert.NotEmpty(answer["completions"]!.AsArray());
        foreach (JsonNode? completion in answer["completions"]!.AsArray())
        {
            Assert.StartsWith("harbour ch", (string)completion!["text"]!, StringComparison.Ordinal);
            JsonNode found = await service.GetJsonAsync($"/api/search?size=0&q={Uri.EscapeDataString((string)completion["text"]!)}");
            Assert.Equal((int)found["total"]!, (int)completion["count"]!);
        }
    }

    [Theory, EveryBackend]
    public async Task Headlines_come_with_their_article_and_what_fits_in_them(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode title = (await service.GetJsonAsync("/api/suggest?q=harb"))["titles"]![0]!;
        string text = (string)title["title"]!;
        Assert.All(title["highlights"]!.AsArray(), span => Assert.StartsWith("harb", text[(int)span![0]!..(int)span[1]!], StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(title["highlights"]!.AsArray());
        JsonNode article = await service.GetJsonAsync($"/api/articles/{Uri.EscapeDataString((string)title["id"]!)}");
        Assert.Equal(text, (string)article["title"]!);
    }

    [Theory]
    [EveryBackend("author", "authors", "bereng")]
    [EveryBackend("source", "sources", "kamy")]
    public async Task Names_come_with_their_articles_counted(string backend, string facet, string part, string typed)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode name = Assert.Single((await service.GetJsonAsync($"/api/suggest?q={typed}"))[part]!.AsArray())!;
        JsonNode found = await service.GetJsonAsync($"/api/search?size=0&{facet}={Uri.EscapeDataString((string)name["value"]!)}");
        Assert.Equal((int)found["total"]!, (int)name["count"]!);
    }

    [Theory, EveryBackend]
    public async Task A_misspelt_query_is_corrected_here_and_in_the_answer_of_the_search(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode suggested = (await service.GetJsonAsync("/api/suggest?q=harbuor+chain"))["didYouMean"]!;
        JsonNode searched = (await service.GetJsonAsync("/api/search?q=harbuor+chain&size=0"))["didYouMean"]!;
        JsonNode found = await service.GetJsonAsync("/api/search?q=harbour+chain&size=0");
        Assert.Equal("harbour chain", (string)suggested["text"]!);
        Assert.Equal((int)found["total"]!, (int)suggested["count"]!);
        Assert.True(JsonNode.DeepEquals(suggested, searched));
        Assert.Null(found["didYouMean"]);
    }

    [Theory, EveryBackend]
    public async Task The_count_of_a_correction_is_under_the_filters_of_the_search(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode searched = await service.GetJsonAsync("/api/search?q=harbuor&stance=critical&size=0");
        JsonNode found = await service.GetJsonAsync("/api/search?q=harbour&stance=critical&size=0");
        Assert.Equal((int)found["total"]!, (int)searched["didYouMean"]!["count"]!);
    }

    [Theory]
    [EveryBackend("")]
    [EveryBackend("%20%09")]
    [EveryBackend("%00%01%1F")]
    [EveryBackend("%22")]
    [EveryBackend("%22harb")]
    [EveryBackend("(((harb")]
    [EveryBackend("harb)))%22%5B%7B")]
    [EveryBackend("%ED%A0%80")] // half a surrogate pair, as bytes
    [EveryBackend("harb%ED%B0%80")]
    [EveryBackend("%F0%9F%98%80")]
    [EveryBackend("%F0%9F%98%80harb%F0%9F%98%80")]
    [EveryBackend("%CC%81")] // a mark without a letter
    [EveryBackend("harb%E2%80%8B")]
    [EveryBackend("-")]
    [EveryBackend("+-!")]
    [EveryBackend("NOT")]
    [EveryBackend("a+AND+OR+NEAR/")]
    [EveryBackend("%5C")]
    [EveryBackend("harb%5C")]
    [EveryBackend("%2F(a%7C")]
    [EveryBackend("*")]
    [EveryBackend("?")]
    [EveryBackend("harb~2")]
    [EveryBackend("harb^")]
    [EveryBackend("title:")]
    [EveryBackend("nofield:harb")]
    [EveryBackend("date:harb")]
    [EveryBackend("id:harb")]
    [EveryBackend("said:harb")]
    [EveryBackend("speaker:harb")]
    [EveryBackend("_missing:harb")]
    [EveryBackend("verbatim:harb")]
    [EveryBackend("%D8%B9%D8%B1%D8%A8%D9%8A")]
    [EveryBackend("%E4%B8%AD%E6%96%87")]
    [EveryBackend("2022-01-1")]
    [EveryBackend("<script>")]
    public async Task No_text_is_refused(string backend, string query)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/suggest?q={query}");
        Assert.NotNull(answer["query"]!["read"]);
        Assert.Equal(1, (int)answer["index"]!["generation"]!);
        Assert.All(answer["completions"]!.AsArray(), each => Assert.True((int)each!["count"]! > 0));
    }

    [Theory, EveryBackend]
    public async Task Nothing_typed_gives_nothing(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/suggest");
        Assert.All(new[] { "completions", "titles", "authors", "sources" }, part => Assert.Empty(answer[part]!.AsArray()));
        Assert.Null(answer["didYouMean"]);
    }

    [Theory, EveryBackend]
    public async Task What_is_too_long_gets_a_notice_and_no_suggestions(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/suggest?q={new string('h', 501)}");
        Assert.Equal("query_too_long", (string)answer["query"]!["notices"]![0]!["code"]!);
        Assert.Empty(answer["completions"]!.AsArray());
        Assert.Empty((await service.GetJsonAsync($"/api/suggest?q={new string('h', 500)}"))["query"]!["notices"]!.AsArray());
    }

    [Theory]
    [EveryBackend("limit=51", "out_of_range", "limit")]
    [EveryBackend("limit=-1", "invalid_parameter", "limit")]
    [EveryBackend("limit=2147483648", "invalid_parameter", "limit")]
    [EveryBackend("limit=many", "invalid_parameter", "limit")]
    [EveryBackend("limit=1&limit=2", "repeated_parameter", "limit")]
    [EveryBackend("q=a&q=b", "repeated_parameter", "q")]
    [EveryBackend("size=3", "unknown_parameter", "size")]
    public async Task A_parameter_that_is_not_taken_is_named(string backend, string parameters, string code, string parameter)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode problem = await service.GetJsonAsync($"/api/suggest?q=harb&{parameters}".Replace("q=harb&q=", "q=", StringComparison.Ordinal), 400);
        Assert.Equal((code, parameter), ((string)problem["code"]!, (string)problem["parameter"]!));
    }

    [Theory, EveryBackend]
    public async Task The_limit_is_of_each_kind(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/suggest?q=h&limit=2");
        Assert.Equal(2, answer["completions"]!.AsArray().Count);
        Assert.Equal(2, answer["titles"]!.AsArray().Count);
        Assert.Empty((await service.GetJsonAsync("/api/suggest?q=h&limit=0"))["completions"]!.AsArray());
    }
}
