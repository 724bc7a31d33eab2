using System.Text.Json;

namespace SearchService.Indexer.Tests.Commands;

public sealed class OutletsTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Without_a_registry_a_whole_one_is_listed_and_with_it_nothing_is_left()
    {
        Workplace.Ended listed = _place.Run("outlets", "--articles", _place.Articles);
        Assert.Equal(ExitCodes.Done, listed.Code);
        Assert.Equal(["outlet,aliases,domains,country,stance,label_source", "Hill Post,,,,,", "The Strait Times,,,,,"], listed.Lines);
        Assert.Contains("read 3 articles; 2 of them are of 2 outlets that the registry doesn't know", listed.Error, StringComparison.Ordinal);

        string registry = _place.Write("outlets.csv", listed.Output);
        Workplace.Ended again = _place.Run("outlets", "--articles", _place.Articles, "--outlets", registry);
        Assert.Equal((ExitCodes.Done, ""), (again.Code, again.Output));
    }

    [Fact]
    public void With_a_registry_only_what_it_lacks_is_listed_ready_to_be_appended()
    {
        string registry = _place.Write("outlets.csv", "outlet\nHill Post\n");
        Workplace.Ended listed = _place.Run("outlets", "--articles", _place.Articles, "--outlets", registry);
        Assert.Equal(["The Strait Times,,,,,"], listed.Lines);
    }

    [Fact]
    public void As_json_each_outlet_has_its_number_of_articles()
    {
        string articles = _place.Write("more.jsonl", """
            {"text":"a","source":"Quay, Mail","url":"https://quay.example/1"}
            {"text":"b","source":"Quay, Mail","url":"https://www.quay.example/2"}
            """);
        Workplace.Ended listed = _place.Run("outlets", "--articles", articles, "--json");
        JsonElement outlet = JsonDocument.Parse(Assert.Single(listed.Lines)).RootElement;
        Assert.Equal(("Quay, Mail", 2, "quay.example"), (outlet.GetProperty("outlet").GetString(), outlet.GetProperty("articles").GetInt32(), outlet.GetProperty("domains")[0].GetString()));
        Assert.Equal("\"Quay, Mail\",,quay.example,,,", outlet.GetProperty("csv").GetString());
    }

    [Fact]
    public void A_path_that_is_not_there_is_wrong_usage_and_rejections_count_under_strict()
    {
        Assert.Equal(ExitCodes.Usage, _place.Run("outlets", "--articles", _place.PathOf("nowhere.jsonl")).Code);
        File.AppendAllText(_place.Articles, "\n{\"text\":\"\"}");
        Assert.Equal(ExitCodes.Rejected, _place.Run("outlets", "--articles", _place.Articles, "--strict").Code);
        Assert.Equal(["articles.jsonl"], Directory.GetFileSystemEntries(_place.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_build_reports_the_outlets_it_does_not_know()
    {
        string registry = _place.Write("outlets.csv", "outlet\nHill Post\n"), report = _place.PathOf("report.jsonl");
        Workplace.Ended built = _place.Build("--outlets", registry, "--report", report);
        Assert.Contains("outlets the registry doesn't know: 1, of 1 articles", built.Error, StringComparison.Ordinal);
        Assert.Contains("1  The Strait Times,,,,,", built.Error, StringComparison.Ordinal);
        Assert.Contains("articles without: source 1", built.Error, StringComparison.Ordinal);
        JsonElement[] lines = [.. File.ReadLines(report).Select(static line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["problem", "unknown_outlet", "total"], lines.Select(static line => line.GetProperty("kind").GetString()));
        Assert.Equal(("The Strait Times", 1, "The Strait Times,,,,,"), (lines[1].GetProperty("outlet").GetString(), lines[1].GetProperty("articles").GetInt32(), lines[1].GetProperty("csv").GetString()));
        Assert.Equal(1, lines[2].GetProperty("missing").GetProperty("source").GetInt32());
    }
}
