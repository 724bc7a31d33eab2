using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using static Microsoft.Playwright.Assertions;

namespace SearchService.Browser.Tests.Page;

/// <summary>What a reader takes along of an article: links and citations.</summary>
public sealed class TakingAlongTests(BrowserFixture browser, ServiceFixture service) : CannedPageTest(browser, service)
{
    // The module as the page has it, by itself.
    private const string Module = "await import(document.querySelector('script[type=module]').src.split('/').slice(0, -2).concat('js/text/fragments.js').join('/'))";

    private ILocator Told => Page.Locator(".share-told");

    [Fact]
    public async Task The_original_is_opened_at_the_words_that_are_seen()
    {
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id, "https://paper.example/1?x=1");
        await OpenAsync("?q=peace&article=a1");
        ILocator original = Page.GetByRole(AriaRole.Link, new() { Name = "Read the original" });

        await Expect(original).ToHaveAttributeAsync("href", "https://paper.example/1?x=1#:~:text=harbour%20was%20quiet%2C%20and-,peace,-held");
        await Expect(original).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Next match (n)" }).ClickAsync();
        await original.HoverAsync();
        await Expect(original).ToHaveAttributeAsync("href", "https://paper.example/1?x=1#:~:text=We%20want-,peace,-%2C%E2%80%9D%20said%20Ines%20Varga%2C%20%E2%80%9Cand");
    }

    [Fact]
    public async Task A_link_to_a_passage_is_copied_and_opens_there()
    {
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        Archive.OnArticle = (id, _) => CannedArticles.Peace(id);
        await OpenAsync("?q=peace&article=a1");
        await Expect(Page.Locator(".reader-text p")).ToHaveCountAsync(4);
        await Page.EvaluateAsync("""
            () => {
              const words = [...document.querySelectorAll('.reader-text p')].at(-1).lastChild.previousSibling.previousSibling;
              getSelection().setBaseAndExtent(words, 13, words, 22);
            }
            """);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy link to this passage" }).ClickAsync();
        await Expect(Told).ToHaveTextAsync("Copied");

        string link = await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        int start = CannedArticles.PeaceText.IndexOf("the third", StringComparison.Ordinal);
        Assert.StartsWith(Home + "search?q=peace&article=a1#p=", link);
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(link);
        await Expect(Page.Locator(".pointed")).ToHaveTextAsync(CannedArticles.PeaceText[start..(start + 9)]);
    }

    [Theory]
    [InlineData("Plain", "text of a1")]
    [InlineData("BibTeX", "bibtex of a1")]
    [InlineData("RIS", "ris of a1")]
    public async Task A_citation_is_copied(string button, string expected)
    {
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await OpenAsync("?article=a1");
        await Page.GetByRole(AriaRole.Group, new() { Name = "Copy as citation" }).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        await Expect(Told).ToHaveTextAsync("Copied");
        Assert.Equal(expected, await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Where_the_clipboard_is_denied_the_text_is_shown_selected()
    {
        await Page.AddInitScriptAsync("navigator.clipboard.write = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));");
        await OpenAsync("?article=a1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "BibTeX" }).ClickAsync();

        await Expect(Page.Locator(".share-text")).ToHaveValueAsync("bibtex of a1");
        Assert.Equal("bibtex of a1", await Page.EvaluateAsync<string>(
            "() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"));
        await Expect(Told).ToContainTextAsync("selected");
    }

    [Fact]
    public async Task A_citation_that_cannot_be_had_is_said_so()
    {
        Provoked = new("500");
        Archive.OnCitation = (_, _) => CannedAnswers.Problem(500, "internal_error", "It broke.");
        await OpenAsync("?article=a1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "RIS" }).ClickAsync();

        await Expect(Told).ToHaveTextAsync("Something went wrong in the archive");
        await Expect(Page.Locator(".share-text")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("One two three four.", 4, 7, "text=two")]
    [InlineData("One two, three & four - five.", 4, 28, "text=two%2C%20three%20%26%20four%20%2D%20five")]
    [InlineData("A well-known word.", 4, 6, "text=well")]
    [InlineData("peace and peace", 10, 15, "text=peace%20and-,peace")]
    [InlineData("peace and peace", 0, 5, "text=peace,-and%20peace")]
    [InlineData("Say “no”. He said, “no”. They.", 20, 22, "text=Say%20%E2%80%9Cno%E2%80%9D.%20He%20said%2C%20%E2%80%9C-,no,-%E2%80%9D.%20They")]
    [InlineData("First line here.\n\nSecond line there.", 6, 29, "text=line%20here,Second%20line")]
    [InlineData("... !", 0, 5, "")]
    [InlineData("It wasn't 3.5 per cent.", 4, 5, "text=wasn't")]
    [InlineData("It wasn't 3.5 per cent.", 12, 13, "text=3.5")]
    [InlineData("... --- ...", 4, 7, "")]
    [InlineData("One two", 900, 910, "")]
    [InlineData("", 0, 1, "")]
    public async Task A_place_becomes_a_text_directive(string text, int start, int end, string expected)
    {
        await OpenAsync();

        Assert.Equal(expected, await DirectiveAsync(text, start, end));
    }

    [Fact]
    public async Task A_long_passage_is_named_by_its_ends()
    {
        string text = "Alpha beta gamma delta epsilon " + string.Concat(Enumerable.Repeat("and so on ", 50)) + "omicron pi rho sigma tau.";
        await OpenAsync();

        Assert.Equal("text=Alpha%20beta%20gamma%20delta%20epsilon,omicron%20pi%20rho%20sigma%20tau", await DirectiveAsync(text, 0, text.Length));
    }

    [Fact]
    public async Task A_broken_letter_does_not_break_a_link()
    {
        await OpenAsync();

        Assert.Equal("text=one%20%EF%BF%BD%20two", await Page.EvaluateAsync<string>($"async () => ({Module}).textDirective('one \\ud800 two', 0, 9)"));
    }

    [Theory]
    [InlineData("https://paper.example/1", "https://paper.example/1#:~:text=a")]
    [InlineData("https://paper.example/1#part", "https://paper.example/1#part:~:text=a")]
    [InlineData("https://paper.example/1#part:~:text=b", "https://paper.example/1#part:~:text=a")]
    public async Task A_directive_joins_what_an_address_has_already(string url, string expected)
    {
        await OpenAsync();

        Assert.Equal(expected, await Page.EvaluateAsync<string>($"async url => ({Module}).withDirective(url, 'text=a')", url));
    }

    private Task<string> DirectiveAsync(string text, int start, int end) =>
        Page.EvaluateAsync<string>($"async ([text, start, end]) => ({Module}).textDirective(text, start, end)", new object[] { text, start, end });
}
