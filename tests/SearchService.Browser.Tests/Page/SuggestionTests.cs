using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class SuggestionTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator Offered => Page.Locator("#suggestions").GetByRole(AriaRole.Option);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Archive.OnSuggest = asked => Task.FromResult(CannedAnswers.Suggested(
            completions: [new { text = asked["q"][0] + "ce", count = 31 }],
            titles: [new { id = "a7", title = "Peace <b>at last</b>", highlights = new[] { new[] { 0, 5 } } }],
            authors: [new { value = "Peadar Quill", count = 4 }],
            sources: [new { value = "-peal", count = 2 }]));
    }

    [Fact]
    public async Task Enter_searches_what_is_typed_though_something_is_suggested()
    {
        await OpenAsync();
        await TypePeaAsync();
        await Expect(Box).ToHaveAttributeAsync("aria-expanded", "true");

        await Box.PressAsync("Enter");

        await Expect(Offered).ToHaveCountAsync(0);
        await Expect(Box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(Titles.First).ToHaveTextAsync("First of pea");
        Assert.Equal("?q=pea", Address);
    }

    [Fact]
    public async Task An_option_gone_to_by_arrow_is_chosen_by_Enter()
    {
        await OpenAsync();
        await TypePeaAsync();
        await Box.PressAsync("ArrowDown");
        await Expect(Offered.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(Box).ToHaveAttributeAsync("aria-activedescendant", (await Offered.First.GetAttributeAsync("id"))!);
        await Expect(Box).ToBeFocusedAsync();

        await Box.PressAsync("Enter");

        await Expect(Box).ToHaveValueAsync("peace");
        await Expect(Offered).ToHaveCountAsync(0);
        await AddressBecomesAsync("?q=peace");
    }

    [Fact]
    public async Task What_is_chosen_takes_the_place_of_the_half_word_in_the_history()
    {
        await OpenAsync("?q=first");
        await Expect(Titles.First).ToHaveTextAsync("First of first");
        await Box.FillAsync("pea");
        await Offered.First.ClickAsync();
        await AddressBecomesAsync("?q=peace");

        await Page.GoBackAsync();

        await AddressBecomesAsync("?q=first");
    }

    [Theory]
    [InlineData("?q=first&stance=critical")]
    [InlineData("?q=first&in=quotes")]
    public async Task A_count_that_would_be_of_something_else_is_not_shown(string address)
    {
        await OpenAsync(address);
        await Box.FillAsync("pea");

        await Expect(Offered.First).ToHaveTextAsync("peace");
    }

    [Fact]
    public async Task Arrows_lead_round_by_way_of_what_is_typed()
    {
        await OpenAsync();
        await TypePeaAsync();
        await Box.PressAsync("ArrowUp");
        await Expect(Offered.Last).ToHaveAttributeAsync("aria-selected", "true");

        await Box.PressAsync("ArrowDown");

        await Expect(Page.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        Assert.Null(await Box.GetAttributeAsync("aria-activedescendant"));
    }

    [Fact]
    public async Task An_answer_that_comes_late_leaves_the_list_to_who_has_gone_into_it()
    {
        var late = new TaskCompletionSource<CannedAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var atOnce = Archive.OnSuggest;
        Archive.OnSuggest = asked => asked["q"][0] == "pea" ? late.Task : atOnce(asked);
        await OpenAsync();
        await Box.FillAsync("pe");
        await Expect(Offered.First).ToHaveTextAsync("pece31");
        await Page.RunAndWaitForRequestAsync(() => Box.PressSequentiallyAsync("a"), asked => asked.Url.EndsWith("q=pea&limit=5", StringComparison.Ordinal));
        await Box.PressAsync("ArrowDown");

        late.SetResult(CannedAnswers.Suggested(completions: [new { text = "peach", count = 1 }]));
        await Expect(Titles.First).ToHaveTextAsync("First of pea");

        await Expect(Offered.First).ToHaveTextAsync("pece31");
        await Expect(Offered.First).ToHaveAttributeAsync("aria-selected", "true");
        await Box.PressAsync("Enter");
        await AddressBecomesAsync("?q=pece");
    }

    [Fact]
    public async Task Enter_searches_what_was_typed_after_an_option_was_gone_to()
    {
        await OpenAsync();
        await TypePeaAsync();
        await Box.PressAsync("ArrowDown");
        await Expect(Offered.First).ToHaveAttributeAsync("aria-selected", "true");

        await Box.PressSequentiallyAsync("r");
        await Box.PressAsync("Enter");

        await Expect(Titles.First).ToHaveTextAsync("First of pear");
        Assert.Equal("?q=pear", Address);
    }

    [Fact]
    public async Task Escape_closes_and_leaves_what_is_typed()
    {
        await OpenAsync();
        await TypePeaAsync();

        await Box.PressAsync("Escape");

        await Expect(Page.Locator("#suggestions")).ToBeHiddenAsync();
        await Expect(Box).ToHaveValueAsync("pea");
    }

    [Fact]
    public async Task Leaving_the_box_closes()
    {
        await OpenAsync();
        await TypePeaAsync();

        await Page.Keyboard.PressAsync("Tab");

        await Expect(Page.Locator("#suggestions")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("outlet", @"?source=\-peal")]
    [InlineData("author", "?author=Peadar Quill")]
    [InlineData("headline", "?q=pea&article=a7")]
    public async Task A_name_becomes_a_filter_and_a_headline_opens(string kind, string address)
    {
        await OpenAsync();
        await TypePeaAsync();
        await Offered.Filter(new() { HasText = kind }).ClickAsync();

        await AddressBecomesAsync(address);
    }

    [Fact]
    public async Task Late_suggestions_are_never_shown()
    {
        await Page.AddInitScriptAsync("const ask = window.fetch; window.fetch = (address, options) => ask(address, { ...options, signal: undefined });");
        TaskCompletionSource late = new();
        Archive.OnSuggest = async asked =>
        {
            if (asked["q"][0] == "slow")
            {
                await late.Task;
            }

            return CannedAnswers.Suggested([new { text = asked["q"][0] + "er", count = 1 }]);
        };
        await OpenAsync();
        await Box.FillAsync("slow");
        await Expect(Titles.First).ToHaveTextAsync("First of slow");
        await Box.FillAsync("quick");
        await Expect(Offered).ToHaveTextAsync(["quicker1"]);

        Task<IResponse> arrival = Page.WaitForResponseAsync(response => response.Url.Contains("suggest?q=slow"));
        late.SetResult();
        await (await arrival).FinishedAsync();
        await Page.EvaluateAsync("() => new Promise(done => setTimeout(done))");

        await Expect(Offered).ToHaveTextAsync(["quicker1"]);
    }

    [Fact]
    public async Task Suggestions_that_fail_leave_the_search_alone()
    {
        Provoked = new("500");
        Archive.OnSuggest = _ => Task.FromResult(new CannedAnswer(500, "<html>"));
        await OpenAsync();
        await Box.PressSequentiallyAsync("pea");

        await Expect(Titles.First).ToHaveTextAsync("First of pea");
        await Expect(Page.Locator("#suggestions")).ToBeHiddenAsync();
    }

    // Until the list is the one of all three letters; each letter may have had one of its own.
    private async Task TypePeaAsync()
    {
        await Box.PressSequentiallyAsync("pea");
        await Expect(Offered).ToHaveTextAsync([new Regex("^peace"), new Regex("-peal"), new Regex("Peadar Quill"), new Regex("Peace <b>")]);
    }
}
