using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;

namespace SearchService.Browser.Tests.Service;

/// <summary>When scripts take over from what the service wrote, nothing moves.</summary>
public sealed class TakingOverTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    private const double MostMoved = 0.02;

    // Every shift from the first moment on, with what moved.
    private const string Watched = """
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries()) {
            shifts.push([shift.value, shift.sources.map(({ node, previousRect: from, currentRect: to }) =>
              `${node?.id ? '#' + node.id : node?.className ?? '?'} ${from.x},${from.y} ${from.width}x${from.height} > ${to.x},${to.y} ${to.width}x${to.height}`).join('; ')]);
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    // Where the parts of the page stand.
    private const string Places = """
        () => ['.masthead', '.page-facets', '.facet', '.views', '.results-head', '.reading', '.chips-bar', '.timeline', '.timeline-plot', '.timeline-legend', '.timeline-numbers', '.results-state',
               '.hits', '.hit', '.hit-foot', '.versions', '.pager', '.welcome', '.welcome > *', '.notice', '.reader-head', '.matches', '.share', '.share > *', '.reader-block', '.speakers', '.reader-facts',
               '.facts > div', '.related', '.related-shelf', '.colophon'].flatMap((part) => [...document.querySelectorAll(part)]
          .filter((node) => node.checkVisibility() && (innerWidth > 959 || !node.closest('.page-facets, .colophon')))
          .map((node) => node.getBoundingClientRect())
          .map(({ x, y, width, height }, place) => `${part} ${place}: ` + [x, y + scrollY, width, height].map(Math.round).join(' ')))
        """;

    public static TheoryData<string, int> Visits { get; } = new MatrixTheoryData<string, int>(
        [
            "", "?q=harbour", "?q=compact&stance=critical&stance=-state&date=2022", "?q=said&in=quotes", "?q=zzzzqqq", "?q=harbour+zzzzqqq", "?q=harbour&article=ARTICLE", "?article=ARTICLE",
            "?q=harbour&lang=ru", "?sort=newest&page=2",
        ],
        [1280, 390]);

    protected override Uri Home => service.Home;

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Nothing_moves_when_scripts_take_over(string address, int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        address = await NamedAsync(address);
        await Page.AddInitScriptAsync(Watched);
        await OpenAsync(address);
        await ReadyAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.EvaluateAsync("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        string moved = await Page.EvaluateAsync<string>("shifts.map(([value, what]) => `${value.toFixed(4)}: ${what}`).join('\\n')");
        Assert.True(await Page.EvaluateAsync<double>("shifts.reduce((sum, [value]) => sum + value, 0)") <= MostMoved, moved);
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Every_part_stands_where_it_stood(string address, int width)
    {
        await Page.SetViewportSizeAsync(width, 900);
        address = await NamedAsync(address);
        await Page.RouteAsync("**/page.js", route => route.AbortAsync());
        Provoked = new("page.js|ERR_FAILED");
        await OpenAsync(address);
        string[] written = await Page.EvaluateAsync<string[]>(Places);
        await Screenshots.TakeAsync(Page, $"taking-over-{Name(address)}-{width}-written");

        await Page.UnrouteAllAsync();
        await OpenAsync(address);
        await ReadyAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Screenshots.TakeAsync(Page, $"taking-over-{Name(address)}-{width}-taken");
        Assert.Equal(string.Join('\n', written), string.Join('\n', await Page.EvaluateAsync<string[]>(Places)));
    }

    private static string Name(string address) => new([.. address.Where(char.IsAsciiLetterOrDigit)]);

    // An article that the samples have; examples are there before it is asked for them.
    private async Task<string> NamedAsync(string address)
    {
        string answer;
        do
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            answer = await (await Page.APIRequest.GetAsync(new Uri(Home, "api/index").AbsoluteUri)).TextAsync();
        }
        while (!answer.Contains("\"examples\"", StringComparison.Ordinal));
        System.Text.Json.JsonElement found = (await (await Page.APIRequest.GetAsync(new Uri(Home, "api/search?q=harbour&size=1").AbsoluteUri)).JsonAsync())!.Value;
        return address.Replace("ARTICLE", found.GetProperty("hits")[0].GetProperty("id").GetString(), StringComparison.Ordinal);
    }
}
