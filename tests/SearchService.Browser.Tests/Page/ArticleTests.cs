using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class ArticleTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    [Fact]
    public async Task An_article_opens_in_the_page_and_back_leads_to_the_same_list_unasked()
    {
        await OpenAsync("?q=peace");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Second of peace" }).ClickAsync();

        await AddressBecomesAsync("?q=peace&article=a2");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The whole of a2");
        await Expect(Page.Locator(".reader-text p")).ToHaveTextAsync(["First paragraph.", "Second <b>paragraph</b>."]);
        await Expect(Page.Locator(".reader-head time")).ToHaveTextAsync("January 2022");
        await Expect(Page).ToHaveTitleAsync("The whole of a2 – News archive");
        await Page.GoBackAsync();

        await Expect(Titles.First).ToBeVisibleAsync();
        Assert.Single(Archive.Searches);
    }

    [Fact]
    public async Task An_address_of_an_article_shows_it_and_leads_to_its_search()
    {
        await OpenAsync("?q=peace&article=a2");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The whole of a2");
        Assert.Empty(Archive.Searches);

        await Page.GetByRole(AriaRole.Link, new() { Name = "← Back to the results" }).ClickAsync();

        await Expect(Titles).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task An_article_that_is_gone_is_said_to_be()
    {
        Provoked = new("404");
        Archive.OnArticle = (_, _) => CannedAnswers.Problem(404, "article_not_found", "There is no article ‘a9’.");
        await OpenAsync("?article=a9");

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This article is not in the archive");
    }

    [Theory]
    [InlineData("https://paper.example/1", 1)]
    [InlineData("javascript:alert(1)", 0)]
    [InlineData("/home/me/paper.txt", 0)]
    public async Task The_original_is_a_link_only_by_a_web_address(string url, int links)
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", "One", url: url)]));
        await OpenAsync("?q=peace");

        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "One", Exact = true })).ToHaveAttributeAsync("href", "search?q=peace&article=a1");
        await Expect(Page.Locator($".hit a[href='{url}'][rel='noopener noreferrer']")).ToHaveCountAsync(links);
        await Expect(Page.Locator(".hit a:not([data-internal])")).ToHaveCountAsync(links);
    }

    [Fact]
    public async Task An_article_without_a_date_shows_what_it_was_given()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            asked.Query, 1, [CannedAnswers.Hit("a1", "One", date: null, dateAsGiven: "1/21")]));
        await OpenAsync("?q=peace");

        await Expect(Page.GetByText("No date (given as “1/21”)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_comes_back_from_an_article_goes_on_where_it_was_opened()
    {
        await OpenAsync("?q=peace");
        ILocator link = Page.GetByRole(AriaRole.Link, new() { Name = "Second of peace" });
        await link.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The whole of a2");
        await Page.GoBackAsync();
        await Expect(link).ToBeFocusedAsync();

        await link.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The whole of a2");
        await Page.GetByRole(AriaRole.Link, new() { Name = "← Back to the results" }).PressAsync("Enter");
        await Expect(link).ToBeFocusedAsync();
    }
}
