using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Service;

/// <summary>The same address with scripts and without shows the same.</summary>
public sealed class SameViewTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    // What a reader reads off the page, whichever of the two wrote it.
    private const string Seen = """
        () => {
          const texts = (selector) => [...document.querySelectorAll(selector)].filter((node) => !node.closest('[hidden]')).map((node) => node.textContent.trim());
          return JSON.stringify({
            title: document.title, lang: document.documentElement.lang, face: document.getElementById('page').dataset.face,
            total: texts('.results-total'), titles: texts('.hit-title, .hit-carrier'), kickers: texts('.kicker'), quotations: texts('.quotation, .hit-speaker, .quote-context'),
            passages: texts('.passage'), marks: texts('mark'), chips: texts('.chip'),
            facets: texts('.facet-title'), values: texts('.facet-name'), counts: texts('.facet-count'),
            links: [...document.querySelectorAll('.hit-link, .reader-back a, .pager a, .view')].filter((link) => !link.closest('[hidden]')).map((link) => decodeURIComponent(link.href).replaceAll('+', ' ')),
            pages: texts('.pager a'), reader: texts('.reader-title, .reader-text p'), notices: texts('.notice'), nothing: texts('.nothing li, .nothing h2'), failure: texts('.failure h2, .failure h1, .failure p'), examples: texts('.examples li'), shelves: texts('.shelf li'), welcome: texts('.welcome-title, .welcome-numbers'), colophon: texts('#colophon p'),
          }, null, 1);
        }
        """;

    protected override Uri Home => service.Home;

    [Theory]
    [InlineData("")]
    [InlineData("?q=harbour")]
    [InlineData("?q=%22a+harbour+is+not+a+purse%22&stance=-critical")]
    [InlineData("?q=compact&date=2022-01&source=_missing&collapse=story")]
    [InlineData("?sort=oldest&page=3")]
    [InlineData("?q=said&in=quotes")]
    [InlineData("?q=zzzz+harbour+yyyy&stance=critical")]
    [InlineData("?article=nope")]
    [InlineData("?q=harbour&date=2022-13")]
    [InlineData("?lang=ru")]
    public async Task What_the_service_wrote_and_what_scripts_show_is_the_same(string address)
    {
        await ExamplesAsync();
        await Page.RouteAsync("**/page.js", route => route.AbortAsync());
        Provoked = new("status of 40[04]|page.js|ERR_FAILED");
        await OpenAsync(address);
        string written = await Page.EvaluateAsync<string>(Seen);

        await Page.UnrouteAllAsync();
        await OpenAsync(address);
        await ReadyAsync();
        await Expect(Page.Locator("#results [aria-busy]")).ToHaveCountAsync(0);
        Assert.Equal(written, await Page.EvaluateAsync<string>(Seen));
    }

    // They are made after the service answers.
    private async Task ExamplesAsync()
    {
        string index;
        do
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            index = await (await Page.APIRequest.GetAsync(new Uri(Home, "api/index").AbsoluteUri)).TextAsync();
        }
        while (!index.Contains("\"examples\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_typed_before_scripts_run_is_kept()
    {
        TaskCompletionSource arrive = new();
        await Page.RouteAsync("**/page.js", async route =>
        {
            await arrive.Task;
            await route.ContinueAsync();
        });
        await Page.GotoAsync(Home.AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        ILocator box = Page.GetByLabel("Search the archive");
        await box.FillAsync("harbour");
        arrive.SetResult();
        await Expect(Page.Locator(".results-total")).ToContainTextAsync("article");
        await Expect(box).ToHaveValueAsync("harbour");
        await Expect(box).ToBeFocusedAsync();
    }
}
