using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using SearchService.Browser.Tests.Setup;

namespace SearchService.Browser.Tests.Service;

/// <summary>What the service wrote, when its scripts never come.</summary>
public sealed class DocumentAccessibilityTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    // What axe leaves out by default and WCAG 2.2 AA asks for.
    private static readonly AxeRunOptions Rules = new() { Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } } };

    protected override Uri Home => service.Home;

    [Theory]
    [InlineData("")]
    [InlineData("?q=harbour&stance=critical&source=-Meridian Wire")]
    [InlineData("?q=said&in=quotes&page=2")]
    [InlineData("?q=zzzzzz harbour")]
    [InlineData("?q=compact&article=tc-2022-01-13-first-wardens")]
    [InlineData("?article=nowhere")]
    public async Task Axe_finds_nothing_in_a_document(string address)
    {
        Provoked = new("Failed to load resource");
        await Page.RouteAsync("**/page.js", route => route.AbortAsync());
        await OpenAsync(address);

        foreach (int width in (int[])[320, 1280])
        {
            await Page.SetViewportSizeAsync(width, 900);
            AxeResult result = await Page.RunAxe(Rules);
            Assert.Empty(result.Violations.Select(violation => $"{width} px, {violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        }
    }
}
