using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>The timeline and an article under a finger.</summary>
public sealed class TouchTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    protected override BrowserNewContextOptions Options => new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        HasTouch = true,
        IsMobile = true,
    };

    private ILocator Timeline => Page.GetByRole(AriaRole.Slider, new() { Name = "Timeline" });

    [Fact]
    public async Task A_tap_in_the_timeline_chooses_a_period()
    {
        await OpenAsync("?q=peace");
        LocatorBoundingBoxResult box = (await Timeline.BoundingBoxAsync())!;
        await Page.Touchscreen.TapAsync(box.X + (box.Width * 2.5f / 12), box.Y + 20);

        await AddressBecomesAsync("?q=peace&date=2022-03");
    }

    [Fact]
    public async Task A_finger_drawn_sideways_chooses_a_range()
    {
        await OpenAsync("?q=peace");
        LocatorBoundingBoxResult box = (await Timeline.BoundingBoxAsync())!;
        await DrawAsync(box.X + (box.Width * 0.5f / 12), box.Y + 20, box.Width * 2 / 12, 0);

        await AddressBecomesAsync("?q=peace&date=2022-01..2022-03");
    }

    [Fact]
    public async Task A_finger_drawn_upwards_scrolls_and_chooses_nothing()
    {
        object[] hits = [.. Enumerable.Range(0, 10).Select(number => CannedAnswers.Hit($"a{number}", $"Title {number}", new string('x', 900)))];
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 42, hits));
        await OpenAsync("?q=peace");
        LocatorBoundingBoxResult box = (await Timeline.BoundingBoxAsync())!;
        await DrawAsync(box.X + 40, box.Y + 40, 2, -200);

        await Page.WaitForFunctionAsync("() => scrollY > 50");
        Assert.Equal("?q=peace", Address);
    }

    [Fact]
    public async Task The_way_from_match_to_match_lies_under_the_thumb_and_hides_nothing_that_is_focused()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id, "https://paper.example/1");
        await OpenAsync("?q=peace&article=a1");
        ILocator next = Page.GetByRole(AriaRole.Button, new() { Name = "Next match (n)" });
        await Expect(next).ToBeInViewportAsync();
        LocatorBoundingBoxResult box = (await next.BoundingBoxAsync())!;
        Assert.True(box is { Width: >= 44, Height: >= 44 } && box.Y > 600);
        await next.TapAsync();
        await Expect(Page.Locator(".matches-place")).ToHaveTextAsync("2 of 7");
        await Expect(Page.Locator(".related")).Not.ToHaveAttributeAsync("aria-busy", "true");

        for (int steps = 0; steps < 40; steps++)
        {
            await Page.Keyboard.PressAsync("Tab");
            string? hidden = await Page.EvaluateAsync<string?>("""
                () => {
                  const bar = document.querySelector('.matches');
                  const focused = document.activeElement;
                  if (focused === document.body || bar.contains(focused)) return null;
                  const a = bar.getBoundingClientRect();
                  const b = focused.getBoundingClientRect();
                  return b.top >= a.top && b.bottom <= a.bottom && b.left >= a.left && b.right <= a.right ? focused.outerHTML.slice(0, 120) : null;
                }
                """);
            Assert.Null(hidden);
        }
    }

    // One finger, put down, drawn in steps and lifted.
    private async Task DrawAsync(float x, float y, float right, float down)
    {
        ICDPSession session = await Page.Context.NewCDPSessionAsync(Page);
        await TouchAsync("touchStart", x, y);
        const int Steps = 10;
        for (int step = 1; step <= Steps; step++)
        {
            await TouchAsync("touchMove", x + (right * step / Steps), y + (down * step / Steps));
        }

        await TouchAsync("touchEnd");

        Task TouchAsync(string type, params float[] at) => session.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = at.Length == 0 ? [] : new[] { new { x = at[0], y = at[1] } },
        });
    }
}
