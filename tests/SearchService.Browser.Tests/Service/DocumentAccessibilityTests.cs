using SearchService.Browser.Tests.Setup;

namespace SearchService.Browser.Tests.Service;

/// <summary>What the service wrote, when its scripts never come.</summary>
public sealed class DocumentAccessibilityTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
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
            Assert.Empty((await AxeScan.ViolationsAsync(Page, AxeScan.WithTargetSize)).Select(violation => $"{width} px, {violation}"));
        }
    }
}
