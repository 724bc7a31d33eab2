using System.Text.Json;

namespace SearchService.Indexer.Tests.Commands;

public sealed class ExtractTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Each_article_is_a_line_of_json_as_it_would_be_indexed()
    {
        string outlets = _place.Write("outlets.csv", "outlet,country,stance,domains\nHill Post,Ireland,critical,hill.example\n");
        string page = _place.Write("page.txt", "Hill Post\n\nA title – “quoted”\n\nBy Ann Lee\n\n13 January 2022\n\nThe body begins here and it is long enough to be a body.\nMore of it follows.");
        Workplace.Ended extracted = _place.Run("extract", "--articles", page, "--outlets", outlets);
        Assert.Equal(ExitCodes.Done, extracted.Code);
        JsonElement article = extracted.Json;
        Assert.Equal(
            ["id", "url", "title", "source", "country", "stance", "date", "datePrecision", "dateAsGiven", "authors", "topics", "language", "text", "quotes", "people", "story", "file", "from"],
            article.EnumerateObject().Select(static property => property.Name));
        Assert.Equal("A title – “quoted”", article.GetProperty("title").GetString());
        Assert.Equal(("Hill Post", "IE", "critical"), (article.GetProperty("source").GetString(), article.GetProperty("country").GetString(), article.GetProperty("stance").GetString()));
        Assert.Equal(("2022-01-13", "day"), (article.GetProperty("date").GetString(), article.GetProperty("datePrecision").GetString()));
        Assert.Equal("Ann Lee", article.GetProperty("authors")[0].GetString());
        Assert.Equal("The body begins here and it is long enough to be a body.\n\nMore of it follows.", article.GetProperty("text").GetString());
        Assert.Equal("page.txt", article.GetProperty("file").GetString());
        Assert.Equal(("page", "registry"), (article.GetProperty("from").GetProperty("source").GetString(), article.GetProperty("from").GetProperty("country").GetString()));
        Assert.Equal(JsonValueKind.Null, article.GetProperty("url").ValueKind);
        Assert.Contains("“quoted”", extracted.Output, StringComparison.Ordinal);
        Assert.Contains("read 1, rejected 0", extracted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_extracted_can_be_read_again()
    {
        Workplace.Ended first = _place.Run("extract", "--articles", _place.Articles);
        string again = _place.Write("articles.jsonl", first.Output);

        // What was detected is the record's own word the second time.
        string expected = first.Output.Replace("\"language\":\"detected\"", "\"language\":\"record\"", StringComparison.Ordinal);
        Assert.Equal(expected, _place.Run("extract", "--articles", again).Output);
    }

    [Fact]
    public void Nothing_is_indexed_and_rejections_go_to_standard_error()
    {
        File.AppendAllText(_place.Articles, "\n{\"text\":\"\"}");
        Workplace.Ended extracted = _place.Run("extract", "--articles", _place.Articles, "--strict");
        Assert.Equal(ExitCodes.Rejected, extracted.Code);
        Assert.Equal(3, extracted.Lines.Length);
        Assert.Contains("empty_article: 1", extracted.Error, StringComparison.Ordinal);
        Assert.Equal(["articles.jsonl"], Directory.GetFileSystemEntries(_place.Folder).Select(Path.GetFileName));
    }
}
