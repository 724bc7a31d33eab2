using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class PagesTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator Pager => Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of results" });

    [Fact]
    public async Task The_next_page_takes_the_place_of_this_one_and_is_read_from_its_heading()
    {
        Archive.OnSearch = asked => Task.FromResult(asked["skip"] is []
            ? CannedAnswers.Found("peace", 12, [CannedAnswers.Hit("a1", "One"), CannedAnswers.Hit("a2", "Two")])
            : CannedAnswers.Found("peace", 12, [CannedAnswers.Hit("a11", "Eleven"), CannedAnswers.Hit("a12", "Twelve")]));
        await OpenAsync("?q=peace");
        await Expect(Total).ToHaveTextAsync("12 articles");

        await Pager.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();

        await Expect(Titles).ToHaveTextAsync(["Eleven", "Twelve"]);
        await Expect(Total).ToHaveTextAsync("11–12 of 12 articles");
        await Expect(Total).ToBeFocusedAsync();
        Assert.Equal("?q=peace&page=2", Address);
        Assert.Equal(["10"], Archive.Searches[^1]["skip"]);
        await Expect(Pager.GetByRole(AriaRole.Link, new() { Name = "Page 2" })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Pager.GetByRole(AriaRole.Link, new() { Name = "Next" })).ToHaveCountAsync(0);
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => window.scrollY"));
        await Page.GoBackAsync();
        await Expect(Titles).ToHaveTextAsync(["One", "Two"]);
    }

    [Theory]
    [InlineData("", 70, "1 2 3 4 5 6 7")]
    [InlineData("&page=4", 1234, "1 2 3 4 5 … 124")]
    [InlineData("&page=60", 1234, "1 … 59 60 61 … 124")]
    [InlineData("&page=121", 1234, "1 … 120 121 122 123 124")]
    [InlineData("", 1_000_000, "1 2 3 4 5 … 1,001")]
    public async Task The_pages_around_are_named_and_the_first_and_the_last_that_can_be_reached(string page, int total, string expected)
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, total));
        await OpenAsync("?q=peace" + page);
        await Expect(Pager).ToBeVisibleAsync();

        Assert.Equal(expected, string.Join(' ', await Pager.GetByRole(AriaRole.Listitem).AllInnerTextsAsync()));
    }

    [Fact]
    public async Task One_page_needs_no_pager()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 2));
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);

        await Expect(Pager).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Beyond_what_can_be_skipped_a_page_leads_to_the_next_by_its_cursor()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            "peace", 20_000, [CannedAnswers.Hit("a1", "One")], next: asked["cursor"] is [var cursor] ? cursor + "+" : "first"));
        await OpenAsync("?q=peace&page=1001");
        await Pager.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await AddressBecomesAsync("?q=peace&page=1002&cursor=first");
        await Expect(Total).ToHaveTextAsync("10,011–10,011 of 20,000 articles");

        await Pager.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();

        await Page.WaitForURLAsync("**/search?q=peace&page=1003&cursor=first%2B");
        await Expect(Total).ToHaveTextAsync("10,021–10,021 of 20,000 articles");
        Assert.Equal(["first+"], Archive.Searches[^1]["cursor"]);
        Assert.Empty(Archive.Searches[^1]["skip"]);
    }

    [Fact]
    public async Task A_cursor_of_an_index_that_was_replaced_leads_to_the_new_list_and_says_so()
    {
        Provoked = new("400");
        Archive.OnSearch = asked => Task.FromResult(asked["cursor"] is []
            ? CannedAnswers.Found(asked.Query, 20_000)
            : CannedAnswers.Problem(400, "cursor_outdated", "The index has changed."));
        await OpenAsync("?q=peace&page=1002&cursor=old");

        await Expect(Page.GetByText("The archive was updated while you were reading.")).ToBeVisibleAsync();
        await Expect(Titles).ToHaveCountAsync(2);
        Assert.Equal("?q=peace&page=1001", Address);
    }

    [Theory]
    [InlineData("stance=critical")]
    [InlineData("sort=newest")]
    [InlineData("in=quotes")]
    public async Task Whatever_else_changes_leads_to_the_first_page(string change)
    {
        await OpenAsync("?q=peace&page=3");
        await Expect(Titles).ToHaveCountAsync(2);
        switch (change)
        {
            case "stance=critical":
                await Row("stance", "critical").GetByRole(AriaRole.Checkbox).CheckAsync();
                break;
            case "sort=newest":
                await Page.GetByLabel("Order").SelectOptionAsync("newest");
                break;
            default:
                await Page.GetByRole(AriaRole.Link, new() { Name = "Quotations" }).ClickAsync();
                break;
        }

        await AddressBecomesAsync("?q=peace&" + change);
    }

    [Fact]
    public async Task Numbers_of_five_digits_are_no_wider_than_a_small_phone()
    {
        await Page.SetViewportSizeAsync(320, 700);
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1_000_000));
        await OpenAsync("?q=peace&page=1000");
        await Expect(Pager).ToBeVisibleAsync();

        Assert.InRange(await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 320);
    }
}
