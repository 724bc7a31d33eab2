using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class PhoneTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private const int LeastTarget = 44;

    protected override BrowserNewContextOptions Options => new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        HasTouch = true,
        IsMobile = true,
    };

    [Theory]
    [InlineData("")]
    [InlineData("?q=peace&stance=critical&source=-Harbour Gazette&date=2022")]
    [InlineData("?q=peace&article=a1")]
    public async Task Nothing_is_wider_than_the_screen(string address)
    {
        string word = new('w', 300);
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", word, word)]));
        await OpenAsync(address);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToBeEmptyAsync();

        Assert.Equal(390, await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Filters_are_in_a_sheet_that_says_what_comes_of_them()
    {
        await OpenAsync("?q=peace");
        ILocator opener = Page.GetByRole(AriaRole.Button, new() { Name = "Filters" });
        await opener.TapAsync();
        ILocator sheet = Page.GetByRole(AriaRole.Dialog, new() { Name = "Filters" });
        await sheet.GetByRole(AriaRole.Checkbox, new() { Name = "critical" }).TapAsync();
        await AddressBecomesAsync("?q=peace&stance=critical");

        await sheet.GetByRole(AriaRole.Button, new() { Name = "Show 42 articles" }).TapAsync();

        await Expect(sheet).ToBeHiddenAsync();
        await Expect(opener).ToHaveTextAsync("Filters (1)");
        await Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_one_taps_is_large_enough()
    {
        await OpenAsync("?q=peace&stance=critical");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).TapAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        string[] small = await Page.EvaluateAsync<string[]>("""
            least => [...document.querySelectorAll('button, select, summary, .facet-label, .facet-title, .hit-foot a, .view, .pager a')]
              .filter(element => element.checkVisibility() && Math.round(element.getBoundingClientRect().height) < least)
              .map(element => element.outerHTML.slice(0, 100))
            """, LeastTarget);
        Assert.Empty(small);
    }

    [Theory]
    [InlineData(320, 1)]
    [InlineData(390, 2)]
    public async Task What_the_archive_holds_is_listed_in_as_many_columns_as_names_have_room_in(int width, int columns)
    {
        await Page.SetViewportSizeAsync(width, 700);
        await OpenAsync();
        await ReadyAsync();
        ILocator shelves = Page.Locator(".shelves");
        await Expect(shelves).ToBeVisibleAsync();

        string tracks = await shelves.EvaluateAsync<string>("shelves => getComputedStyle(shelves).gridTemplateColumns");
        Assert.Equal(columns, tracks.Split(' ').Length);
    }
}
