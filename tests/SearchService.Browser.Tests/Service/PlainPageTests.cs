using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Service;

/// <summary>The page with scripts switched off, over the service over the sample articles.</summary>
public sealed partial class PlainPageTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    protected override Uri Home => service.Home;

    protected override BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = 1440, Height = 900 }, JavaScriptEnabled = false };

    private ILocator Total => Page.Locator(".results-total");

    [Fact]
    public async Task A_reader_types_chooses_excludes_reads_and_comes_back()
    {
        await OpenAsync();
        await Expect(Page.Locator(".welcome-numbers")).ToContainTextAsync("80 articles");
        await Page.GetByLabel("Search the archive").FillAsync("compact");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(Page).ToHaveTitleAsync("compact – News archive");
        int all = await TotalAsync();
        int state = await CountAsync("stance", "state"), critical = await CountAsync("stance", "critical");

        await Row("stance", "state").Locator(".facet-label").ClickAsync();
        await Expect(Total).ToHaveTextAsync($"{state} articles");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Stance state" }).ClickAsync();
        await Expect(Total).ToHaveTextAsync($"{all} articles");
        await Row("stance", "critical").HoverAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Exclude critical" }).ClickAsync();
        await Expect(Total).ToHaveTextAsync($"{all - critical} articles");

        string title = await Page.Locator(".hit-title").First.InnerTextAsync();
        await Page.Locator(".hit-link").First.ClickAsync();
        await Expect(Page.Locator(".reader-title")).ToHaveTextAsync(title);
        await Expect(Page.Locator(".reader-text mark").First).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Back to the results" }).ClickAsync();
        await Expect(Total).ToHaveTextAsync($"{all - critical} articles");
        await Expect(Page.GetByLabel("Search the archive")).ToHaveValueAsync("compact");
    }

    [Fact]
    public async Task A_search_from_the_box_keeps_the_filters_and_the_order()
    {
        await OpenAsync("?q=compact&stance=-critical");
        await Page.GetByRole(AriaRole.Combobox, new() { Name = "Order" }).SelectOptionAsync("oldest");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Page.GetByLabel("Search the archive").FillAsync("harbour");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page).ToHaveURLAsync(new Regex("q=harbour&stance=-critical&sort=oldest$"));
        await Expect(Page.GetByRole(AriaRole.Combobox, new() { Name = "Order" })).ToHaveValueAsync("oldest");
        string?[] dates = [.. await Page.Locator(".hit time").EvaluateAllAsync<string[]>("times => times.map(time => time.dateTime)")];
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        Assert.NotEmpty(dates);
    }

    [Fact]
    public async Task The_second_page_goes_on_where_the_first_ends()
    {
        await OpenAsync("?sort=oldest");
        int all = await TotalAsync();
        string[] first = await IdsAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Page 2" }).ClickAsync();
        await Expect(Total).ToHaveTextAsync($"11–20 of {all} articles");
        Assert.Empty((await IdsAsync()).Intersect(first));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        Assert.Equal(first, await IdsAsync());
    }

    [Fact]
    public async Task Numbers_over_time_are_a_table_whose_periods_are_links()
    {
        await OpenAsync("?q=harbour");
        await Page.Locator(".timeline summary").ClickAsync();
        string[] counts = [.. await Page.Locator(".timeline tbody td:nth-of-type(1)").AllInnerTextsAsync()];
        int row = Array.FindIndex(counts, static count => count != "0");
        await Page.Locator(".timeline tbody a").Nth(row).ClickAsync();
        await Expect(Total).ToHaveTextAsync(new Regex($"^{counts[row]} articles?$"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Whole period" }).ClickAsync();
        await Expect(Page).Not.ToHaveURLAsync(new Regex("date="));
    }

    [Fact]
    public async Task On_a_phone_results_come_first_and_a_link_leads_to_the_filters()
    {
        await Page.SetViewportSizeAsync(390, 844);
        await OpenAsync("?q=compact");
        ILocator filters = Page.Locator("#facets");
        float below = (await filters.BoundingBoxAsync())!.Y;
        Assert.True(below > (await Page.Locator(".hits").BoundingBoxAsync())!.Y);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Filters" }).ClickAsync();
        await Expect(filters).ToBeInViewportAsync();
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task The_language_is_chosen_by_a_link_and_stays()
    {
        await OpenAsync("?q=harbour");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Русский" }).ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(Page).ToHaveURLAsync(new Regex(@"search\?q=harbour$"));
        await OpenAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
    }

    private ILocator Row(string field, string value) => Page.Locator($"[data-field='{field}'] [data-value='{value}']");

    private async Task<string[]> IdsAsync() => await Page.Locator(".hit").EvaluateAllAsync<string[]>("hits => hits.map(hit => hit.dataset.id)");

    private async Task<int> TotalAsync() => Number(await Total.InnerTextAsync());

    private async Task<int> CountAsync(string field, string value) => Number(await Row(field, value).Locator(".facet-count").InnerTextAsync());

    private static int Number(string text) => int.Parse(Digits().Match(text).Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9,]+")]
    private static partial Regex Digits();
}
