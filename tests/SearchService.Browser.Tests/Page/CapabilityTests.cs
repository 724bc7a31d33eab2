using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>What the archive can't do, the page neither offers nor asks for.</summary>
public sealed class CapabilityTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator Views => Page.Locator(".views");

    private ILocator Stories => Page.Locator("label.stories");

    [Fact]
    public async Task What_is_denied_is_not_offered()
    {
        Archive.Capabilities = new { quotations = false, stories = false, similarity = false, suggestions = false };
        await OpenAsync("?q=peace");
        await Expect(Titles.First).ToHaveTextAsync("First of peace");
        await Expect(Views).ToBeHiddenAsync();
        await Expect(Stories).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_allowed_is_offered()
    {
        Archive.Capabilities = new { quotations = true, stories = true, similarity = true, suggestions = true };
        await OpenAsync("?q=peace");
        await Expect(Titles.First).ToHaveTextAsync("First of peace");
        await Expect(Views).ToBeVisibleAsync();
        await Expect(Stories).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Suggestions_and_similar_articles_are_not_asked_for_where_there_are_none()
    {
        Archive.Capabilities = new { suggestions = false, similarity = false, stories = false };
        int asked = 0;
        Archive.OnSuggest = _ =>
        {
            asked++;
            return Task.FromResult(CannedAnswers.Suggested());
        };
        Archive.OnSimilar = _ =>
        {
            asked++;
            return CannedArticles.Similar();
        };
        await OpenAsync();
        await Box.PressSequentiallyAsync("peace");
        await Expect(Titles.First).ToHaveTextAsync("First of peace");
        await Titles.First.Locator("a").ClickAsync();
        await Expect(Page.Locator(".related")).Not.ToHaveAttributeAsync("aria-busy", "true");
        Assert.Equal(0, asked);
        await Expect(Page.Locator(".related-shelf")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_read_in_another_syntax_is_worded()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            asked.Query, 1, [CannedAnswers.Hit("a1", "One", "Text.", [])], outline: new { kind = "native", text = "+title:a*", offset = 0, length = 9 }));
        await OpenAsync("?q=peace");
        await Expect(Page.Locator(".results-reading")).ToContainTextAsync("+title:a*, in a syntax of the index’s own");
    }
}
