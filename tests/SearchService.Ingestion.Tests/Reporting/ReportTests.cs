using System.Text;
using System.Text.Json;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Reporting;

public class ReportTests
{
    [Fact]
    public void Each_problem_is_a_line_of_json_and_the_totals_are_the_last()
    {
        IngestionReport report = new();
        MemoryStream stream = new();
        using (ReportFile file = new(stream))
        {
            IngestionProblem problem = Problem(ProblemCodes.DateNotUnderstood, ProblemEffect.ValueMissing) with { Field = "date", Excerpt = "вчера \"x\"", Id = "7" };
            report.Add(problem);
            report.Add(ArticleOutcome.Added);
            file.Write(problem);
            file.Write(report);
        }

        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        JsonElement first = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal("problem", first.GetProperty("kind").GetString());
        Assert.Equal("date_not_understood", first.GetProperty("code").GetString());
        Assert.Equal("value_missing", first.GetProperty("effect").GetString());
        Assert.Equal(3, first.GetProperty("line").GetInt64());
        Assert.Equal("вчера \"x\"", first.GetProperty("excerpt").GetString());
        Assert.Contains("вчера", lines[0], StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(lines[1]).RootElement.GetProperty("added").GetInt64());
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void A_record_is_rejected_once_however_much_is_wrong_with_it()
    {
        IngestionReport report = new();
        report.Add(new ReadOutcome(default, null, [Problem(ProblemCodes.InvalidUtf8, ProblemEffect.Noted), Problem(ProblemCodes.DuplicateId, ProblemEffect.RecordRejected), Problem(ProblemCodes.EmptyArticle, ProblemEffect.RecordRejected)]));
        report.Add(new ReadOutcome(default, null, [Problem(ProblemCodes.FileEmpty, ProblemEffect.FileRejected)]));
        Assert.Equal((1, 1, false), (report.Rejected, report.FilesRejected, report.IsComplete));
        Assert.Equal(["file_empty", "duplicate_id", "empty_article", "invalid_utf8"], report.Groups.Select(static group => group.Code));
    }

    [Fact]
    public void The_summary_shows_the_first_examples_of_each_kind_and_counts_the_rest()
    {
        IngestionReport report = new();
        for (int i = 0; i < 1234; i++)
        {
            report.Add(Problem(ProblemCodes.DateAmbiguous, ProblemEffect.ValueMissing));
        }

        StringWriter text = new();
        ReportSummary.WriteProblems(text, report);
        string[] lines = text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(IngestionReport.Examples + 3, lines.Length);
        Assert.Contains("date_ambiguous: 1,234", lines[0], StringComparison.Ordinal);
        Assert.Contains("a.csv:3", lines[1], StringComparison.Ordinal);
        Assert.Contains("1,231 more", lines[^2], StringComparison.Ordinal);
        Assert.Contains(ProblemAdvice.Of(ProblemCodes.DateAmbiguous)!, lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_of_one_kind_are_counted_each()
    {
        IngestionReport report = new();
        report.Add(Problem(ProblemCodes.TextFieldMissing, ProblemEffect.RecordRejected));
        report.Add(Problem(ProblemCodes.TextFieldMissing, ProblemEffect.FileRejected));
        report.Add(Problem(ProblemCodes.TextFieldMissing, ProblemEffect.RecordRejected));
        StringWriter text = new();
        ReportSummary.WriteProblems(text, report);
        Assert.StartsWith("  text_field_missing: 3 (1 file not read, or not to its end, 2 record rejected)", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_articles_lack_and_their_languages_are_counted()
    {
        IngestionReport report = new();
        report.Add(new ReadOutcome(default, new Article { Id = "1", Title = "T", Language = "ru", Source = "S" }, []));
        report.Add(new ReadOutcome(default, new Article { Id = "2", Title = "T", Language = "ru", Date = ArticleDate.OfYear(2022) }, []));
        report.Add(new ReadOutcome(default, new Article { Id = "3", Title = "T", Language = "de" }, []));
        Assert.Equal([("ru", 2), ("de", 1)], report.Languages);
        Assert.Equal([("source", 2), ("country", 3), ("stance", 3), ("date", 2), ("author", 3)], report.Missing);
        StringWriter text = new();
        ReportSummary.WriteArticles(text, report);
        Assert.Contains("articles without: source 2, country 3", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("languages: ru 2, de 1", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_advice_for_every_kind_of_problem()
    {
        string[] codes = [.. typeof(ProblemCodes).GetFields().Select(static field => (string)field.GetRawConstantValue()!)];
        Assert.True(codes.Length > 40);
        Assert.All(codes, static code => Assert.EndsWith(".", ProblemAdvice.Of(code), StringComparison.Ordinal));

        Assert.Null(ProblemAdvice.Of("no_such_code"));
    }

    [Fact]
    public void Excerpts_are_short_and_on_one_line()
    {
        string excerpt = IngestionProblem.ExcerptOf("a\nb\0" + new string('x', 115) + "😀" + new string('y', 1000));
        Assert.StartsWith("a b ", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("x…", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 110, 121);
    }

    private static IngestionProblem Problem(string code, ProblemEffect effect) =>
        new() { Code = code, Effect = effect, Place = new RecordPlace("a.csv", 3), Reason = "Because." };
}
