using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>Facets that are opened, long, or change under the hand.</summary>
public sealed class FacetTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    [Fact]
    public async Task A_year_opens_to_its_months_and_a_month_to_its_days_without_being_chosen()
    {
        Archive.OnSearch = asked => Task.FromResult(new CannedAnswer(200, asked["size"] is ["0"] ? Periods(asked["date"]) : Years()));
        await OpenAsync("?q=peace&stance=critical");
        await Page.GetByRole(AriaRole.Button, new() { Name = "What is in 2021", Exact = true }).ClickAsync();
        await Expect(Row("date", "2021-05").Locator(".facet-count")).ToHaveTextAsync("4");
        await Page.GetByRole(AriaRole.Button, new() { Name = "What is in May 2021" }).ClickAsync();

        await Expect(Row("date", "2021-05-09")).ToContainTextAsync("9 May 2021");
        Assert.Equal("?q=peace&stance=critical", Address);
        Assert.Equal(["critical"], Archive.Searches[^1]["stance"]);
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "9 May 2021" }).CheckAsync();
        await AddressBecomesAsync("?q=peace&stance=critical&date=2021-05-09");
    }

    [Fact]
    public async Task A_year_that_was_opened_is_closed_again()
    {
        Archive.OnSearch = asked => Task.FromResult(new CannedAnswer(200, asked["size"] is ["0"] ? Periods(asked["date"]) : Years()));
        await OpenAsync("?q=peace");
        ILocator opener = Page.GetByRole(AriaRole.Button, new() { Name = "What is in 2021", Exact = true });
        await opener.ClickAsync();
        await Expect(opener).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(Row("date", "2021-05")).ToBeVisibleAsync();
        await opener.ClickAsync();

        await Expect(Row("date", "2021-05")).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_facet_of_twenty_thousand_values_shows_a_hundred_and_says_how_to_find_the_others()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 42, [CannedAnswers.Hit("a1", "One")], outlets: 20_000));
        Archive.OnFacet = (field, asked) => new(200, new
        {
            field,
            distinct = 20_000,
            missing = 0,
            values = Enumerable.Range(0, 20_000).Select(number => CannedAnswers.Value($"Outlet {number}", 20_000 - number)),
        });
        await OpenAsync("?q=peace");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show more (19,998)" }).ClickAsync();

        await Expect(Page.Locator("[data-field='source'] [data-value]")).ToHaveCountAsync(100);
        await Expect(Page.Locator("[data-field='source']")).ToContainTextAsync("more: find them by name above.");
        await Expect(Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in outlet" })).ToHaveAttributeAsync("placeholder", "Find among 20,000");
    }

    [Fact]
    public async Task Countries_are_found_by_the_names_they_are_shown_by()
    {
        object answer = new
        {
            field = "country",
            distinct = 30,
            missing = 0,
            values = new[] { CannedAnswers.Value("JP", 9), CannedAnswers.Value("DE", 5), CannedAnswers.Value("XX", 1) },
        };
        Archive.OnSearch = asked => Task.FromResult(new CannedAnswer(200, Searched(new { country = answer })));
        Archive.OnFacet = (_, _) => new(200, answer);
        await OpenAsync("?q=peace");
        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in country" }).FillAsync("germ");

        await Expect(Page.Locator("[data-field='country'] [data-value]")).ToHaveCountAsync(1);
        await Expect(Row("country", "DE")).ToContainTextAsync("Germany");
    }

    [Fact]
    public async Task Among_quotations_counts_and_found_values_are_of_quotations()
    {
        SearchAsked? request = null;
        Archive.OnQuotes = asked => Task.FromResult(new CannedAnswer(200, Searched(new { source = new { distinct = 90, missing = 0, values = new[] { CannedAnswers.Value("Harbour Gazette", 12) } } }, [])));
        Archive.OnFacet = (field, asked) =>
        {
            request = asked;
            return new(200, new { field, distinct = 1, missing = 0, values = new[] { CannedAnswers.Value("Quiet Quay", 3) } });
        };
        await OpenAsync("?q=peace&in=quotes");
        await Expect(Page.GetByRole(AriaRole.Checkbox, new() { Name = "Harbour Gazette , 12 quotations" })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in outlet" }).FillAsync("quay");

        await Expect(Page.GetByRole(AriaRole.Checkbox, new() { Name = "Quiet Quay , 3 quotations" })).ToBeVisibleAsync();
        Assert.Equal(["quotes"], request!["in"]);
    }

    [Fact]
    public async Task A_row_under_the_pointer_stays_where_it_is()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            asked.Query, 42, [], stances: asked.Query == "peace" ? ["critical", "supportive"] : ["supportive", "neutral"]));
        await OpenAsync("?q=peace");
        await Box.FocusAsync();
        await Row("stance", "critical").HoverAsync();
        await Page.Keyboard.TypeAsync("s");
        await Expect(Row("stance", "supportive").Locator(".facet-count")).ToHaveTextAsync("25");
        ILocator values = Page.Locator("[data-field='stance'] [data-value]");
        Assert.Equal(["critical", "supportive", "_missing", "neutral"], await ValuesAsync());
        await Expect(Row("stance", "critical").Locator(".facet-count")).ToHaveTextAsync("0");

        await Page.Mouse.MoveAsync(800, 20);
        await Expect(values).ToHaveCountAsync(3);
        Assert.Equal(["supportive", "neutral", "_missing"], await ValuesAsync());

        Task<string[]> ValuesAsync() => values.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.value)");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(320)]
    public async Task Markup_and_long_words_in_values_are_text_that_fits(int width)
    {
        string word = new('w', 400);
        Archive.OnSearch = asked => Task.FromResult(new CannedAnswer(200, Searched(new
        {
            stance = new { distinct = 2, missing = 0, values = new[] { CannedAnswers.Value("<b>bold</b>", 9), CannedAnswers.Value(word, 5) } },
        })));
        await Page.SetViewportSizeAsync(width, 800);
        await OpenAsync($"?q=peace&stance={word}&stance=<b>bold</b>");
        if (width < 960)
        {
            await Page.GetByRole(AriaRole.Button, new() { Name = "Filters (2)" }).ClickAsync();
        }

        await Expect(Page.Locator("[data-field='stance'] .facet-name").First).ToHaveTextAsync("<b>bold</b>");
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    private static object Years() => Searched(new { date = new { distinct = 2, missing = 1, values = new[] { CannedAnswers.Value("2022", 30), CannedAnswers.Value("2021", 11) } } });

    private static object Periods(IReadOnlyList<string> asked) => Searched(new
    {
        date = new
        {
            distinct = 2,
            missing = 1,
            values = new object[]
            {
                CannedAnswers.Value("2022", 30),
                new
                {
                    value = "2021",
                    count = 11,
                    children = new object[]
                    {
                        new { value = "2021-05", count = 4, children = asked.Contains("2021-05") ? new[] { CannedAnswers.Value("2021-05-09", 1) } : null },
                        CannedAnswers.Value("2021-06", 7),
                    },
                },
            },
        },
    });

    private static object Searched(object facets, object[]? hits = null) => new
    {
        query = new { input = "peace", read = "text:peace", notices = Array.Empty<object>() },
        total = 42,
        tookMicroseconds = 310,
        index = CannedAnswers.State,
        hits = hits ?? [CannedAnswers.Hit("a1", "One")],
        facets,
    };
}
