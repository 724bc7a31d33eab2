using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class KeyboardTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    [Fact]
    public async Task Search_filter_exclude_and_read_without_a_pointer()
    {
        await OpenAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the results" })).ToBeFocusedAsync();
        await TabToAsync(Box);
        await Page.Keyboard.TypeAsync("peace");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Titles).ToHaveCountAsync(2);

        ILocator critical = Row("stance", "critical").GetByRole(AriaRole.Checkbox);
        await TabToAsync(critical);
        await Page.Keyboard.PressAsync("Space");
        await AddressBecomesAsync("?q=peace&stance=critical");
        await Expect(critical).ToBeFocusedAsync();

        await TabToAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Exclude supportive" }));
        await Page.Keyboard.PressAsync("Enter");
        await AddressBecomesAsync("?q=peace&stance=critical&stance=-supportive");

        await TabToAsync(Page.GetByRole(AriaRole.Slider, new() { Name = "Timeline" }));
        await Page.Keyboard.PressAsync("Home");
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.Keyboard.PressAsync("Enter");
        await AddressBecomesAsync("?q=peace&stance=critical&stance=-supportive&date=2022-03");

        await TabToAsync(Page.GetByRole(AriaRole.Link, new() { Name = "First of peace" }));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The whole of a1");
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_for_good()
    {
        ILocator sheet = Page.GetByRole(AriaRole.Dialog, new() { Name = "How to ask" });
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);
        await Page.Keyboard.PressAsync("?");
        await sheet.GetByRole(AriaRole.Checkbox, new() { Name = "Single keys act" }).UncheckAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.ReloadAsync();
        await Expect(Titles).ToHaveCountAsync(2);

        await Page.Keyboard.PressAsync("/");
        await Page.Keyboard.PressAsync("?");

        await Expect(Box).Not.ToBeFocusedAsync();
        await Expect(sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_focus_is_always_seen()
    {
        await OpenAsync("?q=peace&stance=critical");
        await Expect(Titles).ToHaveCountAsync(2);

        for (int steps = 0; steps < 25; steps++)
        {
            await Page.Keyboard.PressAsync("Tab");
            string? unseen = await Page.EvaluateAsync<string?>("""
                () => {
                  const focused = document.activeElement;
                  const seen = getComputedStyle(focused).outlineStyle !== 'none';
                  return seen || focused === document.body ? null : focused.outerHTML.slice(0, 120);
                }
                """);
            Assert.Null(unseen);
        }
    }

    // Goes on by Tab until the element has the focus; the page has far fewer stops than this.
    private async Task TabToAsync(ILocator target)
    {
        for (int steps = 0; steps < 120; steps++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail("No way by keyboard to " + target);
    }
}
