using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Articles;

public sealed class ArticleTests : IDisposable
{
    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("jp", "JP")]
    [InlineData("JPN", "JP")]
    [InlineData("Japan", "JP")]
    [InlineData("United States of America", "US")]
    [InlineData("u.s.a.", "US")]
    [InlineData("UK", "GB")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Cote dIvoire", "CI")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Namibia", "NA")]
    [InlineData("NA", "NA")]
    public void Countries_are_read_by_code_and_name(string given, string code) =>
        Assert.Equal(code, _set.Single("a.json", $$"""{"text":"x","country":"{{given}}"}""").Country);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-US", "en")]
    [InlineData("pt_BR", "pt")]
    [InlineData("eng", "en")]
    [InlineData("Russian", "ru")]
    public void Languages_are_read_by_code_tag_and_name(string given, string code) =>
        Assert.Equal(code, _set.Single("a.json", $$"""{"text":"x","language":"{{given}}"}""").Language);

    [Fact]
    public void What_is_no_country_language_or_address_is_reported_and_missing()
    {
        Article article = _set.Single("a.json", """{"id":"7","text":"x","country":"Atlantis","lang":"whalish","url":"javascript:alert(1)"}""");
        Assert.Equal((null, null, null), (article.Country, article.Language, article.Url));
        List<IngestionProblem> problems = _set.Problems();
        Assert.Equal([ProblemCodes.UrlNotUnderstood, ProblemCodes.CountryUnknown, ProblemCodes.LanguageUnknown], problems.Select(static problem => problem.Code));
        Assert.All(problems, static problem => Assert.Equal((ProblemEffect.ValueMissing, "7"), (problem.Effect, problem.Id)));
    }

    [Fact]
    public void A_given_id_is_kept() => Assert.Equal("x 1", _set.Single("a.json", """{"guid":" x 1 ","text":"t","url":"https://example.org"}""").Id);

    [Theory]
    [InlineData("https://example.org/a?x=1&y=2")]
    [InlineData("http://www.EXAMPLE.org/a/?x=1&y=2#top")]
    [InlineData("https://m.example.org:443/a?utm_source=feed&x=1&y=2&fbclid=3")]
    [InlineData("example.org/a?x=1&y=2")]
    public void Ids_of_one_address_are_the_same_however_it_is_written(string url) =>
        Assert.Equal(
            _set.Single("a.json", """{"text":"one","url":"https://example.org/a?x=1&y=2"}""").Id,
            _set.Single("a.json", $$"""{"text":"two","url":"{{url}}"}""").Id);

    [Fact]
    public void Ids_of_other_addresses_differ()
    {
        string[] urls = ["https://example.org/a", "https://example.org/A", "https://example.org/a?x=1", "https://other.org/a", "https://example.org:8080/a"];
        Assert.Equal(urls.Length, urls.Select(url => _set.Single("a.json", $$"""{"text":"t","url":"{{url}}"}""").Id).Distinct().Count());
    }

    [Fact]
    public void Without_id_and_address_source_title_and_date_tell_articles_apart()
    {
        string Id(string json) => _set.Single("a.json", json).Id;
        string id = Id("""{"source":"S","title":"T","date":"2020-01-02","text":"one"}""");
        Assert.Equal(id, Id("""{"source":"S","title":"T","date":"2 January 2020","text":"the text was edited"}"""));
        Assert.NotEqual(id, Id("""{"source":"S","title":"T","date":"2020-01-03","text":"one"}"""));
        Assert.NotEqual(id, Id("""{"source":"S2","title":"T","date":"2020-01-02","text":"one"}"""));
        Assert.NotEqual(id, Id("""{"source":"S","title":"T2","date":"2020-01-02","text":"one"}"""));
        Assert.NotEqual(Id("""{"title":"Letters","text":"one"}"""), Id("""{"title":"Letters","text":"two"}"""));
        Assert.NotEqual(Id("""{"source":"S","date":"2020","text":"one"}"""), Id("""{"source":"S","date":"2020","text":"two"}"""));
    }

    [Fact]
    public void Topics_are_lists_or_separated_values()
    {
        Assert.Equal(["a b", "c"], _set.Single("a.json", """{"text":"x","tags":"a b, c; C"}""").Topics);
        Assert.Equal(["a", "b, c"], _set.Single("a.json", """{"text":"x","tags":["a","b, c"]}""").Topics);
    }

    [Theory]
    [InlineData("https://www.example.org/x", "example.org")]
    [InlineData("M.example.org", "example.org")]
    [InlineData("news.example.org:8080/a", "news.example.org")]
    [InlineData("m.de", "m.de")]
    public void Hosts_are_bare(string given, string host)
    {
        Assert.True(WebAddress.TryHost(given, out string found));
        Assert.Equal(host, found);
    }
}
