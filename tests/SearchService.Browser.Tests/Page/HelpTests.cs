using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class HelpTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator Sheet => Page.GetByRole(AriaRole.Dialog, new() { Name = "How to ask" });

    [Fact]
    public async Task A_button_opens_the_sheet_and_an_example_runs_on_click()
    {
        await OpenAsync("?q=peace&stance=critical");
        await Page.GetByRole(AriaRole.Button, new() { Name = "How to ask" }).ClickAsync();

        await Sheet.GetByRole(AriaRole.Link, new() { Name = "negotiat*" }).ClickAsync();

        await Expect(Sheet).ToBeHiddenAsync();
        await AddressBecomesAsync("?q=negotiat*");
        await Expect(Box).ToHaveValueAsync("negotiat*");
        await Expect(Total).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_question_mark_opens_it_from_anywhere_but_a_field()
    {
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);
        await Box.PressSequentiallyAsync("?");
        await Expect(Sheet).ToBeHiddenAsync();
        await Box.BlurAsync();

        await Page.Keyboard.PressAsync("?");

        await Expect(Sheet).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("/");
        await Expect(Box).Not.ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_first_visit_shows_it_in_short_and_searches_made_of_the_archive()
    {
        Archive.Examples = [new { kind = "quotation", query = "\"we want peace\"", @in = "quotes", count = 6 }, new { kind = "something_new", query = "harbour", count = 3 }];
        await OpenAsync();
        ILocator examples = Page.Locator(".examples");
        await Expect(examples.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["In these words · 6 quotations\"we want peace\"", "3 articlesharbour"]);
        await Expect(Page.Locator(".help").GetByRole(AriaRole.Link)).ToHaveCountAsync(8);

        await examples.GetByRole(AriaRole.Link).First.ClickAsync();

        await AddressBecomesAsync("?q=\"we want peace\"&in=quotes");
    }
}
