using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class ReadingTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator Line => Page.Locator(".reading-line");

    [Theory]
    [InlineData("""{"kind":"word","text":"troops"}""", "troops")]
    [InlineData("""{"kind":"all","parts":[{"kind":"word","text":"troops"},{"kind":"word","text":"leave"}]}""", "all of: troops, leave")]
    [InlineData("""{"kind":"some","parts":[{"kind":"word","text":"troops"},{"kind":"word","text":"leave"}]}""", "some of: troops, leave")]
    [InlineData("""{"kind":"all","parts":[{"kind":"word","text":"troops"},{"kind":"any","parts":[{"kind":"word","text":"leave"},{"kind":"word","text":"stay"}]}]}""", "all of: troops, (any of: leave, stay)")]
    [InlineData("""{"kind":"all","parts":[{"kind":"word","text":"troops"},{"kind":"not","parts":[{"kind":"word","field":"title","text":"ferry"}]}]}""", "all of: troops, not title: ferry")]
    [InlineData("""{"kind":"all","parts":[{"kind":"word","text":"troops"}],"better":[{"kind":"word","text":"leave"}]}""", "troops; better with leave")]
    [InlineData("""{"kind":"word","text":"troops","boost":3}""", "troops ×3")]
    [InlineData("""{"kind":"word","text":"troops","exact":true}""", "exactly troops")]
    [InlineData("""{"kind":"phrase","text":"not one ship"}""", "“not one ship”")]
    [InlineData("""{"kind":"phrase","text":"not one ship","slop":2}""", "“not one ship” with 2 words moved")]
    [InlineData("""{"kind":"prefix","text":"negotiat"}""", "words that begin with negotiat")]
    [InlineData("""{"kind":"fuzzy","text":"tokayev","edits":1}""", "tokayev or a word one letter off")]
    [InlineData("""{"kind":"near","parts":[{"kind":"word","text":"troops"},{"kind":"word","text":"leave"}],"distance":5,"ordered":true}""", "troops, then leave within 5 words")]
    [InlineData("""{"kind":"value","field":"country","text":"KZ"}""", "country: Kazakhstan")]
    [InlineData("""{"kind":"range","field":"source","from":"a"}""", "outlet: a to …")]
    [InlineData("""{"kind":"period","field":"date","from":"2022-01-01","to":"2022-01-31"}""", "date: January 2022")]
    [InlineData("""{"kind":"period","field":"date","from":"2022-01-01","to":"2022-12-31"}""", "date: 2022")]
    [InlineData("""{"kind":"period","field":"date","from":"2022-01-05"}""", "date: since 5 January 2022")]
    [InlineData("""{"kind":"missing","field":"date"}""", "no date")]
    [InlineData("""{"kind":"something new","text":"+a:b"}""", "+a:b")]
    public async Task The_query_is_told_in_words(string outline, string expected)
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", "One")], outline: JsonNode.Parse(outline)));
        await OpenAsync("?q=whatever");

        await Expect(Line).ToHaveTextAsync("Searched for " + expected);
    }

    [Fact]
    public async Task The_formal_reading_is_there_on_demand()
    {
        await OpenAsync("?q=peace");
        await Expect(Page.GetByText("text:peace", new() { Exact = true })).ToBeHiddenAsync();

        await Line.ClickAsync();

        await Expect(Page.GetByText("text:peace", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Other_spellings_are_told_calmly_and_underlined_in_the_box()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", "One")],
            outline: new { kind = "word", text = "tokayev", spellings = new[] { "tokaev", "токаев" }, moreSpellings = 2 },
            notices: [new { code = "name_variants_added", message = "Others too.", offset = 0, length = 7, values = new[] { "tokayev", "tokaev, токаев" } }]));
        await OpenAsync("?q=tokayev");

        await Expect(Page.Locator(".reading-spellings")).ToHaveTextAsync("tokayev is also searched as tokaev, токаев and 2 more");
        await Expect(Page.Locator(".notice")).ToHaveCountAsync(0);
        await Expect(Page.Locator(".search-copy u")).ToHaveTextAsync("tokayev");
    }

    [Fact]
    public async Task What_was_not_understood_is_underlined_at_its_place_and_told_below()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", "One")],
            notices: [new { code = "invalid_distance", message = "The service's words.", offset = 6, length = 6, error = true, values = new[] { "NEAR/x", "NEAR/10" } }]));

        await OpenAsync("?q=peace NEAR/x talks");

        await Expect(Page.Locator(".notice")).ToHaveTextAsync("‘NEAR/x’ was read as NEAR/10: the distance is a whole number of words.");
        await Expect(Page.Locator(".search-copy u.is-error")).ToHaveTextAsync("NEAR/x");
        (float box, float copy) = (await LeftOfTextAsync(Box), await LeftOfTextAsync(Page.Locator(".search-copy")));
        Assert.Equal(box, copy, 1f);
    }

    [Fact]
    public async Task The_lines_scroll_with_a_text_longer_than_the_box()
    {
        string query = string.Concat(Enumerable.Repeat("peace ", 100)) + "NEAR/x talks";
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", "One")],
            notices: [new { code = "mended", message = "It was mended.", offset = 600, length = 6, error = true }]));
        await OpenAsync("?q=" + query);
        await Expect(Page.Locator(".notice")).ToHaveTextAsync("It was mended.");

        await Box.FocusAsync();
        await Box.PressAsync("End");

        await Page.WaitForFunctionAsync("""
            () => {
              const [box, layer] = ['#q', '.search-underlay'].map((name) => document.querySelector(name));
              return box.scrollLeft > 0 && Math.abs(box.scrollLeft - layer.scrollLeft) <= 1;
            }
            """);
    }

    [Fact]
    public async Task A_notice_the_page_has_no_words_for_is_told_in_those_of_the_service()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", "One")],
            notices: [new { code = "something_new", message = "Something <b>new</b>.", offset = 0, length = 0 }]));
        await OpenAsync("?q=peace");

        await Expect(Page.Locator(".notice")).ToHaveTextAsync("Something <b>new</b>.");
    }

    [Fact]
    public async Task What_may_have_been_meant_is_a_link()
    {
        Archive.OnSearch = asked => Task.FromResult(asked.Query == "harbuor"
            ? CannedAnswers.Found(asked.Query, 0, [], didYouMean: new { text = "harbour", count = 6 })
            : CannedAnswers.Found(asked.Query));
        await OpenAsync("?q=harbuor&stance=critical");
        await Expect(Page.GetByText("Did you mean harbour? 6 articles")).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "harbour", Exact = true }).ClickAsync();

        await AddressBecomesAsync("?q=harbour&stance=critical");
        await Expect(Box).ToHaveValueAsync("harbour");
    }

    private static Task<float> LeftOfTextAsync(ILocator locator) => locator.EvaluateAsync<float>("""
        element => {
          const style = getComputedStyle(element.closest('.search-underlay') ?? element);
          return element.getBoundingClientRect().left + (element.id === 'q' ? parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth) : 0);
        }
        """);

    [Fact]
    public async Task A_query_as_long_as_a_letter_takes_three_lines_until_it_is_opened()
    {
        string text = string.Concat(Enumerable.Repeat("build a great wall ", 200)).Trim();
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 1, [CannedAnswers.Hit("a1", "One")], outline: new { kind = "phrase", text }));
        await OpenAsync("?q=peace");
        await Expect(Line).ToContainTextAsync("build a great wall");
        double size = await Line.EvaluateAsync<double>("line => parseFloat(getComputedStyle(line).fontSize)");
        Assert.InRange((await Line.BoundingBoxAsync())!.Height, 1, (float)(4.5 * size) + 1);

        await Line.ClickAsync(new() { Position = new() { X = 5, Y = 5 } });

        await Expect(Page.Locator(".reading[open]")).ToBeVisibleAsync();
        Assert.True((await Line.BoundingBoxAsync())!.Height > 10 * size);
    }
}
