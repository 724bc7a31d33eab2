using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class StateTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    // Of somebody who types, and after which the outcome is told.
    private const int PauseInMilliseconds = 160;
    private const int RestInMilliseconds = 700;

    [Fact]
    public async Task One_per_story_is_asked_for_and_stays_in_the_address()
    {
        await OpenAsync("?q=peace");
        await Page.GetByLabel("One per story").CheckAsync();
        await AddressBecomesAsync("?q=peace&collapse=story");
        await Page.ReloadAsync();
        await Expect(Page.GetByLabel("One per story")).ToBeCheckedAsync();
        await Page.GetByLabel("One per story").UncheckAsync();
        await AddressBecomesAsync("?q=peace");
    }

    [Fact]
    public async Task Nothing_found_says_what_narrows_it_and_each_is_a_link()
    {
        Archive.OnSearch = asked => Task.FromResult(asked["stance"] is [] ? CannedAnswers.Found(asked.Query) : CannedAnswers.Found(asked.Query, 0, []));
        await OpenAsync("?q=\"peace talks\"&stance=critical&country=-JP");
        await Expect(Total).ToHaveTextAsync("0 articles");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Without any filter" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "The same words, not as a quotation: peace talks" })).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Link, new() { Name = "Without “Stance: critical”" }).ClickAsync();

        await AddressBecomesAsync("?q=\"peace talks\"&country=-JP");
        await Expect(Titles).ToHaveCountAsync(2);
        await Expect(Page.GetByText("Nothing in the archive matches")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_refused_search_says_why_and_about_what()
    {
        Provoked = new("400");
        Archive.OnSearch = asked => Task.FromResult(asked["date"] is []
            ? CannedAnswers.Found(asked.Query)
            : CannedAnswers.Problem(400, "invalid_parameter", "‘20x2’ is no date.", "date"));
        await OpenAsync("?q=peace&date=20x2");

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("‘20x2’ is no date.");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Search without filters" }).ClickAsync();

        await Expect(Titles).ToHaveCountAsync(2);
        await Expect(Page.Locator(".failure")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_service_that_is_away_is_asked_again_on_demand()
    {
        Provoked = new("ERR_CONNECTION_REFUSED");
        bool away = true;
        Archive.OnSearch = asked => Task.FromResult(away ? CannedAnswers.Refused : CannedAnswers.Found(asked.Query));
        await OpenAsync("?q=peace");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The archive can’t be reached");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The archive can’t be reached");

        away = false;
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(Titles).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Coming_back_online_asks_again_by_itself()
    {
        Provoked = new("ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED");
        bool away = false;
        Archive.OnSearch = asked => Task.FromResult(away ? CannedAnswers.Refused : CannedAnswers.Found(asked.Query));
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);
        away = true;
        await Page.Context.SetOfflineAsync(true);
        await Box.FillAsync("talks");
        await Expect(Page.GetByText("This device is offline")).ToBeVisibleAsync();

        away = false;
        await Page.Context.SetOfflineAsync(false);

        await Expect(Titles.First).ToHaveTextAsync("First of talks");
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_a_failure_that_is_told()
    {
        Provoked = new("502");
        Archive.OnSearch = _ => Task.FromResult(new CannedAnswer(502, "<html>"));
        await OpenAsync("?q=peace");

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The archive can’t be reached");
    }

    [Fact]
    public async Task Results_of_the_search_before_stay_until_the_next_ones_are_there()
    {
        TaskCompletionSource held = new();
        Archive.OnSearch = async asked =>
        {
            if (asked.Query == "talks")
            {
                await held.Task;
            }

            return CannedAnswers.Found(asked.Query);
        };
        await OpenAsync("?q=peace");
        await Expect(Titles).ToHaveCountAsync(2);

        await Box.FillAsync("talks");
        await Expect(Page.Locator(".is-slow")).ToHaveCountAsync(1);
        await Expect(Titles.First).ToHaveTextAsync("First of peace");
        held.SetResult();

        await Expect(Titles.First).ToHaveTextAsync("First of talks");
        await Expect(Page.Locator(".is-slow")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_total_is_announced_once_when_the_typing_rests()
    {
        DateTime start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, asked.Query.Length));
        await Page.Clock.InstallAsync(new() { TimeDate = start });
        await OpenAsync();
        await Expect(Box).ToBeVisibleAsync();
        await Page.Clock.PauseAtAsync(start.AddHours(1));
        await Page.EvaluateAsync("""
            () => {
              window.told = [];
              new MutationObserver(() => window.told.push(document.getElementById('announcer').textContent))
                .observe(document.getElementById('announcer'), { childList: true, characterData: true, subtree: true });
            }
            """);

        foreach (string part in new[] { "pe", "peac", "peace" })
        {
            await Box.FillAsync(part);
            await Page.Clock.RunForAsync(PauseInMilliseconds);
            await Expect(Titles.First).ToHaveTextAsync($"First of {part}");
        }

        Assert.Empty(await Page.EvaluateAsync<string[]>("() => window.told"));
        await Page.Clock.RunForAsync(RestInMilliseconds);

        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("5 articles found");
        Assert.Equal(["5 articles found"], await Page.EvaluateAsync<string[]>("() => window.told"));
    }
}
