using System.Text.Json;
using AngleSharp.Dom;
using SearchService.TestSupport;

namespace SearchService.Web.Tests.Page;

/// <summary>Articles and queries that nobody was meant to write: all of it is text.</summary>
public sealed class HostileArticles : IAsyncLifetime
{
    private const string Markup = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;</title><!--";
    private static readonly string LongTitle = string.Concat(Enumerable.Repeat("Endless ", 625));

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceUnderTest _service = new();

    public ValueTask InitializeAsync()
    {
        object[] articles =
        [
            new
            {
                id = "\"><script>alert(1)</script>", title = Markup, text = $"A harbour. {Markup}\n\n“<script>alert(1)</script> A harbour is not a purse at all,” said Ann Petrov on Monday.", source = Markup, stance = Markup,
                url = "javascript:alert(1)", authors = new[] { Markup }, topics = new[] { Markup }, date = "2022-01-13",
            },
            new { id = "long", title = LongTitle, text = "A harbour.", source = "Far", date = "9999-12-31", authors = Enumerable.Range(1, 500).Select(i => $"Author {i}").ToArray() },
            new { id = "right", title = "مرفأ harbour", text = "مرفأ harbour 🚢 🚢", language = "ar", source = "البحر", date = "not a day" },
        ];
        _service.Samples.Rebuild(_folder.Write("articles.jsonl", string.Join('\n', articles.Select(article => JsonSerializer.Serialize(article)))));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/search?q=harbour")]
    [InlineData("/search?sort=newest&in=quotes")]
    [InlineData("/")]
    [InlineData("/search?q=harbour&article=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E&source=%3Cscript%3Ealert(1)%3C/script%3E&topic=-%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E")]
    public async Task Markup_is_shown_and_never_read(string address)
    {
        IDocument document = await _service.GetDocumentAsync(address);
        Assert.Equal("module", document.Scripts[0].GetAttribute("type"));
        Assert.All(document.Scripts.Skip(1), static script => Assert.Equal("application/json", script.GetAttribute("type")));
        Assert.Empty(document.Images);
        Assert.Empty(document.All.Where(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))));
        Assert.Empty(document.QuerySelectorAll("a[href^='javascript:' i]"));
        Assert.Contains("alert(1)", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_of_markup_is_the_title()
    {
        IDocument document = await _service.GetDocumentAsync("/search?q=harbour&source=" + Uri.EscapeDataString(Markup));
        Assert.Equal(Markup, document.One(".hit-title").TextContent);
        Assert.Equal(Markup, document.One(".kicker-source").TextContent);
        document = await _service.GetDocumentAsync(document.One(".hit-link").AddressOf());
        Assert.Equal(Markup, document.One(".reader-title").TextContent);
        Assert.Equal($"{Markup} – News archive", document.Title);
    }

    [Fact]
    public async Task Very_long_titles_many_authors_and_far_years_are_shown()
    {
        IDocument document = await _service.GetDocumentAsync("/search?q=harbour&source=Far");
        Assert.Equal(LongTitle.Trim(), document.One(".hit-title").TextContent);
        Assert.Equal("By Author 1, Author 2, Author 3, Author 4, Author 5 and 495 more", document.One(".hit-authors").TextContent);
        Assert.Equal("No date (given as “9999-12-31”)", document.One(".kicker").LastElementChild!.TextContent);
        document = await _service.GetDocumentAsync("/search?q=harbour&date=9999-12..9999-12-31");
        Assert.Equal("December 9999 – 31 December 9999", document.One(".chip bdi").TextContent);
    }

    [Fact]
    public async Task Texts_have_their_own_language_and_direction_and_what_the_page_says_of_them_its_own()
    {
        IDocument document = await _service.GetDocumentAsync("/search?q=harbour&language=ar", language: "ru");
        IElement hit = document.One(".hit");
        Assert.Equal("ar", hit.GetAttribute("lang"));
        Assert.Equal("auto", hit.One(".hit-title").GetAttribute("dir"));
        Assert.All(hit.QuerySelectorAll(".passage"), passage => Assert.Equal("auto", passage.GetAttribute("dir")));
        Assert.Equal("ru", hit.One(".kicker").GetAttribute("lang"));
        Assert.Equal("Без даты (указано «not a day»)", hit.One(".kicker-dateless").TextContent);
    }

    [Theory]
    [InlineData("🚢", 1)]
    [InlineData("🦆🦆🦆", 0)]
    [InlineData("\"", 3)]
    [InlineData("\ud83d", 3)]
    public async Task A_query_of_anything_is_answered(string query, int atMost)
    {
        IDocument document = await _service.GetDocumentAsync("/search?sort=newest&q=" + Uri.EscapeDataString(query));
        Assert.InRange(document.Total(), 0, atMost);
    }
}
