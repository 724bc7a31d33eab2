using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests;

/// <summary>Whatever an article set holds, each record comes out as an article or with a reason and a place, and the rest goes on.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = """{"id":"good","title":"A good one","text":"It has words."}""";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void A_missing_folder_is_named_and_the_rest_goes_on()
    {
        _set.With("a.jsonl", Good);
        List<ReadOutcome> outcomes = _set.Read("nowhere", "a.jsonl");
        IngestionProblem problem = Assert.Single(outcomes[0].Problems);
        Assert.Equal((ProblemCodes.PathNotFound, ProblemEffect.FileRejected), (problem.Code, problem.Effect));
        Assert.EndsWith("nowhere", problem.Place.File, StringComparison.Ordinal);
        Assert.Equal("good", outcomes[1].Article?.Id);
    }

    [Theory]
    [InlineData("empty.jsonl")]
    [InlineData("empty.json")]
    [InlineData("empty.csv")]
    [InlineData("empty.txt")]
    [InlineData("empty.txt.gz")]
    public void An_empty_file_is_said_to_be_empty(string name)
    {
        _set.With(name, "").With("z.jsonl", Good);
        Assert.Equal(ProblemCodes.FileEmpty, Assert.Single(_set.Problems()).Code);
        Assert.Single(_set.Articles());
    }

    [Theory]
    [InlineData("a.jsonl", "\n \n\n")]
    [InlineData("a.json", "[]")]
    [InlineData("a.csv", "title,text\n")]
    public void A_file_without_records_is_said_to_hold_none(string name, string content)
    {
        _set.With(name, content);
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal((ProblemCodes.FileEmpty, "The file holds no records."), (problem.Code, problem.Reason));
    }

    [Theory]
    [InlineData("junk.jsonl")]
    [InlineData("junk.json")]
    [InlineData("junk.csv")]
    [InlineData("junk.txt")]
    public void Binary_junk_costs_its_file_one_message(string name)
    {
        byte[] junk = new byte[100_000];
        SearchService.TestSupport.Seeds.Random().NextBytes(junk);
        junk[17] = 0;
        (junk[0], junk[1]) = (1, 2);
        _set.With(name, junk).With("z.jsonl", Good);
        Assert.Equal(ProblemCodes.FileBinary, Assert.Single(_set.Problems()).Code);
        Assert.Single(_set.Articles());
    }

    [Fact]
    public void Invalid_utf8_in_json_is_replaced_and_reported_and_the_article_kept()
    {
        byte[] line = Encoding.UTF8.GetBytes("""{"id":"1","title":"Caf#","text":"It has words."}""");
        line[Array.IndexOf(line, (byte)'#')] = 0xE9;
        _set.With("a.jsonl", [.. Encoding.UTF8.GetBytes(Good + "\n"), .. line]);
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("Caf\uFFFD", outcomes[1].Article?.Title);
        IngestionProblem problem = Assert.Single(outcomes[1].Problems);
        Assert.Equal((ProblemCodes.InvalidUtf8, 2L, ProblemEffect.Noted), (problem.Code, problem.Place.Line, problem.Effect));
    }

    [Theory]
    [InlineData("a.csv", "title,text\n1,Caf#\n2,It has ## words\n")]
    [InlineData("a.txt", "A title\n\nCaf# and ## words")]
    public void Bytes_that_are_no_utf8_are_windows_1252_in_tables_and_texts(string name, string content)
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes(content).Select(static unit => unit == (byte)'#' ? (byte)0xE9 : unit)];
        _set.With(name, bytes);
        Assert.Contains("Café", _set.Articles()[0].Text, StringComparison.Ordinal);
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal(ProblemCodes.InvalidUtf8, problem.Code);
        Assert.StartsWith("3 bytes", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.csv.gz")]
    public void A_truncated_gzip_keeps_the_records_before_the_cut(string name)
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        bool csv = name.StartsWith("a.csv", StringComparison.Ordinal);
        StringBuilder records = new(csv ? "id,title,text\n" : "");
        for (int i = 0; i < 5000; i++)
        {
            string text = $"{random.NextInt64()} {random.NextInt64()}";
            records.Append(csv ? $"{i},t,{text}\n" : $$"""{"id":"{{i}}","title":"t","text":"{{text}}"}""" + "\n");
        }

        byte[] whole = ArticleSet.Gzip(records.ToString());
        _set.With(name, whole[..(whole.Length / 2)]);
        List<ReadOutcome> outcomes = _set.Read();
        int articles = outcomes.Count(static outcome => outcome.Article is not null);
        Assert.InRange(articles, 1500, 3500);
        Assert.Contains(outcomes.SelectMany(static outcome => outcome.Problems), static problem => problem is
        { Code: ProblemCodes.GzipTruncated, Effect: ProblemEffect.FileRejected });
    }

    [Fact]
    public void A_record_that_a_truncated_gzip_cuts_is_rejected_with_its_line()
    {
        byte[] whole = ArticleSet.Gzip(string.Concat(Enumerable.Range(0, 2000).Select(static i => $$"""{"id":"{{i}}","text":"{{Random.Shared.NextInt64()}}"}""" + "\n")));
        _set.With("a.jsonl.gz", whole[..(whole.Length * 2 / 3)]);
        List<ReadOutcome> outcomes = _set.Read();
        IngestionProblem cut = outcomes.SelectMany(static outcome => outcome.Problems).First();
        Assert.Equal(ProblemCodes.RecordCut, cut.Code);
        Assert.Equal(outcomes.Count(static outcome => outcome.Article is not null) + 1, cut.Place.Line);
    }

    [Theory]
    [InlineData("a.csv.gz")]
    [InlineData("a.json.gz")]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.txt.gz")]
    public void No_article_is_taken_that_a_cut_may_have_shortened(string name)
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        for (int i = 0; i < 40; i++)
        {
            string text = string.Concat(Enumerable.Range(0, 200).Select(_ => random.Next(1000) + " ")).Trim();
            string content = name[2] switch
            {
                'c' => $"id,text\n1,{text}\n2,{text}\n",
                't' => $"A title\n\n{text}",
                _ => $$"""{"id":"1","text":"{{text}}"}""" + "\n" + $$"""{"id":"2","text":"{{text}}"}""",
            };
            byte[] whole = ArticleSet.Gzip(content);
            using ArticleSet set = new();
            set.With(name, whole[..random.Next(20, whole.Length)]);
            List<ReadOutcome> outcomes = set.Read();
            Assert.All(outcomes.Select(static outcome => outcome.Article).OfType<SearchService.Core.Articles.Article>(), article => Assert.Equal(text, article.Text));
            Assert.Contains(outcomes.SelectMany(static outcome => outcome.Problems), static problem => problem.Effect == ProblemEffect.FileRejected);
        }
    }

    [Fact]
    public void A_damaged_gzip_is_reported_as_such()
    {
        byte[] bytes = ArticleSet.Gzip(string.Concat(Enumerable.Range(0, 2000).Select(static i => $$"""{"id":"{{i}}","text":"{{i * 7919}}"}""" + "\n")));
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);
        _set.With("a.jsonl.gz", bytes).With("b.jsonl", Good);
        Assert.Contains(_set.Problems(), static problem => problem.Code is ProblemCodes.GzipDamaged);
        Assert.Contains(_set.Articles(), static article => article.Id == "good");
    }

    [Fact]
    public void A_gzip_bomb_ends_at_the_ratio()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { DecompressedBytesBeforeRatio = 1 << 20, DecompressionRatio = 50, RecordBytes = 1 << 20 } };
        _set.With("bomb.jsonl.gz", ArticleSet.Gzip(new string(' ', 20 << 20)));
        Assert.Contains(_set.Problems(), static problem => problem.Code == ProblemCodes.GzipRatio);
    }

    [Fact]
    public void A_json_line_cut_in_half_is_rejected_and_the_next_one_read()
    {
        _set.With("a.jsonl", Good[..30] + "\n" + Good + "\n" + """{"id":"2","text":"cut at the e""");
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal((ProblemCodes.InvalidJson, 1L), (outcomes[0].Problems[0].Code, outcomes[0].Problems[0].Place.Line));
        Assert.Equal("good", outcomes[1].Article?.Id);
        Assert.Equal((ProblemCodes.RecordCut, 3L), (outcomes[2].Problems[0].Code, outcomes[2].Problems[0].Place.Line));
        Assert.Equal(3, outcomes.Count);
    }

    [Fact]
    public void A_line_of_100_mb_is_rejected_without_being_held()
    {
        string path = _set.PathOf("a.jsonl");
        using (FileStream file = File.Create(path))
        {
            file.Write(Encoding.UTF8.GetBytes("""{"id":"long","text":" """));
            byte[] words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("endless ", 128 << 10)));
            for (int i = 0; i < 100; i++)
            {
                file.Write(words);
            }

            file.Write(Encoding.UTF8.GetBytes("\"}\n" + Good));
        }

        long before = GC.GetTotalAllocatedBytes();
        List<ReadOutcome> outcomes = _set.Read();
        long allocated = GC.GetTotalAllocatedBytes() - before;

        IngestionProblem problem = Assert.Single(outcomes[0].Problems);
        Assert.Equal((ProblemCodes.RecordTooLong, 1L), (problem.Code, problem.Place.Line));
        Assert.Contains("100 MB", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("64 MB", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("--max-record-mb", problem.Reason, StringComparison.Ordinal);
        Assert.Equal("good", outcomes[1].Article?.Id);
        Assert.True(allocated < 256 << 20, $"{allocated >> 20} MB were allocated");
    }

    [Theory]
    [InlineData("a.json", "[\n{\"id\":\"long\",\"text\":\"#\"},\n{\"id\":\"good\",\"text\":\"short\"}]")]
    [InlineData("a.jsonl", "{\"id\":\"long\",\"text\":\"#\"}\n{\"id\":\"good\",\"text\":\"short\"}")]
    public void A_record_beyond_the_limit_costs_itself_alone(string name, string content)
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { RecordBytes = 1 << 20 } };
        _set.With(name, content.Replace("#", new string('x', 3 << 20), StringComparison.Ordinal));
        Assert.Equal(ProblemCodes.RecordTooLong, Assert.Single(_set.Problems()).Code);
        Assert.Equal("good", Assert.Single(_set.Articles()).Id);
    }

    [Fact]
    public void A_csv_row_beyond_the_limit_ends_its_file()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { RecordBytes = 1 << 20 } };
        _set.With("a.csv", $"id,text\n1,short\n2,\"{new string('x', 5 << 20)}\n3,short\n").With("b.jsonl", Good);
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal((ProblemCodes.RecordTooLong, ProblemEffect.FileRejected, 3L), (problem.Code, problem.Effect, problem.Place.Line));
        Assert.Equal(["1", "good"], _set.Articles().Select(static article => article.Id));
    }

    [Fact]
    public void Of_two_records_with_one_id_the_first_stays_and_both_places_are_named()
    {
        _set.With("a.jsonl", Good).With("b.jsonl", "\n" + Good.Replace("A good one", "Another", StringComparison.Ordinal));
        List<ReadOutcome> outcomes = _set.Read();
        Assert.Equal("A good one", outcomes[0].Article?.Title);
        IngestionProblem problem = Assert.Single(outcomes[1].Problems);
        Assert.Equal((ProblemCodes.DuplicateId, "good", 2L), (problem.Code, problem.Id, problem.Place.Line));
        Assert.Contains("a.jsonl:1", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_csv_without_a_text_column_is_one_message_that_names_its_columns()
    {
        _set.With("a.csv", "id,headline,rubric\n1,One,x\n2,Two,y\n").With("b.jsonl", Good);
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal((ProblemCodes.TextFieldMissing, ProblemEffect.FileRejected), (problem.Code, problem.Effect));
        Assert.Contains("id, headline, rubric", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("body", problem.Reason, StringComparison.Ordinal);
        Assert.Single(_set.Articles());
    }

    [Fact]
    public void A_json_record_without_a_text_property_is_rejected()
    {
        _set.With("a.jsonl", """{"title":"Only a title"}""" + "\n" + """{"title":"Title and empty text","text":""}""");
        Assert.Equal(ProblemCodes.TextFieldMissing, Assert.Single(_set.Problems()).Code);
        Assert.Equal("Title and empty text", Assert.Single(_set.Articles()).Title);
    }

    [Fact]
    public void An_article_of_nothing_is_rejected()
    {
        _set.With("a.jsonl", """{"id":"7","title":" ","text":"\u0000 \n"}""");
        Assert.Equal(ProblemCodes.EmptyArticle, Assert.Single(_set.Problems()).Code);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_rejected_with_the_option_that_raises_it()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { TextLength = 100 } };
        _set.With("a.jsonl", $$"""{"text":"{{new string('x', 101)}}"}""" + "\n" + $$"""{"text":"{{new string('x', 100)}}"}""");
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal(ProblemCodes.TextTooLong, problem.Code);
        Assert.Contains("--max-text-chars", problem.Reason, StringComparison.Ordinal);
        Assert.Single(_set.Articles());
    }

    [Fact]
    public void An_entry_of_a_list_beyond_the_limit_is_left_out_and_reported()
    {
        _set.Options = _set.Options with { Limits = new IngestionLimits { ValueLength = 100 } };
        string tooLong = new('x', 101);
        _set.With("a.jsonl", $$"""{"text":"words","authors":["Ann Lee","{{tooLong}}"],"topics":["{{tooLong}}","sea"]}""");
        Article article = Assert.Single(_set.Articles());
        Assert.Equal(["Ann Lee"], article.Authors);
        Assert.Equal(["sea"], article.Topics);
        Assert.Equal(
            [(ProblemCodes.ValueTooLong, ProblemEffect.ValueMissing, "authors"), (ProblemCodes.ValueTooLong, ProblemEffect.ValueMissing, "topics")],
            _set.Problems().Select(static problem => (problem.Code, problem.Effect, problem.Field!)));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        File.CreateSymbolicLink(_set.PathOf("a.jsonl"), _set.PathOf("gone.jsonl"));
        Assert.Equal(ProblemCodes.FileUnreadable, Assert.Single(_set.Problems()).Code);
    }

    [Fact]
    public void No_bytes_make_reading_fail()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        byte[] pieces = Encoding.UTF8.GetBytes("{}[]\",:;\\\n\r\t ab1é\uFEFF|'\"\"u00d8");
        string[] names = ["a.jsonl", "a.json", "a.csv", "a.tsv", "a.txt", "a.jsonl.gz"];
        for (int i = 0; i < 600; i++)
        {
            byte[] content = new byte[random.Next(400)];
            for (int j = 0; j < content.Length; j++)
            {
                content[j] = random.Next(20) == 0 ? (byte)random.Next(256) : pieces[random.Next(pieces.Length)];
            }

            string name = names[i % names.Length];
            string head = name.StartsWith("a.csv", StringComparison.Ordinal) ? "text,title\n" : name.StartsWith("a.jsonl", StringComparison.Ordinal) ? "{\"text\":\"" : "";
            using ArticleSet set = new();
            set.With(name, [.. Encoding.UTF8.GetBytes(head), .. content]);
            foreach (ReadOutcome outcome in set.Read())
            {
                Assert.True(outcome.Article is not null || !outcome.Problems.IsEmpty);
            }
        }
    }
}
