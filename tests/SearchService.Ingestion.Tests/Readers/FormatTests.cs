using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Readers;

public sealed class FormatTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    public static TheoryData<string, string> TheSameTwoArticles() => new()
    {
        { "a.jsonl", "{\"id\":1,\"title\":\"One\",\"text\":\"First.\"}\n{\"id\":2,\"title\":\"Two\",\"text\":\"Second.\"}" },
        { "a.ndjson", "{\"id\":1,\"title\":\"One\",\"text\":\"First.\"}\r\n\r\n{\"id\":2,\"title\":\"Two\",\"text\":\"Second.\"}\r\n" },
        { "a.json", "[{\"id\":1,\"title\":\"One\",\"text\":\"First.\"},\n {\"id\":2,\"title\":\"Two\",\"text\":\"Second.\"}]" },
        { "a.json", "{\"id\":1,\"title\":\"One\",\"text\":\"First.\"} {\"id\":2,\"title\":\"Two\",\"text\":\"Second.\"}" },
        { "a.json", "{\"status\":\"ok\",\"articles\":[{\"id\":1,\"title\":\"One\",\"text\":\"First.\"},{\"id\":2,\"title\":\"Two\",\"text\":\"Second.\"}],\"total\":{\"n\":2}}" },
        { "a.csv", "id,title,text\n1,One,First.\n2,\"Two\",Second.\n" },
        { "a.csv", "id;title;text\r\n1;One;First.\r\n2;Two;Second.\r\n" },
        { "a.csv", "text|title|id\nFirst.|One|1\nSecond.|Two|2" },
        { "a.tsv", "id\ttitle\ttext\n1\tOne\tFirst.\n2\tTwo\tSecond.\n" },
    };

    [Theory]
    [MemberData(nameof(TheSameTwoArticles))]
    public void Every_format_gives_the_same_articles(string name, string content)
    {
        _set.With(name, content);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.All(outcomes, static outcome => Assert.Empty(outcome.Problems));
        Assert.Equal([("1", "One", "First."), ("2", "Two", "Second.")], outcomes.Select(static outcome => (outcome.Article!.Id, outcome.Article.Title, outcome.Article.Text)));
    }

    [Theory]
    [MemberData(nameof(TheSameTwoArticles))]
    public void Every_format_may_be_compressed(string name, string content)
    {
        _set.With(name + ".gz", ArticleSet.Gzip(content));
        Assert.Equal(["One", "Two"], _set.Articles().Select(static article => article.Title));
    }

    [Theory]
    [MemberData(nameof(TheSameTwoArticles))]
    public void Every_format_may_begin_with_a_byte_order_mark(string name, string content)
    {
        foreach (Encoding encoding in (Encoding[])[new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true), new UTF32Encoding(true, true)])
        {
            using ArticleSet set = new();
            set.With(name, [.. encoding.GetPreamble(), .. encoding.GetBytes(content)]);
            Assert.Equal(["One", "Two"], set.Articles().Select(static article => article.Title));
        }
    }

    [Fact]
    public void A_gzip_of_several_members_is_one_file()
    {
        _set.With("a.jsonl.gz", [.. ArticleSet.Gzip("{\"text\":\"one\"}\n"), .. ArticleSet.Gzip("{\"text\":\"two\"}\n")]);
        Assert.Equal(["one", "two"], _set.Articles().Select(static article => article.Text));
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void Compression_is_told_by_the_bytes_not_the_name()
    {
        _set.With("a.jsonl", ArticleSet.Gzip("{\"text\":\"one\"}")).With("b.jsonl.gz", "{\"text\":\"two\"}");
        Assert.Equal(["one", "two"], _set.Articles().Select(static article => article.Text));
    }

    [Fact]
    public void Folders_are_read_in_ordinal_order_and_what_has_no_format_is_named_once()
    {
        _set.With("b/2.jsonl", "{\"text\":\"b2\"}").With("a.jsonl", "{\"text\":\"a\"}").With("b/10.jsonl", "{\"text\":\"b10\"}").With("B.jsonl", "{\"text\":\"B\"}")
            .With("x.pdf", "x").With("b/y.pdf", "y").With("LICENSE", "z").With(".hidden.jsonl", "{\"text\":\"no\"}");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(["B", "a", "b10", "b2"], outcomes.Select(static outcome => outcome.Article?.Text).OfType<string>());
        Assert.Equal(["B.jsonl", "a.jsonl", "b/10.jsonl", "b/2.jsonl"], outcomes.Select(static outcome => outcome.Article?.File).OfType<string>());
        List<IngestionProblem> problems = [.. outcomes.SelectMany(static outcome => outcome.Problems)];
        Assert.Equal(2, problems.Count);
        Assert.All(problems, static problem => Assert.Equal((ProblemCodes.FormatUnknown, ProblemEffect.FileSkipped), (problem.Code, problem.Effect)));
        Assert.Contains(problems, static problem => problem.Reason.Contains("1 more of .pdf", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_links_to_itself_is_read_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        _set.With("a.jsonl", "{\"text\":\"once\"}");
        Directory.CreateSymbolicLink(_set.PathOf("again"), _set.Folder);
        Assert.Single(_set.Articles());
    }

    [Fact]
    public void Lists_numbers_and_named_objects_are_values()
    {
        Article article = _set.Single("a.json", """
            {
              "ID": 12345678901234567890, "Headline": { "rendered": "A <b> title" }, "content": ["One paragraph.", "Another."],
              "source": { "id": null, "name": "The Wire" }, "authors": [{ "name": "Ann Lee" }, "Bob Ray", null, ""], "keywords": ["peace", "war"],
              "published_at": { "$date": 1642068000000 }, "nested": { "text": ["not", { "this": 1 }] }
            }
            """);
        Assert.Equal("12345678901234567890", article.Id);
        Assert.Equal("A <b> title", article.Title);
        Assert.Equal("One paragraph.\n\nAnother.", article.Text);
        Assert.Equal("The Wire", article.Source);
        Assert.Equal(["Ann Lee", "Bob Ray"], article.Authors);
        Assert.Equal(["peace", "war"], article.Topics);
        Assert.Equal("2022-01-13", article.Date?.ToString());
    }

    [Fact]
    public void Of_several_names_of_a_field_the_one_listed_first_wins_unless_it_is_empty()
    {
        Assert.Equal("raw", _set.Single("a.json", """{"content":"tokens","content_original":"raw","bias":1}""").Text);
        Assert.Equal("tokens", _set.Single("a.json", """{"content_original":" ","content":"tokens"}""").Text);
        Assert.Equal("left", _set.Single("a.json", """{"bias":0,"bias_text":"left","text":"x"}""").Stance);
        Assert.Equal("0", _set.Single("a.json", """{"bias":0,"bias_text":null,"text":"x"}""").Stance);
    }

    [Fact]
    public void Escapes_are_read_and_halves_of_pairs_replaced()
    {
        Article article = _set.Single("a.json", """{"t\u0069tle":"a\u00e9\ud83d\ude00\ud83d\u0020\"","text":"x\ny"}""");
        Assert.Equal("aé😀\uFFFD \"", article.Title);
        Assert.Equal("x\n\ny", article.Text);
    }

    [Fact]
    public void A_damaged_object_of_an_array_costs_itself_alone()
    {
        _set.With("a.json", "[{\"text\":\"one\"},\n{\"text\": oops, \"x\":[1,2]},\n{\"text\":\"three\"}, 17, \"str\", {\"text\":\"four\"}]");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(["one", "three", "four"], outcomes.Select(static outcome => outcome.Article?.Text).OfType<string>());
        Assert.Equal([(ProblemCodes.InvalidJson, 2L), (ProblemCodes.NotAnObject, 3L), (ProblemCodes.NotAnObject, 3L)],
            outcomes.SelectMany(static outcome => outcome.Problems).Select(static problem => (problem.Code, problem.Place.Line)));
    }

    [Fact]
    public void A_json_file_that_ends_inside_an_object_keeps_those_before()
    {
        _set.With("a.json", "[{\"text\":\"one\"},{\"text\":\"tw");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("one", outcomes[0].Article?.Text);
        Assert.Equal(ProblemCodes.RecordCut, Assert.Single(outcomes[1].Problems).Code);
    }

    [Fact]
    public void Json_places_are_lines_of_the_file_also_after_buffers_full_of_text()
    {
        StringBuilder json = new("[\n");
        for (int i = 0; i < 400; i++)
        {
            json.Append("{\"id\":").Append(i).Append(",\n\"text\":\"").Append('x', 1000).Append("\"},\n");
        }

        _set.With("a.json", json + "{\"nothing\":1}]");
        Assert.Equal(802, Assert.Single(_set.Problems()).Place.Line);
        Assert.Equal(400, _set.Articles().Count);
    }

    [Fact]
    public void Csv_values_may_hold_separators_quotes_and_lines()
    {
        _set.With("a.csv", "title,text\n\"A \"\"quoted\"\", title\",\"Line one,\n\nline two\"\nplain,\"x\"\n");
        List<Article> articles = _set.Articles();
        Assert.Equal(("A \"quoted\", title", "Line one,\n\nline two"), (articles[0].Title, articles[0].Text));
        Assert.Equal("plain", articles[1].Title);
    }

    [Fact]
    public void Csv_problems_name_the_line_the_row_begins_on()
    {
        _set.With("a.csv", "title,text,date\na,\"x\n\n\ny\",soon\nb,y,1,2,3\nc,z\nd,\"w\"w,2020-01-01\n");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal(
            [(ProblemCodes.DateNotUnderstood, 2L), (ProblemCodes.ColumnCount, 6L), (ProblemCodes.ColumnCount, 7L), (ProblemCodes.CsvQuoting, 8L)],
            outcomes.SelectMany(static outcome => outcome.Problems).Select(static problem => (problem.Code, problem.Place.Line)));
        Assert.Equal(["a", "c", "d"], outcomes.Select(static outcome => outcome.Article?.Title).OfType<string>());
    }

    [Fact]
    public void Separators_at_the_end_of_a_csv_row_are_no_values()
    {
        _set.With("a.csv", "title,text\na,x,,\n");
        Assert.Single(_set.Articles());
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void A_quotation_mark_never_closed_rejects_the_row_that_swallowed_the_rest()
    {
        _set.With("a.csv", "title,text\na,x\nb,\"never closed\nc,y\n");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("a", outcomes[0].Article?.Title);
        IngestionProblem problem = Assert.Single(outcomes[1].Problems);
        Assert.Equal((ProblemCodes.CsvQuoting, ProblemEffect.RecordRejected, 3L), (problem.Code, problem.Effect, problem.Place.Line));
    }

    [Fact]
    public void Fields_of_ones_own_replace_those_built_in()
    {
        string path = _set.PathOf("../" + Path.GetFileName(_set.Folder) + "-fields.json");
        File.WriteAllText(path, """{"text":["Artikel"],"title":["Überschrift"]}""");
        try
        {
            _set.Options = _set.Options with { Fields = SearchService.Ingestion.Fields.FieldNames.Read(path) };
            Article article = _set.Single("a.json", """{"artikel":"Worte","ÜBERSCHRIFT":"Kopf","title":"no","text":"no"}""");
            Assert.Equal(("Kopf", "Worte"), (article.Title, article.Text));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
