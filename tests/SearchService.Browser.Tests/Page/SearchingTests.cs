using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class SearchingTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    [Fact]
    public async Task Exactly_the_highlights_are_marked_and_markup_stays_text()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            asked.Query, 1, [CannedAnswers.Hit("a1", "A <b>bold</b> title", "He said 🙂 “peace” & <i>left</i>.", [[12, 17], [24, 28]])]));

        await OpenAsync("?q=peace");

        await Expect(Page.Locator(".passage mark")).ToHaveTextAsync(["peace", "left"]);
        await Expect(Page.Locator(".passage")).ToHaveTextAsync("He said 🙂 “peace” & <i>left</i>.");
        await Expect(Titles).ToHaveTextAsync("A <b>bold</b> title");
    }

    [Fact]
    public async Task A_late_answer_never_overwrites_a_newer_one()
    {
        // Without abort, which would hide a missing guard: the late answer really arrives.
        await Page.AddInitScriptAsync("const ask = window.fetch; window.fetch = (address, options) => ask(address, { ...options, signal: undefined });");
        TaskCompletionSource late = new();
        Archive.OnSearch = async asked =>
        {
            if (asked.Query == "slow")
            {
                await late.Task;
            }

            return CannedAnswers.Found(asked.Query);
        };
        await OpenAsync();
        await Box.FillAsync("slow");
        await Expect(Total).ToHaveTextAsync("Searching…");

        await Box.FillAsync("quick");
        await Expect(Titles.First).ToHaveTextAsync("First of quick");
        Task<IResponse> arrival = Page.WaitForResponseAsync(response => response.Url.Contains("q=slow"));
        late.SetResult();
        await (await arrival).FinishedAsync();
        await Page.EvaluateAsync("() => new Promise(done => setTimeout(done))");

        await Expect(Titles.First).ToHaveTextAsync("First of quick");
        Assert.Equal("?q=quick", Address);
    }

    [Fact]
    public async Task A_browser_that_takes_no_more_addresses_searches_all_the_same()
    {
        await Page.AddInitScriptAsync("history.pushState = history.replaceState = () => { throw new DOMException('Too many', 'SecurityError'); };");
        await OpenAsync();
        await Box.FillAsync("peace");

        await Expect(Titles.First).ToHaveTextAsync("First of peace");
    }

    [Fact]
    public async Task Words_typed_one_after_the_other_leave_one_entry_in_the_history()
    {
        await OpenAsync("?q=first");
        await Expect(Titles.First).ToHaveTextAsync("First of first");

        await Box.FillAsync("sec");
        await Expect(Titles.First).ToHaveTextAsync("First of sec");
        await Box.FillAsync("second");
        await Expect(Titles.First).ToHaveTextAsync("First of second");
        await Box.PressAsync("Enter");
        await Page.GoBackAsync();

        await Expect(Titles.First).ToHaveTextAsync("First of first");
        await Expect(Box).ToHaveValueAsync("first");
    }

    [Fact]
    public async Task Back_forward_and_reload_restore_what_was_seen()
    {
        await OpenAsync("?q=peace");
        await Row("stance", "critical").GetByRole(AriaRole.Checkbox).CheckAsync();
        await AddressBecomesAsync("?q=peace&stance=critical");
        await Page.GetByLabel("Order").SelectOptionAsync("newest");
        await AddressBecomesAsync("?q=peace&stance=critical&sort=newest");

        await Page.GoBackAsync();
        await Expect(Page.GetByLabel("Order")).ToHaveValueAsync("relevance");
        await Page.GoBackAsync();
        await Expect(Row("stance", "critical").GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await Page.GoForwardAsync();
        await Page.GoForwardAsync();
        await Page.ReloadAsync();

        await Expect(Titles).ToHaveCountAsync(2);
        await Expect(Page.GetByLabel("Order")).ToHaveValueAsync("newest");
        await Expect(Row("stance", "critical").GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        Assert.Equal(["newest"], Archive.Searches[^1]["sort"]);
        Assert.Equal(["critical"], Archive.Searches[^1]["stance"]);
    }

    [Fact]
    public async Task A_change_of_the_filters_asks_once()
    {
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);

        await Page.RunAndWaitForResponseAsync(() => Row("stance", "critical").GetByRole(AriaRole.Checkbox).CheckAsync(), "**/api/search?**");
        await Expect(Page.Locator("[aria-busy]")).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("42 articles found");

        Assert.Equal(2, Archive.Searches.Count);
    }

    [Fact]
    public async Task The_title_of_the_window_names_the_search()
    {
        await OpenAsync("?q=peace&stance=-critical&date=2022-01&country=JP&source=_missing");

        await Expect(Page).ToHaveTitleAsync("peace · not critical · no outlet · Japan · January 2022 – News archive");
    }

    [Fact]
    public async Task A_slash_leads_to_the_box_from_anywhere_but_a_field()
    {
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);

        await Page.Keyboard.PressAsync("/");
        await Expect(Box).ToBeFocusedAsync();
        await Box.PressSequentiallyAsync("and/or");

        await Expect(Box).ToHaveValueAsync("and/or");
    }

    [Fact]
    public async Task Clearing_the_box_leads_back_to_the_first_visit()
    {
        await OpenAsync("?q=peace");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear the search" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Who said this, where, and in which words?");
        await Expect(Box).ToBeFocusedAsync();
        Assert.Equal("", Address);
    }

    [Fact]
    public async Task The_first_visit_tells_what_is_there_and_links_into_it()
    {
        await OpenAsync();

        await Expect(Page.Locator(".welcome-numbers")).ToContainTextAsync("640 articles from 2 outlets, January 2020 – December 2022");
        await Page.GetByRole(AriaRole.Link, new() { Name = "-dash press" }).ClickAsync();
        await AddressBecomesAsync(@"?source=\-dash press");

        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter Outlet -dash press" })).ToBeVisibleAsync();
        await Expect(Titles).ToHaveCountAsync(2);
        Assert.Equal([@"\-dash press"], Archive.Searches[^1]["source"]);
    }

    [Theory]
    [InlineData("peace")]
    [InlineData("السلام")]
    public async Task Text_of_either_direction_leaves_room_for_the_button_that_clears_it(string text)
    {
        await OpenAsync();
        await ReadyAsync();
        await Box.FillAsync(text);
        LocatorBoundingBoxResult button = (await Page.GetByRole(AriaRole.Button, new() { Name = "Clear the search" }).BoundingBoxAsync())!;

        Assert.True(await Box.EvaluateAsync<double>("box => parseFloat(getComputedStyle(box).paddingRight)") >= button.Width);
    }
}
