using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class AccessibilityTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_in_the_sheet_of_a_phone(ColorScheme scheme)
    {
        await Page.SetViewportSizeAsync(390, 844);
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await OpenAsync("?q=peace&stance=critical");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        await AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_in_what_opens_on_demand(ColorScheme scheme)
    {
        Archive.OnSuggest = _ => Task.FromResult(CannedAnswers.Suggested(
            [new { text = "peaceful", count = 31 }], [new { id = "a7", title = "Peace at last", highlights = new[] { new[] { 0, 5 } } }], [new { value = "Peadar Quill", count = 4 }]));
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await OpenAsync("?q=peace&in=quotes");
        await Page.GetByText("Versions of this quotation").First.ClickAsync();
        await Expect(Page.Locator(".wordings")).ToBeVisibleAsync();
        await Page.Locator(".reading-line").ClickAsync();
        await Box.FillAsync("peac");
        await Expect(Page.Locator("#suggestions [role=option]")).ToHaveCountAsync(3);
        await Box.PressAsync("ArrowDown");
        await Expect(Page.Locator("#suggestions [aria-selected=true]")).ToBeVisibleAsync();
        await AssertAccessibleAsync();

        await Box.BlurAsync();
        await Page.Keyboard.PressAsync("?");
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AssertAccessibleAsync();
    }

    private async Task AssertAccessibleAsync() => Assert.Empty(await AxeScan.ViolationsAsync(Page));
}
