using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Dates;

/// <summary>What a date is taken to be depends on the file it stands in.</summary>
public sealed class DatesOfFilesTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void The_unambiguous_dates_of_a_file_decide_the_others_also_before_them()
    {
        _set.With("month.csv", "text,date\na,4/5/2017\nb,4/25/2017\nc,7/8/17\n").With("day.csv", "text,date\nd,4/5/2017\ne,25/4/2017\n");
        Assert.Empty(_set.Problems());
        Assert.Equal(["2017-05-04", "2017-04-25", "2017-04-05", "2017-04-25", "2017-07-08"], _set.Articles().Select(static article => article.Date?.ToString()));
    }

    [Theory]
    [InlineData("text,date\na,4/5/2017\n")]
    [InlineData("text,date\na,4/5/2017\nb,4/25/2017\nc,25/4/2017\n")]
    public void Without_evidence_or_with_evidence_to_the_contrary_the_date_is_missing_and_kept_as_given(string csv)
    {
        _set.With("a.csv", csv);
        var article = _set.Articles()[0];
        Assert.Null(article.Date);
        Assert.Equal("4/5/2017", article.DateAsGiven);
        Assert.Null(article.From.Date);
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal((ProblemCodes.DateAmbiguous, ProblemEffect.ValueMissing, "date", 2L), (problem.Code, problem.Effect, problem.Field, problem.Place.Line));
    }

    [Fact]
    public void Each_source_of_a_file_has_an_order_of_its_own()
    {
        _set.With("a.csv", "text,date,source\na,4/5/2017,Hill Post\nb,4/25/2017,Hill Post\nc,4/5/2017,Strait Times\nd,25/4/2017,Strait Times\n");
        Assert.Empty(_set.Problems());
        Assert.Equal(["2017-04-05", "2017-04-25", "2017-05-04", "2017-04-25"], _set.Articles().Select(static article => article.Date?.ToString()));
    }

    [Fact]
    public void The_dates_of_a_source_decide_in_all_files_of_the_set_also_before_them()
    {
        _set.With("a.json", """[{"text":"a","date":"4/5/2017","url":"https://www.hill.example/1"}]""")
            .With("b.json", """[{"text":"b","date":"25/4/2017","url":"https://hill.example/2"}]""")
            .With("c.json", """[{"text":"c","date":"4/25/2017","url":"https://strait.example/3"}]""");
        Assert.Empty(_set.Problems());
        Assert.Equal("2017-05-04", _set.Articles()[0].Date?.ToString());
    }

    [Fact]
    public void A_source_that_shows_no_order_has_that_of_its_file()
    {
        _set.With("a.csv", "text,date,source\na,4/5/2017,Hill Post\nb,25/4/2017,Strait Times\n");
        Assert.Empty(_set.Problems());
        Assert.Equal("2017-05-04", _set.Articles()[0].Date?.ToString());
    }

    [Fact]
    public void A_source_that_shows_both_orders_has_none()
    {
        _set.With("a.csv", "text,date,source\na,4/5/2017,Hill Post\nb,25/4/2017,Hill Post\nc,4/25/2017,Hill Post\n");
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal(ProblemCodes.DateAmbiguous, problem.Code);
        Assert.Contains("2017-05-04 or 2017-04-05", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday", ProblemCodes.DateRelative)]
    [InlineData("il y a 3 jours", ProblemCodes.DateRelative)]
    [InlineData("1/21", ProblemCodes.DateNotUnderstood)]
    [InlineData("0001-11-30", ProblemCodes.DateOutOfRange)]
    [InlineData("2050-09-30", ProblemCodes.DateOutOfRange)]
    public void Impossible_dates_are_kept_as_given_and_reported(string date, string code)
    {
        _set.With("a.json", $$"""{"id":"x","text":"t","date":"{{date}}"}""");
        var article = Assert.Single(_set.Articles());
        Assert.Equal((null, date), (article.Date, article.DateAsGiven));
        IngestionProblem problem = Assert.Single(_set.Problems());
        Assert.Equal((code, date, "x"), (problem.Code, problem.Excerpt, problem.Id));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\"N/A\"")]
    [InlineData("\"  \"")]
    public void No_date_is_no_problem(string json)
    {
        _set.With("a.json", $$"""{"text":"t","date":{{json}}}""");
        Assert.Null(Assert.Single(_set.Articles()).DateAsGiven);
        Assert.Empty(_set.Problems());
    }

    [Fact]
    public void The_earliest_date_can_be_set()
    {
        _set.Options = _set.Options with { Earliest = new DateOnly(2000, 1, 1) };
        _set.With("a.json", """{"text":"t","date":"1999-12-31"}""");
        Assert.Equal(ProblemCodes.DateOutOfRange, Assert.Single(_set.Problems()).Code);
    }
}
