using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>
/// Each state of the page in both themes and both languages, at the width of a phone (which is also a desktop at 400 %), a tablet and a
/// desktop: axe finds nothing, nothing is wider than the window, and a picture is kept.
/// </summary>
public sealed class EveryStateTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private static readonly int[] Widths = [320, 768, 1440];

    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["first-visit"] = "",
        ["results"] = "?q=peace",
        ["filtered"] = "?q=peace&stance=critical&source=-Harbour Gazette&date=_missing&country=JP",
        ["quotations"] = "?q=peace&in=quotes",
        ["second-page"] = "?q=peace&page=2",
        ["noticed"] = "?q=noticed",
        ["nothing"] = "?q=nothing&stance=critical",
        ["refused"] = "?q=refused",
        ["broken"] = "?q=broken",
        ["busy"] = "?q=busy",
        ["replaced"] = "?q=replaced",
        ["unreachable"] = "?q=unreachable",
        ["article"] = "?q=peace&article=a1",
        ["article-gone"] = "?q=peace&article=gone",
    };

    public static TheoryData<string, ColorScheme, string> States()
    {
        TheoryData<string, ColorScheme, string> states = [];
        foreach (string state in Addresses.Keys)
        {
            foreach (string language in new[] { "en", "ru" })
            {
                states.Add(state, ColorScheme.Light, language);
                states.Add(state, ColorScheme.Dark, language);
            }
        }

        return states;
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Everybody_can_read_it(string state, ColorScheme theme, string language)
    {
        Provoked = new("Failed to load resource");
        Archive.OnSearch = asked => Task.FromResult(AnswerTo(asked.Query));
        Archive.OnArticle = (id, _) => id == "gone" ? CannedAnswers.Problem(404, "article_not_found", "There is no article ‘gone’.") : CannedArticles.Peace(id, "https://paper.example/1");
        await Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        Archive.Language = language;
        await OpenAsync(Addresses[state]);
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await ReadyAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"[^\s]"));

        foreach (int width in Widths)
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Screenshots.TakeAsync(Page, $"{state}.{theme.ToString().ToLowerInvariant()}.{language}.{width}");
            Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"It is wider than {width} px.");
            Assert.Empty((await AxeScan.ViolationsAsync(Page, AxeScan.WithTargetSize)).Select(violation => $"{width} px, {violation}"));
        }
    }

    private static CannedAnswer AnswerTo(string query) => query switch
    {
        "nothing" => CannedAnswers.Found("nothing", 0, []),
        "refused" => CannedAnswers.Problem(400, "invalid_parameter", "It takes a date.", "date"),
        "broken" => CannedAnswers.Problem(500, "internal_error", "Something went wrong in the service; its log says what."),
        "busy" => CannedAnswers.Problem(503, "too_many_searches", "More searches wait than the service allows."),
        "replaced" => CannedAnswers.Problem(503, "index_not_found", "There is no index at 'index/main'."),
        "unreachable" => CannedAnswers.Refused,
        "noticed" => CannedAnswers.Found(
            "noticed", 1, [CannedAnswers.Hit("a1", "One")], next: "more", notices: [new { code = "mended", message = "It was mended.", offset = 0, length = 3 }]),
        _ => CannedAnswers.Found(query),
    };
}
