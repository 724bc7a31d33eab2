using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace SearchService.Web.Tests.Page;

/// <summary>A search as a document: what the endpoint answers, and links in place of controls.</summary>
public sealed class RenderedSearches(ServicesUnderTest services) : IClassFixture<ServicesUnderTest>
{
    [Theory]
    [EveryBackend("q=harbour")]
    [EveryBackend("q=%22a+harbour+is+not+a+purse%22")]
    [EveryBackend("q=harbour&stance=critical&source=-The+Gull")]
    [EveryBackend("sort=oldest&date=2022")]
    [EveryBackend("q=harbour+zzzz")]
    [EveryBackend("q=compact&collapse=story")]
    public async Task A_document_shows_what_the_endpoint_answers(string backend, string query)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync($"/api/search?{query}&facets=all&facetSize=10&interval=auto");
        IDocument document = await service.GetDocumentAsync($"/search?{query}");

        Assert.Equal((int)(answer["stories"] ?? answer["total"])!, document.Total());
        Assert.Equal(Texts(answer["hits"]!, hit => hit["title"]), document.Texts(".hit-title"));
        foreach ((string field, JsonNode? facet) in answer["facets"]!.AsObject())
        {
            string[] expected = [.. Texts(facet!["values"]!, value => value["value"]).Order(StringComparer.Ordinal)];
            IEnumerable<string> shown = document.QuerySelectorAll($"[data-field={field}] .depth-0").Select(row => row.GetAttribute("data-value")!).Where(value => value != "_missing");
            Assert.Equal(expected, shown.Order(StringComparer.Ordinal));
        }

