using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Service;

/// <summary>The page over the service over the sample articles: the whole way through.</summary>
public sealed partial class SampleArchiveTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    protected override Uri Home => service.Home;

    private ILocator Total => Page.Locator(".results-total");

    private ILocator Box => Page.GetByRole(AriaRole.Combobox, new() { Name = "Search the archive" });

    [Fact]
    public async Task A_quotation_is_found_and_marked_word_for_word()
    {
        const string Words = "a harbour is not a purse";
        await OpenAsync();
        await Box.FillAsync($"\"{Words}\"");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Total).ToHaveTextAsync("6 articles");

        foreach (ILocator hit in await Page.Locator(".hit").AllAsync())
        {
            Assert.Contains(Words, await hit.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        }

        IReadOnlyList<string> marks = await Page.Locator("mark").AllInnerTextsAsync();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Contains(mark, Words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_count_beside_a_value_is_what_choosing_it_gives()
    {
        await OpenAsync("?q=compact");
        int all = await TotalAsync();
        int state = await CountAsync("stance", "state");
        int critical = await CountAsync("stance", "critical");
        Assert.True(state > 0 && critical > state);

        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "state" }).CheckAsync();
        await Expect(Total).ToHaveTextAsync($"{state} articles");
        Assert.Equal(critical, await CountAsync("stance", "critical"));

        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "critical" }).CheckAsync();
        await Expect(Total).ToHaveTextAsync($"{state + critical} articles");

        await OpenAsync("?q=compact");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Exclude critical" }).ClickAsync();
        await Expect(Total).ToHaveTextAsync($"{all - critical} articles");
    }

    [Fact]
    public async Task Articles_without_a_date_are_seen_and_chosen()
    {
        await OpenAsync("?sort=newest");
        int undated = await CountAsync("date", "_missing");
        Assert.True(undated > 0);

        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "No date" }).CheckAsync();

        await Expect(Total).ToHaveTextAsync($"{undated} articles");
        await Expect(Page.Locator(".kicker-dateless")).ToHaveCountAsync(undated);
        await Expect(Page.GetByText("31/02/2023")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_part_of_a_query_that_is_not_understood_is_named_with_its_place()
    {
        await OpenAsync("?q=\"four doorkeepers");

        await Expect(Page.Locator(".notice")).ToContainTextAsync("never closed");
        await Expect(Page.Locator(".search-copy u")).ToHaveTextAsync("\"");
        await Expect(Page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_article_is_on_one_page()
    {
        await OpenAsync("?sort=oldest");
        int all = await TotalAsync();
        List<string> ids = [];
        ILocator next = Page.GetByRole(AriaRole.Link, new() { Name = "Next" });
        for (int page = 1; page <= (all + 9) / 10; page++)
        {
            await Expect(Page.Locator(".pager [aria-current]")).ToHaveTextAsync($"{page}");
            await Expect(Page.Locator("[aria-busy]")).ToHaveCountAsync(0);
            ids.AddRange(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.hit')].map(hit => hit.dataset.id)"));
            if (ids.Count < all)
            {
                await next.ClickAsync();
            }
        }

        Assert.Equal(all, ids.Count);
        Assert.Equal(all, ids.Distinct().Count());
    }

    [Fact]
    public async Task Quotations_are_listed_with_their_versions_and_lead_to_all_that_somebody_says()
    {
        await OpenAsync("?q=\"the last cellar is dry\"&in=quotes");
        await Expect(Total).ToHaveTextAsync(Quotations());
        foreach (ILocator said in await Page.Locator(".hit-quote blockquote").AllAsync())
        {
            Assert.Contains("the last cellar is dry", await said.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        }

        ILocator first = Page.Locator(".hit-quote").First;
        await first.GetByText("Versions of this quotation").ClickAsync();
        await Expect(first.Locator(".versions-body")).ToContainTextAsync("First carried by The Tidewater Courier, 13 January 2022.");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Yelena Dzhakhova" }).First.ClickAsync();

        await Expect(Page.Locator(".hit-speaker").First).ToContainTextAsync("Yelena Dzhakhova");
        await Expect(Box).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_is_typed_is_completed_and_a_misspelling_mended()
    {
        await OpenAsync();
        await Box.PressSequentiallyAsync("harbour ch");
        await Expect(Page.Locator("#suggestions").GetByRole(AriaRole.Option).First).ToHaveTextAsync("harbour chain6");
        await Box.PressAsync("ArrowDown");
        await Box.PressAsync("Enter");
        await Expect(Total).ToHaveTextAsync("6 articles");

        await Box.FillAsync("harbuor chian");
        await Box.PressAsync("Enter");
        await Page.GetByRole(AriaRole.Link, new() { Name = "harbour chain", Exact = true }).ClickAsync();

        await Expect(Total).ToHaveTextAsync("6 articles");
    }

    [Fact]
    public async Task Nothing_found_says_what_would_be_and_it_is()
    {
        await OpenAsync("?q=harbour AND chain AND whale");
        await Expect(Page.Locator(".nothing")).ToContainTextAsync("whale: no match");

        await Page.GetByRole(AriaRole.Link, new() { Name = "without it 6 articles" }).ClickAsync();

        await Expect(Total).ToHaveTextAsync("6 articles");
    }

    [Fact]
    public async Task The_timeline_leads_into_a_period()
    {
        await OpenAsync("?sort=newest");
        ILocator timeline = Page.GetByRole(AriaRole.Slider, new() { Name = "Timeline" });
        await timeline.FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        int last = int.Parse((await timeline.GetAttributeAsync("aria-valuemax"))!, CultureInfo.InvariantCulture);
        for (int index = 0; index < last && !(await timeline.GetAttributeAsync("aria-valuetext"))!.Contains(": 1 of ", StringComparison.Ordinal); index++)
        {
            await Page.Keyboard.PressAsync("ArrowRight");
        }

        await Page.Keyboard.PressAsync("Enter");

        await Expect(Total).ToHaveTextAsync("1 article");
        Assert.Matches("date=", Page.Url);
    }

    [Fact]
    public async Task A_value_among_many_is_found_by_a_part_of_it()
    {
        await OpenAsync("?sort=newest");
        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in outlet" }).FillAsync("deich");

        await Expect(Page.Locator("[data-field='source'] [data-value]")).ToHaveCountAsync(1);
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Der Deichbote" }).CheckAsync();

        await Expect(Page.Locator(".kicker-source").First).ToHaveTextAsync("Der Deichbote");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter Outlet Der Deichbote" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_article_is_read_whole()
    {
        await OpenAsync("?q=scarecrow");
        await Page.Locator(".hit-title a").First.ClickAsync();

        await Expect(Page.Locator(".reader-text")).ToContainTextAsync("scarecrow", new() { IgnoreCase = true });
        await Page.ReloadAsync();
        await Expect(Page.Locator(".reader-text")).ToContainTextAsync("scarecrow", new() { IgnoreCase = true });
    }

    [Fact]
    public async Task The_page_keeps_to_a_strict_policy()
    {
        IResponse? response = await Page.GotoAsync(Home.AbsoluteUri);
        string policy = await response!.HeaderValueAsync("content-security-policy") ?? "";

        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [Theory]
    [InlineData("", ColorScheme.Light)]
    [InlineData("?q=harbour", ColorScheme.Light)]
    [InlineData("?q=harbour", ColorScheme.Dark)]
    public async Task Axe_finds_nothing(string address, ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await OpenAsync(address);
        await Expect(Page.Locator("#colophon")).ToContainTextAsync("generation");

        Assert.Empty(await AxeScan.ViolationsAsync(Page));
    }

    private async Task<int> TotalAsync()
    {
        await Expect(Total).ToHaveTextAsync(Articles());
        return int.Parse((await Total.InnerTextAsync()).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private async Task<int> CountAsync(string field, string value) => int.Parse(
        await Page.Locator($"[data-field='{field}'] [data-value='{value}'] .facet-count").InnerTextAsync(),
        NumberStyles.AllowThousands,
        CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9,]+ articles?$")]
    private static partial Regex Articles();

    [GeneratedRegex("^[0-9,]+ quotations?$")]
    private static partial Regex Quotations();
}
