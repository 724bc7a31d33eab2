using System.Text.Json;
using SearchService.Backend.Embedded;
using SearchService.Core.Indexes;

namespace SearchService.Indexer.Tests.Commands;

public sealed class BuildTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_build_makes_an_index_and_reports_to_standard_error()
    {
        Workplace.Ended built = _place.Build();
        Assert.Equal((ExitCodes.Done, ""), (built.Code, built.Output));
        Assert.Contains("added 3, updated 0, unchanged 0, rejected 0, removed 0", built.Error, StringComparison.Ordinal);
        Assert.Contains("date_not_understood: 1", built.Error, StringComparison.Ordinal);
        Assert.Contains("articles.jsonl:3 date:", built.Error, StringComparison.Ordinal);
        using IArticleIndex index = new EmbeddedBackend().OpenIndex(_place.Index);
        Assert.Equal((1, 3), (index.State.Generation, index.State.Articles));
    }

    [Fact]
    public void A_second_build_says_what_has_changed()
    {
        _place.Build();
        string[] lines = File.ReadAllLines(_place.Articles);
        File.WriteAllLines(_place.Articles, [lines[0].Replace("Nobody", "Somebody", StringComparison.Ordinal), lines[1], """{"id":"4","text":"New."}"""]);
        Assert.Contains("added 1, updated 1, unchanged 1, rejected 0, removed 1", _place.Build().Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_no_index_takes_is_rejected_with_its_line()
    {
        string outlets = _place.Write("outlets.csv", $"outlet,aliases\n{new string('x', 40_000)},Hill Post\n");
        Workplace.Ended built = _place.Build("--outlets", outlets);
        Assert.Equal(ExitCodes.Done, built.Code);
        Assert.Contains("added 2, updated 0, unchanged 0, rejected 1, removed 0", built.Error, StringComparison.Ordinal);
        Assert.Contains("articles.jsonl:2", built.Error, StringComparison.Ordinal);
        Assert.Contains("40,000 bytes in field 'source'", built.Error, StringComparison.Ordinal);
        using IArticleIndex index = new EmbeddedBackend().OpenIndex(_place.Index);
        Assert.Equal(2, index.State.Articles);
    }

    [Fact]
    public void If_nothing_has_changed_nothing_is_built()
    {
        Assert.Equal(ExitCodes.Done, _place.Build("--if-changed").Code);
        Workplace.Ended again = _place.Build("--if-changed");
        Assert.Equal(ExitCodes.Done, again.Code);
        Assert.Contains("up to date", again.Error, StringComparison.Ordinal);
        Assert.Contains("generation 1, 3 articles", again.Error, StringComparison.Ordinal);
        Assert.Equal(1, GenerationOf());
    }

    [Fact]
    public void A_merged_build_has_one_segment()
    {
        // Enough for several builders, where there is more than one core.
        File.AppendAllLines(_place.Articles, Enumerable.Range(0, 1000).Select(number => $$"""{"id":"more {{number}}","text":"Words of number {{number}}."}"""));
        Assert.Equal(ExitCodes.Done, _place.Build().Code);
        Assert.Equal(Math.Clamp(Environment.ProcessorCount, 1, 4), SegmentCount());
        Assert.Equal(ExitCodes.Done, _place.Build("--merge").Code);
        Assert.Equal(1, SegmentCount());
        Assert.Single(Directory.GetFiles(_place.Index, "quotations.*.segment"));

        int SegmentCount() => Directory.GetFiles(_place.Index, "s*.segment").Length; // of articles
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("outlets")]
    [InlineData("fields")]
    [InlineData("options")]
    [InlineData("another file")]
    public void Whatever_the_index_is_made_from_counts_as_a_change(string what)
    {
        string outlets = _place.Write("outlets.csv", "outlet,country\nHill Post,IE\n");
        string fields = _place.Write("fields.json", """{"text":["text"],"title":["title"]}""");
        string[] options = ["--outlets", outlets, "--fields", fields, "--if-changed"];
        _place.Build(options);
        switch (what)
        {
            case "articles":
                File.AppendAllText(_place.Articles, "\n{\"text\":\"more\"}");
                break;
            case "outlets":
                File.WriteAllText(outlets, "outlet,country\nHill Post,GB\n");
                break;
            case "fields":
                File.WriteAllText(fields, """{"text":["text"]}""");
                break;
            case "options":
                options = [.. options, "--earliest", "1900"];
                break;
            default:
                options = [.. options, "--articles", _place.Write("more.jsonl", "{\"text\":\"more\"}")];
                break;
        }

        _place.Build(options);
        Assert.Equal(2, GenerationOf());
    }

    [Fact]
    public void If_changed_builds_anew_over_an_index_that_cannot_be_opened()
    {
        _place.Build();
        foreach (string file in Directory.GetFiles(_place.Index, "*.terms"))
        {
            File.WriteAllText(file, "no terms");
        }

        Assert.Equal(ExitCodes.Done, _place.Build("--if-changed").Code);
        Assert.Equal(3, _place.Run("stats", "--index", _place.Index, "--json").Json.GetProperty("index").GetProperty("articles").GetInt64());
    }

    [Fact]
    public void Rejected_records_end_a_strict_build_with_1_and_no_other()
    {
        File.AppendAllText(_place.Articles, "\nnot json");
        Assert.Equal(ExitCodes.Done, _place.Build().Code);
        Workplace.Ended strict = _place.Build("--strict");
        Assert.Equal(ExitCodes.Rejected, strict.Code);
        Assert.Contains("invalid_json: 1", strict.Error, StringComparison.Ordinal);
        Assert.Equal(2, GenerationOf());
    }

    [Fact]
    public void A_missing_path_is_named_the_rest_is_built_and_the_exit_code_tells()
    {
        Workplace.Ended built = _place.Build("--articles", _place.PathOf("nowhere"));
        Assert.Equal(ExitCodes.Usage, built.Code);
        Assert.Contains("path_not_found", built.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere", built.Error, StringComparison.Ordinal);
        Assert.Equal(1, GenerationOf());
    }

    [Fact]
    public void Without_a_single_article_the_index_stays_as_it_was()
    {
        _place.Build();
        Workplace.Ended empty = _place.Run("build", "--articles", _place.Write("empty.jsonl", ""), "--index", _place.Index);
        Assert.Equal(ExitCodes.Usage, empty.Code);
        Assert.Contains("file_empty", empty.Error, StringComparison.Ordinal);
        Assert.Contains("as it was", empty.Error, StringComparison.Ordinal);
        Assert.Equal(1, GenerationOf());
    }

    [Fact]
    public void The_report_holds_every_problem_and_the_totals()
    {
        File.AppendAllText(_place.Articles, "\nnot json\n{\"id\":\"1\",\"text\":\"again\"}");
        string outlets = _place.Write("outlets.csv", "outlet,country\nHill Post,Atlantis\n");
        _place.Build("--report", _place.PathOf("report.jsonl"), "--outlets", outlets);
        List<JsonElement> lines = [.. File.ReadLines(_place.PathOf("report.jsonl")).Select(static line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(
            ["country_unknown", "date_not_understood", "invalid_json", "duplicate_id"],
            lines.Where(static line => line.GetProperty("kind").GetString() == "problem").Select(static line => line.GetProperty("code").GetString()));
        Assert.Equal("total", lines[^1].GetProperty("kind").GetString());
        Assert.Equal((3, 2), (lines[^1].GetProperty("added").GetInt32(), lines[^1].GetProperty("rejected").GetInt32()));
    }

    [Theory]
    [InlineData("--outlets", "nowhere.csv")]
    [InlineData("--fields", "nowhere.json")]
    [InlineData("--report", "nowhere/report.jsonl")]
    [InlineData("--earliest", "yesterday")]
    [InlineData("--max-record-mb", "0")]
    [InlineData("--max-record-mb", "many")]
    [InlineData("--nonsense", "x")]
    public void Wrong_usage_ends_with_2_and_names_the_option(string option, string value)
    {
        Workplace.Ended ended = _place.Build(option, value.Contains("nowhere", StringComparison.Ordinal) ? _place.PathOf(value) : value);
        Assert.Equal(ExitCodes.Usage, ended.Code);
        Assert.Contains(option, ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_place.Index));
    }

    [Fact]
    public void Two_builds_of_one_index_at_a_time_are_one_too_many()
    {
        using IArticleIndexWriter other = new EmbeddedBackend().OpenWriter(_place.Index);
        Workplace.Ended ended = _place.Build();
        Assert.Equal(ExitCodes.Index, ended.Code);
        Assert.StartsWith("error: ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_build_leaves_the_index_that_was_there()
    {
        _place.Build();
        using CancellationTokenSource interrupted = new();
        using StringWriter error = new();
        interrupted.Cancel();
        int code = CommandLine.Run(["build", "--articles", _place.Articles, "--index", _place.Index], new Terminal(TextWriter.Null, error), interrupted.Token);
        Assert.Equal((ExitCodes.Interrupted, 1), (code, GenerationOf()));
        Assert.Contains("interrupted", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, _place.Build().Code);
    }

    private long GenerationOf()
    {
        using IArticleIndex index = new EmbeddedBackend().OpenIndex(_place.Index);
        return index.State.Generation;
    }
}
