using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;
using SearchService.Quotations.Finding;

namespace SearchService.Ingestion.Tests.Articles;

public sealed class QuotationStepTests : IDisposable
{
    private const string Said = """{"text":"“The harbour stays open,” said Ann Lee, the mayor. “We close nothing.”\n\n“Then we leave,” said Mary Ott."}""";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void An_article_has_its_quotations_and_the_people_it_names()
    {
        Article article = _set.Single("a.json", Said);
        Assert.Equal([("Ann Lee", "The harbour stays open, We close nothing."), ("Mary Ott", "Then we leave,")], article.Quotes.Select(quote => (quote.Speaker!, quote.Text)));
        Assert.Equal(["Ann Lee", "Mary Ott"], article.People);
    }

    [Fact]
    public void Quotations_beyond_a_limit_are_reported()
    {
        _set.Options = _set.Options with { Quotations = new QuotationLimits { Quotes = 1 } };
        ReadOutcome outcome = Assert.Single(_set.With("a.json", Said).Read());
        Assert.Single(outcome.Article!.Quotes);
        IngestionProblem problem = Assert.Single(outcome.Problems);
        Assert.Equal((ProblemCodes.QuotationsLeftOut, ProblemEffect.Noted, outcome.Article.Id), (problem.Code, problem.Effect, problem.Id));
        Assert.Contains("beyond 1 in an article", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_looks_for_quotations_where_no_thread_is_given_to_it()
    {
        _set.Options = _set.Options with { QuotationThreads = 0 };
        Assert.Empty(_set.Single("a.json", Said).Quotes);
    }
}
