using System.Text.Json;
using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Service;

/// <summary>The same address with scripts and without shows the same.</summary>
public sealed class SameViewTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    // What a reader reads off the page, whichever of the two wrote it: each part's words in their order, and the looks of what they stand in.
    // What waits for scripts, or is drawn to the page's width, is left out; so is how long it took.
    private const string Seen = """
        () => {
          const left = 'noscript, .is-awaited, .is-idle, title, .timeline-ticks, .timeline-textures, .timeline-chart, .timeline-cursor, .timeline-scroll, .facet-within, .facet-bar, .facet-mark,'
            + ' input, select, .versions, [role=status], .share-told, .share-text, .share-button:not(.share-cite *)';
          const isLeft = (node) => node.matches(left) || getComputedStyle(node).display === 'none';
          const texts = (node) => [...node.childNodes].flatMap((each) => each.nodeType === Node.TEXT_NODE ? [each.data] : each.nodeType === Node.ELEMENT_NODE && !isLeft(each) ? texts(each) : []);
          const look = (node) => (node.className.baseVal ?? node.className).split(' ').filter((name) => name !== 'is-current').join(' ');
          const looks = (node) => [...node.children].flatMap((each) => isLeft(each) ? [] : [look(each), ...looks(each)]).filter(Boolean);
          const parts = ['#notices', '#welcome', '.views', '.results-head', '.chips-bar', '.timeline', '.results-state', '.hits', '.results-foot', '.reader', '.facets', '#colophon'];
          const seen = (part) => [...document.querySelectorAll(part)].filter((node) => !node.closest('[hidden]'));
          return JSON.stringify({
            title: document.title, lang: document.documentElement.lang, face: document.getElementById('page').dataset.face,
            links: [...document.querySelectorAll('.hit-link, .hit-foot a, .reader a:not(.button, .share-original), .pager a, .view, .notice a, .nothing a, #welcome a')].filter((link) => !link.closest('[hidden]'))
              .map((link) => decodeURIComponent(link.href).replaceAll('+', ' ')),
            texts: parts.map((part) => `${part}: ${seen(part).flatMap(texts).join('').replaceAll(/\s+/g, '').replaceAll(/[\d.,]+(?=ms,|мс,)/g, '')}`),
            looks: parts.map((part) => `${part}: ${seen(part).flatMap(looks).join(' > ')}`),
          }, null, 1);
        }
        """;

    private static readonly string[] Addresses =
    [
        "", "?q=harbour", "?q=%22a+harbour+is+not+a+purse%22&stance=-critical", "?q=compact&date=2022-01&source=_missing&collapse=story", "?q=compact&date=2022&date=-2022-03",
        "?sort=oldest&page=3", "?q=said&in=quotes", "?q=zzzz+harbour+yyyy&stance=critical", "?q=title:harb*+OR+(compact+-lease)^2+date:2022..2023+%22tide+table%22~3", "?q=harbor~1+NEAR/3+chain",
        "?article=nope", "?q=harbour&date=2022-13", "?article=ARTICLE", "?q=harbour&article=ARTICLE", "?q=purse&in=quotes&article=ARTICLE&at=700",
    ];

    public static TheoryData<string, string> Views { get; } = new MatrixTheoryData<string, string>(Addresses, ["en", "ru"]);

    protected override Uri Home => service.Home;

    [Theory]
    [MemberData(nameof(Views))]
    public async Task What_the_service_wrote_and_what_scripts_show_is_the_same(string address, string language)
    {
        await ExamplesAsync();
        await OpenAsync($"?lang={language}"); // and is remembered
        address = address.Replace("ARTICLE", await ArticleAsync(), StringComparison.Ordinal);
        await Page.RouteAsync("**/page.js", route => route.AbortAsync());
        Provoked = new("status of 40[04]|page.js|ERR_FAILED");
        await OpenAsync(address);
        string written = await Page.EvaluateAsync<string>(Seen);

        await Page.UnrouteAllAsync();
        await OpenAsync(address);
        await ReadyAsync();
        await Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        Assert.Equal(written, await Page.EvaluateAsync<string>(Seen));
    }

    private async Task<string> ArticleAsync()
    {
        JsonElement found = (await (await Page.APIRequest.GetAsync(new Uri(Home, "api/search?q=purse&size=1").AbsoluteUri)).JsonAsync())!.Value;
        return found.GetProperty("hits")[0].GetProperty("id").GetString()!;
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
