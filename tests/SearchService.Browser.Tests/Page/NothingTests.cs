using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class NothingTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private static readonly object Why = new
    {
        parts = new object[]
        {
            new { text = "tokayev", offset = 0, length = 7, count = 0, without = 12, query = "\"appeal now\"" },
            new { text = "\"appeal now\"", offset = 8, length = 12, count = 340, without = 0, query = "tokayev" },
        },
        filters = new[] { new { field = "stance", without = 30 } },
    };

    private ILocator Panel => Page.Locator(".nothing");

    [Fact]
    public async Task It_is_said_which_word_has_no_match_and_what_the_rest_would_find()
    {
        Archive.OnSearch = asked => Task.FromResult(asked.Query == "\"appeal now\"" ? CannedAnswers.Found(asked.Query, 12) : CannedAnswers.Found(asked.Query, 0, [], nothing: Why));
        await OpenAsync("?q=tokayev \"appeal now\"&stance=critical");
        await Expect(Panel.GetByRole(AriaRole.Listitem).First).ToHaveTextAsync("tokayev: no match · without it 12 articles");
        await Expect(Panel.GetByRole(AriaRole.Listitem).Nth(1)).ToHaveTextAsync("\"appeal now\": 340 articles");

        await Panel.GetByRole(AriaRole.Link, new() { Name = "without it 12 articles" }).ClickAsync();

        await AddressBecomesAsync("?q=\"appeal now\"&stance=critical");
        await Expect(Titles).ToHaveCountAsync(2);
        await Expect(Panel).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_filter_that_leaves_everything_out_is_taken_away_by_a_link_that_says_what_comes()
    {
        Archive.OnSearch = asked => Task.FromResult(asked["stance"] is [] ? CannedAnswers.Found(asked.Query, 30) : CannedAnswers.Found(asked.Query, 0, [], nothing: Why));
        await OpenAsync("?q=tokayev appeal&stance=critical&stance=neutral&country=JP");

        await Panel.GetByRole(AriaRole.Link, new() { Name = "Without the filter “Stance”: 30 articles" }).ClickAsync();

        await AddressBecomesAsync("?q=tokayev appeal&country=JP");
        await Expect(Total).ToHaveTextAsync("30 articles");
    }

    [Fact]
    public async Task The_words_of_a_quotation_may_be_looked_for_apart()
    {
        Archive.OnSearch = asked => Task.FromResult(asked.Query == "peace talks" ? CannedAnswers.Found(asked.Query) : CannedAnswers.Found(asked.Query, 0, []));
        await OpenAsync("?q=\"peace talks\"");

        await Panel.GetByRole(AriaRole.Link, new() { Name = "The same words, not as a quotation: peace talks" }).ClickAsync();

        await AddressBecomesAsync("?q=peace talks");
    }

    [Fact]
    public async Task What_nobody_is_quoted_with_may_be_in_the_articles()
    {
        Archive.OnQuotes = asked => Task.FromResult(CannedQuotations.Found(asked.Query, 0, []));
        await OpenAsync("?q=peace&in=quotes");

        await Panel.GetByRole(AriaRole.Link, new() { Name = "The same in the articles’ whole texts" }).ClickAsync();

        await AddressBecomesAsync("?q=peace");
    }

    [Fact]
    public async Task A_page_beyond_the_last_leads_back_to_it()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 42, asked["skip"] is ["900"] ? [] : [CannedAnswers.Hit("a1", "One")]));
        await OpenAsync("?q=peace&page=91");
        await Expect(Page.GetByText("This search has 5 pages.")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Show the last one" }).ClickAsync();

        await AddressBecomesAsync("?q=peace&page=5");
    }
}
