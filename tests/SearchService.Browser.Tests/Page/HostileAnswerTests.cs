using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>What an archive may hold, and what may come in its place.</summary>
public sealed class HostileAnswerTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>&amp;\u202e";

    private ILocator Alert => Page.GetByRole(AriaRole.Alert);

    [Theory]
    [InlineData("?q=<img src=x onerror=alert(1)>")]
    [InlineData("?q=<img src=x onerror=alert(1)>&in=quotes&source=<script>alert(2)</script>")]
    public async Task Markup_is_text_wherever_it_stands(string address)
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1,
            [new { id = Markup, title = Markup, titleHighlights = new[] { new[] { 0, 4 } }, source = Markup, country = Markup, stance = Markup, dateAsGiven = Markup, authors = new[] { Markup },
                language = Markup, matches = 1, passages = new[] { new { text = Markup, highlights = new[] { new[] { 5, 8 } }, offset = 3 } },
                story = new { id = Markup, size = 2, outlets = new[] { Markup, "b" }, first = new { id = Markup } } }],
            notices: [new { code = Markup, message = Markup, offset = 0, length = 9999 }], outline: new { kind = Markup, text = Markup, spellings = new[] { Markup } },
            didYouMean: new { text = Markup, count = 1 }, stances: [Markup]));
        Archive.OnQuotes = asked => Task.FromResult(CannedQuotations.Found(asked.Query, 1, [CannedQuotations.Quotation(Markup, Markup, Markup, [[0, 9]], Markup, Markup)]));
        await OpenAsync(address);
        await Expect(Page.Locator(".hit")).ToContainTextAsync("onerror=alert(1)");

        Assert.Equal(0, await Page.Locator("img, .page script").CountAsync());
    }

    [Fact]
    public async Task Five_thousand_letters_five_hundred_authors_and_the_year_9999_are_shown()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1,
            [new { id = "a1", title = new string('w', 5000), titleHighlights = Array.Empty<int[]>(), source = "Harbour Gazette", date = "9999-12-31", datePrecision = "day",
                authors = Enumerable.Range(1, 500).Select(number => $"Author {number}"), passages = Array.Empty<object>() }]));
        await OpenAsync("?q=peace");

        await Expect(Page.GetByText("31 December 9999")).ToBeVisibleAsync();
        await Expect(Page.Locator(".hit-authors")).ToHaveTextAsync("By Author 1, Author 2, Author 3, Author 4, Author 5 and 495 more");
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
    }

    [Fact]
    public async Task A_query_of_emoji_is_kept_as_it_is()
    {
        await OpenAsync();
        await Box.FillAsync("👩‍👩‍👧‍👦 🇰🇿");
        await Expect(Titles.First).ToHaveTextAsync("First of 👩‍👩‍👧‍👦 🇰🇿");

        await Page.ReloadAsync();

        await Expect(Box).ToHaveValueAsync("👩‍👩‍👧‍👦 🇰🇿");
        await Expect(Page).ToHaveTitleAsync("👩‍👩‍👧‍👦 🇰🇿 – News archive");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!doctype html><title>Welcome to this network</title>")]
    [InlineData("{\"query\":{\"input\":\"peace\"},\"total\":3,\"hits\":[{\"id\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"query\":{},\"total\":\"many\",\"hits\":{}}")]
    public async Task What_is_no_answer_is_told_and_can_be_asked_for_again(string body)
    {
        bool broken = true;
        Archive.OnSearch = asked => Task.FromResult(broken ? new CannedAnswer(200, null) { Text = body } : CannedAnswers.Found(asked.Query));
        await OpenAsync("?q=peace");
        await Expect(Alert).ToContainTextAsync("Something went wrong in the archive");

        broken = false;
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(Titles).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(429, "too_many_searches", "Too many searches at once")]
    [InlineData(503, "search_timeout", "This search takes too long")]
    [InlineData(503, "index_corrupt", "The archive is being prepared")]
    [InlineData(503, "something_new", "The archive is busy")]
    public async Task What_passes_is_said_to_and_asked_again_by_itself(int status, string code, string title)
    {
        Provoked = new($"{status}");
        DateTime start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await Page.Clock.InstallAsync(new() { TimeDate = start });
        int asked = 0;
        Archive.OnSearch = search => Task.FromResult(asked++ < 2 ? CannedAnswers.Problem(status, code, "The service's words.") : CannedAnswers.Found(search.Query));
        await OpenAsync("?q=peace");
        await Expect(Alert).ToContainTextAsync(title);
        await Expect(Alert).ToContainTextAsync("It is asked again by itself");

        // Soon, then more rarely: after five seconds, and after ten more.
        int seconds = 0;
        for (; asked < 3 && seconds < 60; seconds++)
        {
            await Page.Clock.RunForAsync(1_000);
        }

        Assert.True(seconds >= 15, $"It was asked for the third time after {seconds} seconds.");
        await Expect(Titles).ToHaveCountAsync(2);
        await Expect(Alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Answers_that_lack_what_they_may_lack_are_shown()
    {
        Archive.OnSearch = asked => Task.FromResult(new CannedAnswer(200, new
        {
            query = new { input = asked.Query, read = "", notices = Array.Empty<object>() },
            total = 1,
            tookMicroseconds = 1,
            index = new { name = "main", generation = 1, articles = 1 },
            hits = new[] { new { id = "a1", title = "", authors = Array.Empty<string>(), passages = Array.Empty<object>() } },
        }));
        await OpenAsync("?q=peace");

        await Expect(Titles).ToHaveTextAsync(["Untitled"]);
    }
}