        Assert.Equal(answer["histogram"]!["buckets"]!.AsArray().Count, document.QuerySelectorAll(".timeline-bar").Length);
        Assert.Equal(answer["query"]!["notices"]!.AsArray().Count, document.QuerySelectorAll(".notice[data-code]").Length);
        Assert.Equal(answer["hits"]!.AsArray().Sum(hit => hit!["titleHighlights"]!.AsArray().Count), document.QuerySelectorAll(".hit-title mark").Length);
    }

    [Theory, EveryBackend]
    public async Task Quotations_are_shown_with_who_says_them(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        JsonNode answer = await service.GetJsonAsync("/api/quotes?q=harbour");
        IDocument document = await service.GetDocumentAsync("/search?q=harbour&in=quotes");
        Assert.Equal((int)answer["total"]!, document.Total());
        Assert.Equal(Texts(answer["hits"]!, hit => hit["quote"]!["id"]), document.QuerySelectorAll(".hit-quote").Select(hit => hit.GetAttribute("data-id")!));
        Assert.Equal(Texts(answer["hits"]!, hit => hit["quote"]!["speaker"] ?? hit["quote"]!["speakerAs"] ?? "Speaker not named"), document.QuerySelectorAll(".hit-speaker").Select(speaker => (speaker.QuerySelector("bdi") ?? speaker).TextContent));
        Assert.All(document.QuerySelectorAll(".said mark"), mark => Assert.Contains("harbour", mark.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(document.QuerySelectorAll(".said mark"));
    }

    [Theory]
    [EveryBackend("q=compact", "stance")]
    [EveryBackend("q=harbour&stance=critical", "source")]
    [EveryBackend("sort=newest&date=2022", "date")]
    [EveryBackend("q=said&in=quotes", "country")]
    public async Task Choosing_a_value_by_its_link_gives_what_is_said_beside_it(string backend, string query, string field)
    {
        ServiceUnderTest service = services.On(backend);
        IDocument document = await service.GetDocumentAsync($"/search?{query}");
        IElement[] rows = [.. document.QuerySelectorAll($"[data-field={field}] .facet-row:not(.is-chosen)")];
        Assert.NotEmpty(rows);
        foreach (IElement row in rows)
        {
            IElement link = row.One(".facet-label");
            // A second value adds its articles to those of the first; periods take each other's place.
            string chosen = System.Text.RegularExpressions.Regex.Replace(link.AddressOf(), $"{field}=[^&]*&(?={field}=)", "");
            Assert.Equal(row.One(".facet-count").Number(), (await service.GetDocumentAsync(chosen)).Total());
        }
    }

    [Theory, EveryBackend]
    public async Task Excluding_a_value_leaves_the_others_and_is_taken_back_by_its_link_and_its_chip(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        IDocument all = await service.GetDocumentAsync("/search?q=compact");
        IElement row = all.One("[data-field=stance] [data-value=critical]");
        IElement exclude = row.One(".facet-exclude");
        Assert.Equal("Exclude critical", exclude.GetAttribute("aria-label"));

        IDocument others = await service.GetDocumentAsync(exclude.AddressOf());
        Assert.Equal(all.Total() - row.One(".facet-count").Number(), others.Total());
        IElement excluded = others.One("[data-field=stance] .is-excluded");
        Assert.Equal("Stop excluding critical", excluded.One(".facet-exclude").GetAttribute("aria-label"));
        Assert.Equal("/search?q=compact", excluded.One(".facet-exclude").AddressOf());
        Assert.Equal("/search?q=compact", others.One(".chip").AddressOf());
        Assert.Equal("Remove filter Stancenot critical×", others.One(".chip").TextContent);
    }

    [Theory]
    [EveryBackend("sort=oldest", ".hit")]
    [EveryBackend("sort=oldest&in=quotes", ".hit-quote")]
    public async Task Pages_lead_through_all_hits_once(string backend, string query, string selector)
    {
        ServiceUnderTest service = services.On(backend);
        List<string> ids = [];
        int total = 0;
        for (string? address = $"/search?{query}"; address is not null;)
        {
            IDocument document = await service.GetDocumentAsync(address);
            Assert.Equal(address.Contains("page=", StringComparison.Ordinal) ? ids.Count + 1 : 0, int.Parse(document.One(".hits").GetAttribute("start") ?? "0", null));
            ids.AddRange(document.QuerySelectorAll(selector).Select(hit => hit.GetAttribute("data-id")!));
            total = total == 0 ? document.Total() : total;
            Assert.Single(document.QuerySelectorAll(".pager [aria-current=page]"));
            address = document.QuerySelector(".pager-next")?.AddressOf();
        }

        Assert.Equal(total, ids.Count);
        Assert.Distinct(ids);
    }

    [Theory, EveryBackend]
    public async Task Forms_keep_what_is_chosen_and_leave_the_page_of_the_search_before(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        IDocument document = await service.GetDocumentAsync("/search?q=harbour&stance=critical&stance=-state&sort=newest&collapse=story&page=2");
        Assert.Equal(
            ["q=harbour", "stance=critical", "stance=-state", "collapse=story", "sort=newest"],
            document.QuerySelectorAll(".search-form input").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}"));
        IElement order = document.One("form.results-sort");
        Assert.Equal(
            ["q=harbour", "stance=critical", "stance=-state"],
            order.QuerySelectorAll("input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}"));
        Assert.Equal("newest", order.One("option[selected]").GetAttribute("value"));
        Assert.True(order.One("input[type=checkbox]").HasAttribute("checked"));
    }

    [Theory, EveryBackend]
    public async Task An_article_is_shown_whole_with_all_that_matches_marked(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        IDocument found = await service.GetDocumentAsync("/search?q=harbour&stance=critical");
        IElement link = found.QuerySelector(".hit-link")!;
        IDocument document = await service.GetDocumentAsync(link.AddressOf());
        string id = found.QuerySelector(".hit")!.GetAttribute("data-id")!;
        JsonNode article = await service.GetJsonAsync($"/api/articles/{Uri.EscapeDataString(id)}?q=harbour");

        Assert.Equal(((string)article["text"]!).Replace("\n\n", "", StringComparison.Ordinal), string.Concat(document.Texts(".reader-text p")));
        Assert.Equal(article["highlights"]!.AsArray().Count, document.QuerySelectorAll(".reader-text mark").Length);
        Assert.NotEmpty(document.QuerySelectorAll(".reader-text mark"));
        Assert.Equal("/search?q=harbour&stance=critical", document.One(".reader-back a").AddressOf());
        Assert.StartsWith((string)article["title"]!, document.Title, StringComparison.Ordinal);
        Assert.Equal((string?)article["url"], document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Equal("article", document.One("#page").GetAttribute("data-face"));
        using HttpClient client = service.CreateClient();
        foreach (IElement citation in document.QuerySelectorAll(".share-cite a"))
        {
            Assert.NotEmpty(await client.GetStringAsync(citation.AddressOf(), TestContext.Current.CancellationToken));
        }

        Assert.Equal(3, document.QuerySelectorAll(".share-cite a").Length);
        Assert.All(document.QuerySelectorAll(".matches a"), step => Assert.Equal("MARK", document.GetElementById(step.AddressOf().Split('#')[1])?.NodeName));
        string mark = document.QuerySelector(".reader-text mark")!.TextContent;
        Assert.Contains(mark, Uri.UnescapeDataString(document.One(".share-original").GetAttribute("href")!.Split(":~:text=")[1]), StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task A_facet_whose_values_are_not_all_shown_has_a_link_to_more_of_them(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        IDocument document = await service.GetDocumentAsync("/search?sort=newest");
        IElement more = document.One("[data-field=speaker] .facet-more");
        int shown = document.QuerySelectorAll("[data-field=speaker] [data-value]").Length;
        IDocument all = await service.GetDocumentAsync(more.AddressOf().Split('#')[0]);
        Assert.True(all.QuerySelectorAll("[data-field=speaker] [data-value]").Length > shown);
        Assert.True(all.One("[data-field=speaker]").HasAttribute("open"));
        Assert.Equal(document.QuerySelectorAll("[data-field=source] [data-value]").Length, all.QuerySelectorAll("[data-field=source] [data-value]").Length);
        Assert.DoesNotContain("more=", all.QuerySelector(".facet-label")!.AddressOf(), StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task The_timeline_is_stacked_of_stances_and_its_table_has_the_same_numbers(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        IDocument document = await service.GetDocumentAsync("/search?q=harbour");
        JsonNode histogram = (await service.GetJsonAsync("/api/search?q=harbour&interval=auto&split=stance"))["histogram"]!;
        string[] stances = [.. histogram["split"]!["values"]!.AsArray().Select(static value => (string)value!)];
        Assert.Equal(stances.Order(StringComparer.Ordinal), document.QuerySelectorAll(".timeline-legend .stance").Select(static each => each.TextContent).Order(StringComparer.Ordinal));

        IElement table = document.One("noscript .timeline-table");
        string[] heads = [.. table.QuerySelectorAll("thead th").Select(static head => head.TextContent)];
        foreach ((JsonNode? bucket, IElement row) in histogram["buckets"]!.AsArray().Zip(table.QuerySelectorAll("tbody tr")))
        {
            string[] cells = [.. row.QuerySelectorAll("td").Select(static cell => cell.TextContent)];
            if ((int)bucket!["covered"]! == 0)
            {
                Assert.All(cells, static cell => Assert.Equal("–", cell));
                continue;
            }

            Assert.Equal((int)bucket["count"]!, int.Parse(cells[0], CultureInfo.InvariantCulture));
            Assert.Equal((int)bucket["covered"]!, int.Parse(cells[^1], CultureInfo.InvariantCulture));
            Assert.Equal(bucket["split"]!.AsArray().Select(static part => (int)part!), stances.Select(stance => int.Parse(cells[Array.IndexOf(heads, stance) - 1], CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [EveryBackend("harbour zzzz date:2031", "")]
    [EveryBackend("harbour zzzz date:2031", "&in=quotes")]
    public async Task Where_nothing_is_found_each_part_says_what_would_be_found_without_it(string backend, string query, string place)
    {
        ServiceUnderTest service = services.On(backend);
        string asked = Uri.EscapeDataString(query);
        JsonNode answer = await service.GetJsonAsync($"/api/{(place.Length > 0 ? "quotes" : "search")}?q={asked}&explain=true");
        IDocument document = await service.GetDocumentAsync($"/search?q={asked}{place}");
        Assert.Equal(0, document.Total());
        JsonNode[] parts = [.. answer["nothing"]!["parts"]!.AsArray().OfType<JsonNode>()];
        Assert.Equal(parts.Select(part => (string)part["text"]!), document.QuerySelector(".nothing .ways")!.Texts(".term"));
        foreach (IElement link in document.QuerySelector(".nothing .ways")!.QuerySelectorAll("a"))
        {
            IDocument without = await service.GetDocumentAsync(link.AddressOf());
            Assert.StartsWith($"without it {without.Total()} ", link.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, EveryBackend]
    public async Task The_first_visit_says_what_is_in_here_and_every_way_in_leads_somewhere(string backend)
    {
        ServiceUnderTest service = services.On(backend);
        IDocument document = await service.GetDocumentAsync("/");
        JsonNode index = await service.GetJsonAsync("/api/index");
        Assert.Equal((int)index["index"]!["articles"]!, document.One(".welcome-numbers strong:first-child").Number());
        foreach (IElement item in document.QuerySelectorAll(".shelf li"))
        {
            Assert.Equal(item.One(".shelf-count").Number(), (await service.GetDocumentAsync(item.One("a").AddressOf())).Total());
        }

        foreach (IElement form in document.QuerySelectorAll(".help-forms a"))
        {
            IDocument asked = await service.GetDocumentAsync(form.AddressOf());
            Assert.Equal(form.TextContent, asked.One("#q").GetAttribute("value"));
            Assert.Empty(asked.QuerySelectorAll(".notice.is-error"));
        }
    }

    private static IEnumerable<string> Texts(JsonNode array, Func<JsonNode, JsonNode?> text) => array.AsArray().Select(item => (string)text(item!)!);
}
