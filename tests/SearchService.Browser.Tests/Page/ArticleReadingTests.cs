using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>An article that is read.</summary>
public sealed class ArticleReadingTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    private ILocator Current => Page.Locator("mark.is-current");

    private ILocator Place => Page.Locator(".matches-place");

    [Fact]
    public async Task Every_match_of_the_query_is_marked_in_the_text()
    {
        SearchAsked? asked = null;
        Archive.OnArticle = (id, request) =>
        {
            asked = request;
            return CannedArticles.Peace(id);
        };
        await OpenAsync("?q=peace&in=quotes&article=a1");

        await Expect(Page.Locator(".reader-text mark")).ToHaveTextAsync(["peace", "peace", "Peace", "Peace", "peace", "peace", "peace"]);
        Assert.Equal("peace", asked!.Query);
        Assert.Equal(["quotes"], asked["in"]);
        string[] paragraphs = await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.reader-text p')].map(each => each.textContent)");
        Assert.Equal(CannedArticles.PeaceText, string.Join("\n\n", paragraphs));
    }

    [Fact]
    public async Task Keys_lead_from_match_to_match_and_around()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id);
        await OpenAsync("?q=peace&article=a1");
        await Expect(Place).ToHaveTextAsync("1 of 7");

        await Page.Keyboard.PressAsync("n");
        await Expect(Place).ToHaveTextAsync("2 of 7");
        await Expect(Current).ToBeFocusedAsync();
        await Expect(Page.Locator(".matches [role=status]")).ToContainTextAsync("2 of 7: was quiet, and peace held. “We want peace,” said Ines Varga,");
        await Page.Keyboard.PressAsync("p");
        await Page.Keyboard.PressAsync("p");

        await Expect(Place).ToHaveTextAsync("7 of 7");
        await Expect(Current).ToHaveCountAsync(1);
        await Expect(Current).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Keys_are_left_alone_while_typing_and_with_modifiers()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id);
        await OpenAsync("?q=peace&article=a1");
        await Expect(Place).ToHaveTextAsync("1 of 7");

        await Page.Keyboard.PressAsync("Control+Shift+p");
        await Page.Keyboard.PressAsync("Alt+n");
        await Box.FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await Page.Keyboard.PressAsync("n");

        await Expect(Box).ToHaveValueAsync("peacen");
        await Expect(Page.Locator("mark:focus")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Buttons_lead_from_match_to_match_and_keep_the_focus()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id);
        await OpenAsync("?q=peace&article=a1");
        ILocator next = Page.GetByRole(AriaRole.Button, new() { Name = "Next match (n)" });

        await next.ClickAsync();
        await next.ClickAsync();

        await Expect(Place).ToHaveTextAsync("3 of 7");
        await Expect(next).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_article_opens_at_its_first_match()
    {
        string text = string.Concat(Enumerable.Repeat("Nothing happened.\n\n", 200)) + "Then peace came.";
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, text, CannedArticles.Marks(text, "peace"));
        await OpenAsync("?q=peace&article=a1");

        await Expect(Current).ToBeInViewportAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_address_with_a_place_opens_there()
    {
        string text = string.Concat(Enumerable.Repeat("Nothing happened.\n\n", 200)) + "Then peace came. And went.";
        int start = text.IndexOf("peace came", StringComparison.Ordinal);
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, text);
        await OpenAsync($"?article=a1#p={start}-{start + 10}");

        await Expect(Page.Locator(".pointed")).ToHaveTextAsync("peace came");
        await Expect(Page.Locator(".pointed")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_skip_link_leaves_an_open_article_as_it_is()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id);
        await OpenAsync("?q=peace&article=a1");
        await Expect(Place).ToHaveTextAsync("1 of 7");
        await Page.Keyboard.PressAsync("n");
        await Expect(Place).ToHaveTextAsync("2 of 7");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the results" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Page.Locator("main")).ToBeFocusedAsync();
        await Expect(Place).ToHaveTextAsync("2 of 7");
    }

    [Fact]
    public async Task An_address_with_the_place_of_a_quotation_shows_all_of_it()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id);
        int at = CannedArticles.PeaceText.IndexOf("We want", StringComparison.Ordinal);
        await OpenAsync($"?in=quotes&q=want&article=a1&at={at}");

        await Expect(Page.Locator(".pointed").First).ToBeInViewportAsync();
        string pointed = await Page.EvaluateAsync<string>("() => [...document.querySelectorAll('.pointed')].map(each => each.textContent).join('')");
        Assert.Equal("We want peace,” said Ines Varga, “and nothing else.", pointed);
    }

    [Fact]
    public async Task Who_speaks_is_said_below_the_words_and_leads_to_all_they_say()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id);
        await OpenAsync("?article=a1");

        await Expect(Page.Locator("q.spoken")).ToHaveTextAsync(["We want peace,", "and nothing else.", "Peace costs less,"]);
        ILocator speakers = Page.GetByRole(AriaRole.List, new() { Name = "Quoted in this paragraph" });
        await Expect(speakers).ToHaveCountAsync(2);
        await Expect(speakers.Nth(1)).ToHaveTextAsync("“the mayor”");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Ines Varga" }).ClickAsync();
        await AddressBecomesAsync("?speaker=Ines Varga&in=quotes");
    }

    [Fact]
    public async Task Speakers_of_one_paragraph_are_told_apart_by_their_first_words()
    {
        const string Text = "“One two three four five,” said Ada. “Six,” said Bo.";
        Archive.OnArticle = (id, _) => CannedArticles.Article(
            id, Text, quotes: [CannedArticles.Quote("One two three four five,", [[1, 25]], "Ada"), CannedArticles.Quote("Six,", [[38, 42]], "Bo")]);
        await OpenAsync("?article=a1");

        await Expect(Page.Locator(".speakers > li")).ToHaveTextAsync(["“One two three four …” Ada", "“Six,” Bo"]);
    }

    [Fact]
    public async Task What_is_known_is_told_with_where_it_came_from()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, "Text.", people: ["Ines Varga", "Bo \"the Pen\" Lind"]);
        await OpenAsync("?article=a1");

        ILocator facts = Page.Locator(".facts");
        await Expect(facts).ToContainTextAsync("Harbour Gazettesaid by the article’s record");
        await Expect(facts).ToContainTextAsync("criticalfrom the list of outlets");
        await Expect(facts).ToContainTextAsync("January 2022from the page’s data for search engines");
        await Expect(facts).ToContainTextAsync("Japan");
        await facts.GetByRole(AriaRole.Link, new() { Name = "Bo \"the Pen\" Lind" }).ClickAsync();
        await AddressBecomesAsync("""?q="Bo \"the Pen\" Lind" """.TrimEnd());
    }

    [Fact]
    public async Task Versions_of_the_story_are_listed_below()
    {
        Archive.OnSearch = asked => Task.FromResult(CannedAnswers.Found(
            asked.Query, 9, [CannedAnswers.Hit("a1", "This one"), CannedAnswers.Hit("a2", "Told again")]));
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, "Text.", story: "s1");
        await OpenAsync("?article=a1");

        ILocator versions = Page.GetByRole(AriaRole.Region, new() { Name = "Also carried by" });
        await Expect(versions.Locator(".related-title")).ToHaveTextAsync(["Told again"]);
        await versions.GetByRole(AriaRole.Link, new() { Name = "7 more versions" }).ClickAsync();
        await AddressBecomesAsync("?q=story:\"s1\"");
    }

    [Fact]
    public async Task Articles_like_it_are_listed_when_the_text_is_there()
    {
        await OpenAsync("?q=peace&article=a1");

        ILocator similar = Page.GetByRole(AriaRole.Region, new() { Name = "Similar articles" });
        await Expect(similar.Locator(".related-title")).ToHaveTextAsync(["Much the same", "Rather the same"]);
        await similar.GetByRole(AriaRole.Link, new() { Name = "Much the same" }).ClickAsync();
        await AddressBecomesAsync("?q=peace&article=b1");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The whole of b1");
    }

    [Fact]
    public async Task An_article_unlike_all_others_has_no_list_of_them()
    {
        Provoked = new("500");
        Archive.OnSimilar = _ => CannedAnswers.Problem(500, "internal_error", "It broke.");
        await OpenAsync("?q=peace&article=a1");

        await Expect(Page.Locator(".related")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(Page.Locator(".related")).ToBeEmptyAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_text_written_from_right_to_left_is_shown_so()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, "السلام عليكم\n\nPeace.", title: "خبر", language: "ar");
        await OpenAsync("?article=a1");

        await Expect(Page.Locator(".reader-text p")).ToHaveCountAsync(2);
        string[] directions = await Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.reader-title, .reader-text p')].map(each => getComputedStyle(each).direction)");
        Assert.Equal(["rtl", "rtl", "ltr"], directions);
    }

    [Fact]
    public async Task Markup_is_text_and_quotations_that_overlap_or_lie_outside_take_nothing_from_it()
    {
        const string Text = "<script>alert(1)</script> said <b>Ada</b>.";
        Archive.OnArticle = (id, _) => CannedArticles.Article(
            id,
            Text,
            [[0, 8], [4, 12], [-5, 2], [30, 9000], [12, 12], [40, 30]],
            [
                CannedArticles.Quote("<i>", [[0, 20]], "<b>Ada</b>"), CannedArticles.Quote("over", [[10, 30]], "Bo"),
                CannedArticles.Quote("out", [[9000, 9010]], "Cy"),
            ],
            title: "<img src=x onerror=alert(1)>");
        await OpenAsync("?q=x&article=a1");

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await Expect(Page.Locator(".reader-text p")).ToHaveTextAsync([Text]);
        await Expect(Page.Locator(".reader-text script, .reader-text b, .speakers b")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Five_hundred_authors_are_named_in_part_and_listed_in_full()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, "Text.", authors: [.. Enumerable.Range(1, 500).Select(number => $"Author {number}")]);
        await OpenAsync("?article=a1");

        await Expect(Page.Locator(".hit-authors:visible")).ToHaveTextAsync("By Author 1, Author 2, Author 3, Author 4, Author 5 and 495 more");
        await Page.GetByText("488 more", new() { Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Author 500" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_article_of_a_million_letters_with_five_thousand_matches_is_read_like_any_other()
    {
        string text = string.Concat(Enumerable.Repeat("Peace is a word that stands in every one of so very many lines of this text, each of which is a paragraph of its own; there are many of them, and each has this word only once, and then goes on, and on, until it ends here.\n\n", 5000));
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, text, CannedArticles.Marks(text, "peace"));
        await OpenAsync("?q=peace&article=a1");

        await Expect(Place).ToHaveTextAsync("1 of 5,000");
        await Page.Keyboard.PressAsync("p");

        await Expect(Place).ToHaveTextAsync("5,000 of 5,000");
        await Expect(Current).ToBeInViewportAsync();
    }

    [Fact]
    public async Task In_the_year_9999_nothing_breaks()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Article(id, "Text.", date: "9999-12");
        await OpenAsync("?article=a1");

        await Expect(Page.Locator(".facts")).ToContainTextAsync("December 9999");
    }

    [Fact]
    public async Task On_paper_there_is_the_article_and_its_address()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id, "https://paper.example/1");
        await OpenAsync("?q=peace&article=a1");
        await Expect(Place).ToBeVisibleAsync();
        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(Page.Locator(".reader-tools")).ToBeHiddenAsync();
        await Expect(Page.Locator(".related")).ToBeHiddenAsync();
        await Expect(Page.Locator(".search-form")).ToBeHiddenAsync();
        await Expect(Page.GetByText("https://paper.example/1")).ToBeVisibleAsync();
        await Expect(Page.Locator(".reader-text p").First).ToBeVisibleAsync();
    }
}
