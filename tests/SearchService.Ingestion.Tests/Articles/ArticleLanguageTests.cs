using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Articles;

public sealed class ArticleLanguageTests : IDisposable
{
    private const string Russian =
        "Мэр сказал во вторник, что мост останется закрытым до конца ремонта. Жители острова просят пустить паром, потому что до города больше не добраться. "
        + "В порту говорят, что паром выйдет в море, как только утихнет ветер, а пока хлеб и почту везут на лодках.";

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Fact]
    public void The_records_own_language_counts_whatever_the_text_looks_like()
    {
        Article article = _set.Single("a.json", $$"""{"text":"{{Russian}}","language":"bg"}""");
        Assert.Equal(("bg", ValueOrigin.Record), (article.Language, article.From.Language));
    }

    [Fact]
    public void Without_one_it_is_told_from_the_text()
    {
        Article article = _set.Single("a.json", $$"""{"text":"{{Russian}}"}""");
        Assert.Equal(("ru", ValueOrigin.Detected), (article.Language, article.From.Language));
    }

    [Fact]
    public void A_language_that_is_not_understood_is_reported_and_then_told_from_the_text()
    {
        Article article = _set.Single("a.json", $$"""{"text":"{{Russian}}","language":"whalish"}""");
        Assert.Equal("ru", article.Language);
        Assert.Equal(ProblemCodes.LanguageUnknown, Assert.Single(_set.Problems()).Code);
    }

    [Fact]
    public void A_headline_helps_a_short_text()
    {
        Article article = _set.Single("a.json", """{"title":"Le pont restera fermé jusqu'à la fin des travaux","text":"Voir la carte."}""");
        Assert.Equal("fr", article.Language);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("12:30 3-1")]
    [InlineData("NATO OPEC")]
    public void What_could_be_any_language_is_in_none(string text)
    {
        Article article = _set.Single("a.json", $$"""{"text":"{{text}}"}""");
        Assert.Equal((null, null), (article.Language, article.From.Language));
    }

    [Theory]
    [InlineData("en", "ru")] // a template's, as it happens
    [InlineData("ru", null)]
    public void A_page_is_contradicted_by_a_clear_text_alone(string ofPage, string? contradiction) =>
        Assert.Equal(contradiction, ArticleLanguage.Contradicting("", Russian, ofPage));

    [Fact]
    public void A_short_text_contradicts_no_page() => Assert.Null(ArticleLanguage.Contradicting("", "Мост закрыт.", "en"));

    [Fact]
    public void Languages_that_look_alike_do_not_contradict_each_other()
    {
        const string Danish = "Borgmesteren sagde tirsdag, at broen forbliver lukket, indtil arbejdet er færdigt. Øens beboere beder om en færge, fordi man ikke kan komme til byen, "
            + "og i havnen siger de, at færgen sejler, så snart vinden lægger sig; indtil da bliver brød og post hentet med båd.";
        Assert.Null(ArticleLanguage.Contradicting("", Danish, "no"));
        Assert.Equal("da", ArticleLanguage.Contradicting("", Danish, "en"));
    }

    [Fact]
    public void A_page_that_says_another_language_than_its_text_is_in_is_noted()
    {
        string page = $"<!doctype html><html lang=\"en\"><head><title>Мост закрыт</title></head><body><article><h1>Мост закрыт</h1><p>{Russian}</p><p>{Russian}</p></article></body></html>";
        _set.With("a.html", page);
        ReadOutcome outcome = Assert.Single(_set.Read());
        Assert.SkipWhen(outcome.Article is null or { Text: "" }, "Pages have no main text yet.");
        Assert.Equal(("ru", ValueOrigin.Detected), (outcome.Article.Language, outcome.Article.From.Language));
        IngestionProblem problem = Assert.Single(outcome.Problems, problem => problem.Code == ProblemCodes.LanguageContradicted);
        Assert.Equal((ProblemEffect.Noted, "language", "en"), (problem.Effect, problem.Field, problem.Excerpt));
    }
}
