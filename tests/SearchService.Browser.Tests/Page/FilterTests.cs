using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class FilterTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    [Fact]
    public async Task Several_values_of_a_facet_are_chosen_together()
    {
        await OpenAsync("?q=peace");
        await Row("stance", "critical").GetByRole(AriaRole.Checkbox).CheckAsync();
        await Row("stance", "supportive").GetByRole(AriaRole.Checkbox).CheckAsync();

        await AddressBecomesAsync("?q=peace&stance=critical&stance=supportive");
    }

    [Fact]
    public async Task A_row_stays_while_the_focus_is_among_them_and_moves_afterwards()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            asked.Query, 42, [], stances: asked["stance"] is [] ? ["critical", "supportive"] : ["supportive", "critical"]));
        await OpenAsync("?q=peace");
        ILocator box = Row("stance", "supportive").GetByRole(AriaRole.Checkbox);

        await box.FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await Expect(Row("stance", "supportive").Locator(".facet-count")).ToHaveTextAsync("25");
        ILocator first = Page.Locator("[data-field='stance'] [data-value]").First;
        await Expect(first).ToHaveAttributeAsync("data-value", "critical");
        await Expect(box).ToBeFocusedAsync();

        await Box.FocusAsync();
        await Expect(first).ToHaveAttributeAsync("data-value", "supportive");
    }

    [Fact]
    public async Task A_value_is_excluded_by_its_button_which_stays_pressed()
    {
        await OpenAsync("?q=peace&stance=critical");
        ILocator exclude = Page.GetByRole(AriaRole.Button, new() { Name = "Exclude critical" });

        await exclude.ClickAsync();

        await AddressBecomesAsync("?q=peace&stance=-critical");
        await Expect(exclude).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Row("stance", "critical").GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await exclude.ClickAsync();
        await AddressBecomesAsync("?q=peace");
    }

    [Fact]
    public async Task Articles_without_a_value_have_a_row_of_their_own()
    {
        await OpenAsync("?q=peace");
        await Expect(Row("stance", "_missing")).ToContainTextAsync("No stance");
        await Expect(Row("stance", "_missing")).ToContainTextAsync("2");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Exclude No stance" }).ClickAsync();

        await AddressBecomesAsync("?q=peace&stance=-_missing");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter Stance not: no stance" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_value_that_begins_with_a_minus_is_not_taken_for_an_exclusion()
    {
        await OpenAsync("?q=peace");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Exclude -dash press" }).ClickAsync();
        await AddressBecomesAsync(@"?q=peace&source=-\-dash press");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "-dash press" }).CheckAsync();

        await AddressBecomesAsync(@"?q=peace&source=\-dash press");
    }

    [Fact]
    public async Task A_month_takes_the_place_of_its_year()
    {
        await OpenAsync("?q=peace&date=2022");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "March 2022" }).CheckAsync();

        await AddressBecomesAsync("?q=peace&date=2022-03");
        Assert.True(await Row("date", "2022").GetByRole(AriaRole.Checkbox).EvaluateAsync<bool>("box => box.indeterminate"));
    }

    [Fact]
    public async Task A_year_without_one_of_its_months_keeps_both()
    {
        await OpenAsync("?q=peace&date=2022");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Exclude March 2022" }).ClickAsync();

        await AddressBecomesAsync("?q=peace&date=2022&date=-2022-03");
    }

    [Fact]
    public async Task What_is_chosen_can_be_taken_back_one_by_one_or_all_at_once()
    {
        await OpenAsync("?q=peace&stance=critical&country=JP&date=2022-01..2022-02");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter Country Japan" }).ClickAsync();
        await AddressBecomesAsync("?q=peace&stance=critical&date=2022-01..2022-02");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter Date January 2022 – February 2022" })).ToBeFocusedAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear all" }).ClickAsync();

        await AddressBecomesAsync("?q=peace");
        await Expect(Page.GetByRole(AriaRole.List, new() { Name = "Chosen filters" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_facet_with_more_values_than_are_shown_is_searched()
    {
        SearchAsked? request = null;
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 42, [CannedAnswers.Hit("a1", "One")], outlets: 90));
        Archive.OnFacet = (field, asked) =>
        {
            request = asked;
            return new(200, new { field, distinct = 1, missing = 0, values = new[] { new { value = "Quiet Quay", count = 3 } } });
        };
        await OpenAsync("?q=peace&stance=critical&sort=newest");

        await Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in outlet" }).FillAsync("quay");
        await Page.GetByRole(AriaRole.Checkbox, new() { Name = "Quiet Quay" }).CheckAsync();

        await AddressBecomesAsync("?q=peace&stance=critical&source=Quiet Quay&sort=newest");
        Assert.Equal(["quay"], request!["contains"]);
        Assert.Equal(["critical"], request["stance"]);
        Assert.Empty(request["sort"]);
    }
}
