using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Files;

/// <summary>Content decides where the name doesn't.</summary>
public sealed class ContentTests : IDisposable
{
    private const string Page = "<!DOCTYPE html>\n<html><head><title>One</title></head><body><article><p>The first words of a page.</p></article></body></html>";
    private const string Feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><item><title>One</title><link>https://news.example/1</link><description>First.</description></item></channel></rss>";
    private const string Lines = "{\"title\":\"One\",\"text\":\"First.\"}\n{\"title\":\"Two\",\"text\":\"Second.\"}\n";
    private const string Table = "title,text,date\nOne,First.,2020-01-02\n";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    public static TheoryData<string, string> Unnamed() => new()
    {
        { "page", Page }, { "page.php", Page }, { "page.html?utm=1", Page }, { "page.aspx.gz", Page }, { "page", "\n\n<!-- saved from url=(0031)https://news.example/ -->\n<html><title>One</title><p>Words." },
        { "page", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<html><head><title>One</title></head><body><p>Words.</p></body></html>" },
        { "feed", Feed }, { "feed.php", Feed.Replace("<?xml version=\"1.0\"?>", "\uFEFF\n<!-- a -->\n", StringComparison.Ordinal) },
        { "data", Lines }, { "data.dump", "[" + Lines.Trim().Replace("\n", ",", StringComparison.Ordinal) + "]" }, { "data", "{\n \"title\": \"One\",\n \"text\": \"First.\"\n}" },
        { "table", Table }, { "table.dat", Table.Replace(',', '\t') },
    };

    [Theory]
    [MemberData(nameof(Unnamed))]
    public void A_name_that_says_nothing_is_no_obstacle(string name, string content)
    {
        _set.With(name, content);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("One", outcomes[0].Article?.Title);
        Assert.All(outcomes, static outcome => Assert.Empty(outcome.Problems));
    }

    public static TheoryData<string, string> Lies() => new()
    {
        { "feed.xml", Page }, { "feed.rss.gz", Page }, { "article.txt", Page }, { "rows.csv", Page }, { "rows.jsonl", Page }, { "rows.json", Page },
        { "page.html", Feed }, { "article.txt", Feed }, { "rows.json", Feed },
        { "article.txt", Lines }, { "page.html", Lines }, { "feed.xml", Lines }, { "rows.csv", Lines },
        { "article.txt", Table }, { "rows.jsonl", "[" + Lines.Trim().Replace("\n", ",\n", StringComparison.Ordinal) + "]" }, { "rows.jsonl", "{\n \"title\": \"One\",\n \"text\": \"First.\"\n}" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_name_that_lies_is_noted_and_the_file_read_as_what_it_is(string name, string content)
    {
        _set.With(name, name.EndsWith(".gz", StringComparison.Ordinal) ? ArticleSet.Gzip(content) : System.Text.Encoding.UTF8.GetBytes(content));
        List<ReadOutcome> outcomes = _set.Read();
        IngestionProblem problem = Assert.Single(outcomes.SelectMany(static outcome => outcome.Problems));
        Assert.Equal((ProblemCodes.FormatByContent, ProblemEffect.Noted), (problem.Code, problem.Effect));
        Assert.Equal("One", outcomes.First(static outcome => outcome.Article is not null).Article?.Title);
    }

    [Theory]
    [InlineData("[Reuters] The harbour was closed on Monday.\n\nIt is open again.")]
    [InlineData("{sic} is what the sign said.\n\nNobody knows why.")]
    [InlineData("<3 is what the sign said.\n\nNobody knows why.")]
    [InlineData("How <html> and <rss> came to be\n\nThe <html> tag was invented in Geneva.")]
    [InlineData("Text, title, date and place\n\nThese are the columns of a table.")]
    public void A_text_that_speaks_of_formats_is_a_text(string content)
    {
        _set.With("a.txt", content);
        Assert.Single(_set.Articles());
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void What_lies_beside_articles_is_left_aside_a_line_a_kind()
    {
        _set.With("a.jsonl", Lines)
            .With("page_files/1.js", "{\"a\":1}").With("page_files/2.js", "x").With("page_files/3.css", "body{}").With("page_files/x.svg", "<svg/>")
            .With("photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1]).With("photo2.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2])
            .With("paper.pdf", "%PDF-1.4 …").With("letter.docx", [.. "PK\u0003\u0004"u8, .. new byte[26], .. "[Content_Types].xml"u8]).With("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0])
            .With("notes", "Some notes.").With("letter.rtf", "{\\rtf1 x}").With("map.kml", "<?xml version=\"1.0\"?><kml/>");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(2, outcomes.Count(static outcome => outcome.Article is not null));
        List<IngestionProblem> problems = [.. outcomes.SelectMany(static outcome => outcome.Problems)];
        Assert.All(problems, static problem => Assert.Equal(ProblemEffect.FileSkipped, problem.Effect));
        Assert.Equal(10, problems.Count);
        Assert.Contains(problems, static problem => problem.Reason.Contains("1 more of .jpg", StringComparison.Ordinal) && problem.Reason.Contains("an image", StringComparison.Ordinal));
        Assert.Contains(problems, static problem => problem.Reason.Contains("1 more of .js", StringComparison.Ordinal));
        Assert.Contains(problems, static problem => problem.Reason.Contains("a PDF document", StringComparison.Ordinal));
        Assert.Contains(problems, static problem => problem.Place.File.EndsWith("map.kml", StringComparison.Ordinal) && problem.Reason.Contains("XML that is no feed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_asked_for_by_name_is_an_article_whatever_its_name()
    {
        _set.With("notes", "A title\n\nSome notes.").With("paper.pdf", "%PDF-1.4 …");
        Assert.Equal("A title", Assert.Single(_set.Articles("notes")).Title);
        Assert.Equal((ProblemCodes.FileBinary, ProblemEffect.FileRejected), Assert.Single(_set.Problems("paper.pdf")) is var problem ? (problem.Code, problem.Effect) : default);
    }
}
