using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

public sealed class LanguageTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    protected override BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = 390, Height = 844 } };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Archive.Language = "ru";
    }

    [Theory]
    [InlineData(1, "1 статья")]
    [InlineData(3, "3 статьи")]
    [InlineData(12_345, "12 345 статей")]
    public async Task Numbers_are_counted_as_the_language_counts(int total, string expected)
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, total, [CannedAnswers.Hit("a1", "One")]));
        await OpenAsync("?q=peace");

        await Expect(Total).ToHaveTextAsync(expected);
        await Expect(Page.Locator(".kicker time")).ToHaveTextAsync("13 января 2022 г.");
        await Expect(Page).ToHaveTitleAsync("peace – Архив новостей");
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Найден");
    }

    [Fact]
    public async Task The_query_and_what_is_said_of_it_are_told_in_the_readers_language()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(asked.Query, 0, [],
            outline: new { kind = "all", parts = new[] { new { kind = "word", text = "войска" }, new { kind = "word", text = "уходят" } } },
            notices: [new { code = "unclosed_quote", message = "Never closed.", offset = 0, length = 1, error = true }]));
        await OpenAsync("?q=войска уходят");

        await Expect(Page.Locator(".reading-line")).ToHaveTextAsync("Ищем все: войска, уходят");
        await Expect(Page.Locator(".notice")).ToHaveTextAsync("Эта кавычка не закрыта; цитата продолжена до конца.");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "В архиве ничего не нашлось" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_failure_is_told_in_the_readers_language()
    {
        Provoked = new("503");
        Archive.OnSearch = _ => Task.FromResult(CannedAnswers.Problem(503, "too_many_searches", "Too many."));
        await OpenAsync("?q=peace");

        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Слишком много запросов сразу");
        await Expect(Page.GetByRole(AriaRole.Alert)).Not.ToContainTextAsync("Too many.");
    }

    [Fact]
    public async Task The_other_language_is_the_same_address_away()
    {
        await OpenAsync("?q=peace&stance=critical&page=2");

        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "English" })).ToHaveAttributeAsync("href", "search?q=peace&stance=critical&page=2&lang=en");
    }
}
