using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SearchService.TestSupport;

namespace SearchService.Web.Tests;

/// <summary><c>/api/search</c>, asked as a script would.</summary>
public sealed class SearchEndpoint(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task A_quotation_is_found_and_exactly_it_is_marked(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/search?q=%22last+cellar+is+dry%22&size=100");
        Assert.Equal(9, (int)answer["total"]!);
        foreach (JsonNode? passage in answer["hits"]!.AsArray().SelectMany(hit => hit!["passages"]!.AsArray()))
        {
            string text = (string)passage!["text"]!;
            Assert.All(passage["highlights"]!.AsArray(), span => Assert.Equal("last cellar is dry", text[(int)span![0]!..(int)span[1]!], ignoreCase: true));
        }
    }

    [Theory, EveryBackend]
    public async Task Counts_are_sideways_and_choices_are_named(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode open = await service.GetJsonAsync("/api/search?q=compact&facets=all&size=0");
        JsonNode chosen = await service.GetJsonAsync("/api/search?q=compact&stance=critical&stance=-state&facets=all&size=0");
        Assert.Equal(
            open["facets"]!["stance"]!["values"]!.AsArray().Select(bucket => ((string)bucket!["value"]!, (int)bucket["count"]!)),
            chosen["facets"]!["stance"]!["values"]!.AsArray().Select(bucket => ((string)bucket!["value"]!, (int)bucket["count"]!)));
        JsonNode critical = chosen["facets"]!["stance"]!["values"]!.AsArray().Single(bucket => (string)bucket!["value"]! == "critical")!;
        Assert.True((bool)critical["selected"]!);
        Assert.Equal((int)critical["count"]!, (int)chosen["total"]!);
        Assert.True((bool)chosen["facets"]!["stance"]!["values"]!.AsArray().Single(bucket => (string)bucket!["value"]! == "state")!["excluded"]!);
    }

    [Theory, EveryBackend]
    public async Task Articles_without_a_date_are_a_bucket_to_choose(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/search?date=_missing&facets=date");
        Assert.Equal(6, (int)answer["total"]!);
        Assert.Equal(6, (int)answer["facets"]!["date"]!["missing"]!);
        Assert.True((bool)answer["facets"]!["date"]!["missingSelected"]!);
        Assert.All(answer["hits"]!.AsArray(), hit => Assert.Null(hit!["date"]));
    }

    [Theory, EveryBackend]
    public async Task What_was_not_found_is_explained_to_who_asks(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode nothing = (await service.GetJsonAsync("/api/search?q=harbour+whale+-ferry&stance=critical&explain=true&size=0"))["nothing"]!;
        Assert.Equal(["harbour", "whale", "ferry"], nothing["parts"]!.AsArray().Select(part => (string)part!["text"]!));
        Assert.True((bool)nothing["parts"]![2]!["excluded"]!);
        Assert.Equal("stance", (string)nothing["filters"]![0]!["field"]!);
        Assert.Null((await service.GetJsonAsync("/api/search?q=harbour+whale&size=0"))["nothing"]);
        Assert.NotNull((await service.GetJsonAsync("/api/quotes?q=harbour+whale&explain=true&size=0"))["nothing"]);
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage posted = await client.PostAsJsonAsync("/api/search", new { q = "harbour whale", explain = true }, Cancelled);
        Assert.NotNull((await posted.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["nothing"]);
    }

    [Theory]
    [EveryBackend("relevance")]
    [EveryBackend("newest")]
    [EveryBackend("oldest")]
    public async Task Cursors_lead_through_every_hit_once(string backend, string sort)
    {
        ServiceUnderTest service = services.On(backend);
        List<string> ids = [];
        string address = $"/api/search?q=harbour+OR+the&sort={sort}&size=7";
        JsonNode page = await service.GetJsonAsync(address);
        int total = (int)page["total"]!;
        while (true)
        {
            ids.AddRange(page["hits"]!.AsArray().Select(hit => (string)hit!["id"]!));
            if ((string?)page["next"] is not { } cursor)
            {
                break;
            }

            page = await service.GetJsonAsync($"{address}&cursor={cursor}");
        }

        Assert.Equal(total, ids.Count);
        Assert.Equal(total, ids.Distinct(StringComparer.Ordinal).Count());
        JsonNode whole = await service.GetJsonAsync($"/api/search?q=harbour+OR+the&sort={sort}&size=1000");
        Assert.Equal(whole["hits"]!.AsArray().Select(hit => (string)hit!["id"]!), ids);
    }

    [Theory, EveryBackend]
    public async Task A_wire_report_in_three_outlets_is_one_story(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/search?q=wheat&collapse=story&size=1000");
        JsonNode[] hits = [.. answer["hits"]!.AsArray().Select(hit => hit!)];
        Assert.Equal((13, 11, 11), ((int)answer["total"]!, (int)answer["stories"]!, hits.Length));
        JsonNode story = Assert.Single(hits, hit => (int)hit["story"]!["size"]! > 1)["story"]!;
        Assert.Equal((3, 3, 3), ((int)story["size"]!, (int)story["matching"]!, story["outlets"]!.AsArray().Count));
        JsonNode articles = await service.GetJsonAsync($"/api/search?story={story["id"]}");
        Assert.Equal(3, (int)articles["total"]!);
        Assert.Null(articles["stories"]);
        Assert.All(articles["hits"]!.AsArray(), hit => Assert.Equal((3, (string)story["first"]!["id"]!), ((int)hit!["story"]!["size"]!, (string)hit["story"]!["first"]!["id"]!)));
        Assert.Equal((string)story["id"]!, (string)(await service.GetJsonAsync($"/api/articles/{articles["hits"]![1]!["id"]}"))["story"]!);
    }

    [Theory, EveryBackend]
    public async Task A_body_collapses_as_an_address_does_and_so_do_the_values_of_a_facet(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.PostAsJsonAsync("/api/search", new { q = "wheat", collapse = "story", facets = new[] { "stance" }, size = 0 }, Cancelled);
        JsonNode posted = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
        Assert.Equal(11, (int)posted["stories"]!);
        JsonNode values = await service.GetJsonAsync("/api/facets/stance?q=wheat&collapse=story");
        Assert.Equal(values["values"]!.ToJsonString(), posted["facets"]!["stance"]!["values"]!.ToJsonString());
    }

    [Theory, EveryBackend]
    public async Task The_histogram_tells_silence_from_missing_data(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/search?q=ferry&interval=month&size=0");
        JsonArray buckets = answer["histogram"]!["buckets"]!.AsArray();
        Assert.Equal(36, buckets.Count);
        Assert.Contains(buckets, bucket => (int)bucket!["count"]! == 0 && (int)bucket["covered"]! > 0);
        Assert.All(buckets, bucket => Assert.True((int)bucket!["count"]! <= (int)bucket["covered"]!));
        Assert.Equal((int)answer["total"]!, buckets.Sum(bucket => (int)bucket!["count"]!) + (int)answer["histogram"]!["missing"]!);
    }

    [Theory, EveryBackend]
    public async Task A_body_asks_the_same_as_an_address(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        using HttpClient client = service.CreateClient();
        using HttpResponseMessage response = await client.PostAsJsonAsync(
            "/api/search", new { q = "harbour", stance = new[] { "critical", "-state" }, facets = new[] { "source" }, sort = "newest", interval = "year", split = "country", skip = 1 }, Cancelled);
        JsonNode posted = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!;
        JsonNode got = await service.GetJsonAsync("/api/search?q=harbour&stance=critical&stance=-state&facets=source&sort=newest&interval=year&split=country&skip=1");
        posted["tookMicroseconds"] = 0;
        got["tookMicroseconds"] = 0;
        Assert.Equal(got.ToJsonString(), posted.ToJsonString());
    }

    [Theory]
    [EveryBackend("sourec=x", "unknown_parameter", "sourec")]
    [EveryBackend("size=many", "invalid_parameter", "size")]
    [EveryBackend("size=-1", "invalid_parameter", "size")]
    [EveryBackend("size=1001", "out_of_range", "size")]
    [EveryBackend("size=1&size=2", "repeated_parameter", "size")]
    [EveryBackend("sort=best", "invalid_parameter", "sort")]
    [EveryBackend("interval=decade", "invalid_parameter", "interval")]
    [EveryBackend("strict=perhaps", "invalid_parameter", "strict")]
    [EveryBackend("date=yesterday", "invalid_date", "date")]
    [EveryBackend("date=2022-13", "invalid_date", "date")]
    [EveryBackend("date=2023..2022", "invalid_date", "date")]
    [EveryBackend("collapse=outlet", "invalid_parameter", "collapse")]
    [EveryBackend("facets=story", "unknown_facet", "facets")]
    [EveryBackend("facets=colour", "unknown_facet", "facets")]
    [EveryBackend("split=colour&interval=year", "unknown_facet", "split")]
    [EveryBackend("split=stance", "invalid_parameter", "split")]
    [EveryBackend("cursor=abc", "invalid_cursor", "cursor")]
    [EveryBackend("skip=10001", "out_of_range", "skip")]
    [EveryBackend("skip=1&cursor=abc", "invalid_parameter", "skip")]
    public async Task A_bad_parameter_is_named(string backend, string query, string code, string parameter)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode problem = await service.GetJsonAsync($"/api/search?{query}", 400);
        Assert.Equal(code, (string)problem["code"]!);
        Assert.Equal(parameter, (string)problem["parameter"]!);
        Assert.NotEmpty((string)problem["detail"]!);
    }

    [Theory, EveryBackend]
    public async Task A_cursor_of_another_search_is_refused(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode page = await service.GetJsonAsync("/api/search?q=harbour&size=1");
        JsonNode problem = await service.GetJsonAsync($"/api/search?q=ferry&size=1&cursor={page["next"]}", 400);
        Assert.Equal("cursor_of_another_search", (string)problem["code"]!);
    }

    [Theory]
    [EveryBackend("{")]
    [EveryBackend("[]")]
    [EveryBackend("null")]
    [EveryBackend("""{"q": 1}""")]
    [EveryBackend("""{"query": "harbour"}""")]
    [EveryBackend("""{"size": "ten"}""")]
    [EveryBackend("""{"sort": "best"}""")]
    [EveryBackend("""{"collapse": "outlet"}""")]
    [EveryBackend("""{"source": null, "facets": ["source"]}""")]
    public async Task A_bad_body_is_a_400(string backend, string body)
    {
        ServiceUnderTest service = services.On(backend);
        using HttpClient client = service.CreateClient();
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync("/api/search", content, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((string?)(await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["code"]);
    }

    [Theory, EveryBackend]
    public async Task A_strict_query_is_refused_with_its_place(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode problem = await service.GetJsonAsync("/api/search?q=harbour+foo:bar&strict=true", 400);
        Assert.Equal("q", (string)problem["parameter"]!);
        Assert.Equal(8, (int)problem["offset"]!);
        JsonNode lenient = await service.GetJsonAsync("/api/search?q=harbour+foo:bar");
        Assert.Contains((string)problem["code"]!, lenient["query"]!["notices"]!.AsArray().Select(notice => (string)notice!["code"]!));
    }

    [Theory]
    [EveryBackend("harb*r", "harb*r")]
    [EveryBackend("?arbour", "?arbour")]
    [EveryBackend("*rbour*", "*rbour*")]
    [EveryBackend("/HARBOU?R/", "harb*r")]
    [EveryBackend("title:/(f|ph)err(y|ies)/", "ferr*")]
    public async Task Patterns_find_and_mark_the_words_they_stand_for(string backend, string query, string marked)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/search?q={Uri.EscapeDataString(query)}&size=100&strict=true");
        Assert.NotEqual(0, (int)answer["total"]!);
        Assert.Contains(answer["hits"]!.AsArray(), hit => Marks(hit!).Any());
        Assert.All(answer["hits"]!.AsArray().SelectMany(hit => Marks(hit!)), mark => Assert.True(NaivePatterns.FitsWildcards(marked, mark), mark));
    }

    [Theory, EveryBackend]
    public async Task A_fuzzy_word_finds_what_is_near_and_the_word_itself_first(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode swapped = await service.GetJsonAsync("/api/search?q=hrabour~1&size=0");
        JsonNode either = await service.GetJsonAsync("/api/search?q=verbatim:harbour+OR+hrabour~1&size=0");
        Assert.NotEqual(0, (int)swapped["total"]!);
        Assert.Equal((int)either["total"]!, (int)swapped["total"]!);
        JsonNode near = await service.GetJsonAsync("/api/search?q=harbour~2&size=1000");
        List<int> distances = [.. near["hits"]!.AsArray().Select(hit => Marks(hit!).Select(mark => NaivePatterns.Distance(mark, "harbour")).DefaultIfEmpty(0).Min())];
        Assert.All(distances, distance => Assert.InRange(distance, 0, 2));
        Assert.Equal(0, distances[0]);
    }

    [Theory]
    [EveryBackend("/har(bour/", "never closed")]
    [EveryBackend("/har(b{999}){999}our/", "MaxStates")]
    public async Task A_pattern_that_cannot_be_executed_is_left_out_with_the_reason_or_refused(string backend, string pattern, string reason)
    {
        ServiceUnderTest service = services.On(backend);
        string address = $"/api/search?q={Uri.EscapeDataString("harbour " + pattern)}";
        JsonNode answer = await service.GetJsonAsync(address);
        JsonNode notice = Assert.Single(answer["query"]!["notices"]!.AsArray())!;
        Assert.Equal(("invalid_pattern", 8, pattern.Length), ((string)notice["code"]!, (int)notice["offset"]!, (int)notice["length"]!));
        Assert.Contains(reason, (string)notice["message"]!, StringComparison.Ordinal);
        Assert.Equal((int)(await service.GetJsonAsync("/api/search?q=harbour"))["total"]!, (int)answer["total"]!);
        JsonNode problem = await service.GetJsonAsync($"{address}&strict=true", 400);
        Assert.Equal("invalid_pattern", (string)problem["code"]!);
    }

    /// <summary>The marked words of a hit, in lower case.</summary>
    private static IEnumerable<string> Marks(JsonNode hit) => hit["passages"]!.AsArray()
        .Select(passage => ((string)passage!["text"]!, passage["highlights"]!))
        .Append(((string)hit["title"]!, hit["titleHighlights"]!))
        .SelectMany(marked => marked.Item2.AsArray().Select(span => marked.Item1[(int)span![0]!..(int)span[1]!].ToLowerInvariant()));

    [Theory, EveryBackend]
    public async Task Words_near_each_other_are_found_and_the_pair_is_marked(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/search?q={Uri.EscapeDataString("(ferry NEAR/1 grace) id:mw-2022-10-09-halcyon-grace")}");
        Assert.Empty(answer["query"]!["notices"]!.AsArray());
        JsonNode passage = Assert.Single(answer["hits"]![0]!["passages"]!.AsArray())!;
        Assert.Equal(["ferry", "Grace"], passage["highlights"]!.AsArray().Select(span => ((string)passage["text"]!)[(int)span![0]!..(int)span[1]!]));
        Assert.Equal(0, (int)(await service.GetJsonAsync($"/api/search?q={Uri.EscapeDataString("(grace ONEAR/1 ferry) id:mw-2022-10-09-halcyon-grace")}"))["total"]!);
    }

    [Theory, EveryBackend]
    public async Task Words_that_no_article_has_together_are_looked_for_one_by_one(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/search?q=scarecrow+xylophonist&facets=stance");
        Assert.Equal(4, (int)answer["total"]!);
        Assert.Equal("all_words_relaxed", (string)answer["query"]!["notices"]![0]!["code"]!);
        JsonNode values = await service.GetJsonAsync("/api/facets/stance?q=scarecrow+xylophonist");
        Assert.Equal(
            answer["facets"]!["stance"]!["values"]!.AsArray().Sum(bucket => (int)bucket!["count"]!),
            values["values"]!.AsArray().Sum(bucket => (int)bucket!["count"]!));
    }

    [Theory, EveryBackend]
    public async Task A_query_of_ten_thousand_characters_or_a_thousand_parentheses_is_answered_or_refused(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        using HttpClient client = service.CreateClient();
        foreach (string query in (string[])[new string('a', 10_000), string.Join(' ', Enumerable.Repeat("harbour", 1_250)), new string('(', 1_000) + "a" + new string(')', 1_000), new string('(', 10_000), new string('"', 9_999), string.Concat(Enumerable.Repeat("-(", 5_000)), new string('ж', 10_000)])
        {
            using HttpResponseMessage response = await client.GetAsync($"/api/search?q={Uri.EscapeDataString(query)}", Cancelled);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{response.StatusCode} for {query[..20]}");
        }
    }
}
