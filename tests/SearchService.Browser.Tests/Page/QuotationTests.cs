using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class QuotationTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator First => Page.Locator(".hit-quote").First;

    [Fact]
    public async Task The_switch_keeps_the_query_and_the_filters()
    {
        await OpenAsync("?q=peace&stance=critical&collapse=story");
        await Expect(Titles).ToHaveCountAsync(2);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Quotations" }).ClickAsync();

        await AddressBecomesAsync("?q=peace&stance=critical&in=quotes");
        await Expect(Total).ToHaveTextAsync("21 quotations");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Quotations" })).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Page).ToHaveTitleAsync("peace · critical · quotations – News archive");
        Assert.Equal(["critical"], Archive.Quotations[^1]["stance"]);
        Assert.Empty(Archive.Quotations[^1]["collapse"]);
    }

    [Fact]
    public async Task A_quotation_is_read_in_its_sentence_with_the_words_spoken_set_apart()
    {
        await OpenAsync("?q=peace&in=quotes");

        await Expect(First.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Ines Varga, minister");
        await Expect(First.Locator("blockquote")).ToHaveTextAsync("The minister rose. We want peace, she said, and nothing else.");
        await Expect(First.Locator(".said")).ToHaveTextAsync(["We want peace", "and nothing else."]);
        await Expect(First.Locator("mark")).ToHaveTextAsync(["peace", "nothing"]);
        await Expect(First.Locator(".kicker")).ToContainTextAsync("Harbour Gazette");
        await Expect(Page.Locator(".hit-quote").Nth(1).GetByRole(AriaRole.Heading)).ToHaveTextAsync("Speaker not named");
    }

    [Fact]
    public async Task The_speaker_leads_to_all_this_person_says_and_the_title_to_the_place_in_the_article()
    {
        await OpenAsync("?q=peace&in=quotes&stance=critical");

        await Expect(First.GetByRole(AriaRole.Link, new() { Name = "Ines Varga" })).ToHaveAttributeAsync("href", "search?speaker=Ines+Varga&in=quotes");
        await Expect(First.GetByRole(AriaRole.Link, new() { Name = "A title in Harbour Gazette" }))
            .ToHaveAttributeAsync("href", "search?q=peace&stance=critical&in=quotes&article=a1&at=119");
    }

    [Fact]
    public async Task Versions_are_asked_for_when_they_are_opened_and_show_what_differs()
    {
        int asked = 0;
        Archive.OnVersions = _ =>
        {
            asked++;
            return CannedQuotations.Versions();
        };
        await OpenAsync("?q=peace&in=quotes");
        await Expect(First).ToBeVisibleAsync();
        Assert.Equal(0, asked);

        await First.GetByText("Versions of this quotation").ClickAsync();

        ILocator versions = First.Locator(".versions");
        await Expect(versions).ToContainTextAsync("3 quotations in 2 wordings. First carried by Harbour Gazette, 13 January 2022.");
        await Expect(versions.Locator("ins")).ToHaveTextAsync(["a", "little"]);
        await Expect(versions.Locator("del")).ToHaveTextAsync(["nothing"]);
        await Expect(versions.Locator(".wording-stances").First).ToHaveTextAsync("critical 2");
        await Expect(versions.Locator(".wording-stances").Nth(1)).ToHaveTextAsync("no stance 1");
        await First.GetByText("Versions of this quotation").ClickAsync();
        await First.GetByText("Versions of this quotation").ClickAsync();
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Versions_that_fail_can_be_asked_for_again()
    {
        Provoked = new("500");
        bool broken = true;
        Archive.OnVersions = _ => broken ? CannedAnswers.Problem(500, "internal_error", "The disk is gone.") : CannedQuotations.Versions();
        await OpenAsync("?q=peace&in=quotes");
        await First.GetByText("Versions of this quotation").ClickAsync();
        await Expect(First.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        broken = false;
        await First.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(First.Locator("ins").First).ToHaveTextAsync("a");
    }

    [Fact]
    public async Task A_long_paragraph_is_cut_around_the_words_at_words()
    {
        string around = string.Concat(Enumerable.Repeat("harbour ", 100));
        const string Spoken = "We want peace";
        Archive.OnQuotes = asked => Task.FromResult(CannedQuotations.Found(asked.Query, 1,
        [
            new
            {
                score = 1,
                quote = new { id = "q1", text = Spoken, parts = new[] { new[] { 0, 13 } }, start = 0, end = 13, kind = "direct", highlights = Array.Empty<int[]>() },
                context = new { text = around + Spoken + " " + around, offset = 0, spoken = new[] { new[] { around.Length, around.Length + Spoken.Length } } },
                article = new { id = "a1", title = "One", authors = Array.Empty<string>() },
            },
        ]));
        await OpenAsync("?q=peace&in=quotes");

        string text = await First.Locator("blockquote").InnerTextAsync();
        Assert.Matches("^… harbour .*harbour We want peace harbour .* harbour …$", text);
        Assert.InRange(text.Length, 300, 400);
    }
}
