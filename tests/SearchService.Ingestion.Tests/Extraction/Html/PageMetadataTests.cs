using SearchService.Core.Articles;
using SearchService.Ingestion.Extraction;
using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests.Extraction.Html;

public sealed class PageMetadataTests : IDisposable
{
    private const string JsonLd = """
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferries stop","author":{"name":"Ann Lee"},"datePublished":"2022-01-13T08:00:00+01:00",
        "publisher":{"name":"Hill Post"},"inLanguage":"en-IE","url":"https://hill.example/2022/ferries"}</script>
        """;

    private const string OpenGraph = """
        <meta property="og:title" content="Ferries halted"><meta property="article:author" content="Bob Roe"><meta property="article:published_time" content="2022-01-14">
        <meta property="og:site_name" content="The Hill"><meta property="og:url" content="https://hill.example/og"><meta property="og:locale" content="fr_FR">
        """;

    private const string Meta = """
        <meta name="dc.title" content="No more ferries"><meta name="author" content="Cy Poe"><meta name="date" content="15 January 2022">
        <meta name="application-name" content="Hill App"><meta http-equiv="Content-Language" content="de">
        """;

    private readonly ArticleSet _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData(JsonLd + OpenGraph + Meta, "The ferries stop", "Ann Lee", "2022-01-13", "Hill Post", ValueOrigin.JsonLd)]
    [InlineData(OpenGraph + Meta, "Ferries halted", "Bob Roe", "2022-01-14", "The Hill", ValueOrigin.OpenGraph)]
    [InlineData(Meta, "No more ferries", "Cy Poe", "2022-01-15", "Hill App", ValueOrigin.Meta)]
    public void The_first_place_that_says_a_value_is_asked_first(string head, string title, string author, string date, string site, ValueOrigin origin)
    {
        PageReading page = Pages.Read(head, """<h1>Ferries</h1><p class="byline">By Dee Foe</p><time datetime="2022-01-16">16 January 2022</time>""");
        Assert.Equal((title, date, site), (page.Title, page.Date, page.Source));
        Assert.Equal([author], page.Authors);
        Assert.Equal((origin, origin, origin, origin), (page.From.Title, page.From.Authors, page.From.Date, page.From.Source));
    }

    [Fact]
    public void Microdata_speaks_where_the_head_is_silent()
    {
        PageReading page = Pages.Read(
            "<title>Gulls return to the quay | Hill Post</title>",
            """
            <article itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">Gulls return to the quay</h2>
            <span itemprop="author" itemscope><img alt=""><b itemprop="name">Eve Moe</b>, Hill Post</span><meta itemprop="datePublished" content="2021-05-02">
            <div itemprop="publisher" itemscope><meta itemprop="name" content="Hill Post"></div>
            <div class="comments"><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Grumbler</span><time itemprop="datePublished" datetime="2021-06-01"></time></div></div></article>
            """);
        Assert.Equal(("Gulls return to the quay", "2021-05-02", "Hill Post"), (page.Title, page.Date, page.Source));
        Assert.Equal(["Eve Moe"], page.Authors);
        Assert.Equal((ValueOrigin.Microdata, ValueOrigin.Microdata, ValueOrigin.Microdata), (page.From.Authors, page.From.Date, page.From.Source));
    }

    [Fact]
    public void What_is_not_understood_gives_way_to_the_next_place()
    {
        PageReading page = Pages.Read(
            """
            <script type="application/ld+json">{"@type":"Article","headline":"Tides","datePublished":"0001-01-01T00:00:00","author":{"name":"https://hill.example/ann"}}</script>
            <meta property="article:published_time" content="soon"><meta property="article:author" content="https://facebook.com/ann.lee">
            <meta name="pubdate" content="20220113"><meta name="author" content="ann@hill.example">
            """,
            """<h1>Tides</h1><p>By Ann Lee</p>""");
        Assert.Equal(("2022-01-13", ValueOrigin.Meta), (page.Date, page.From.Date));
        Assert.Equal(["Ann Lee"], page.Authors);
        Assert.Equal(ValueOrigin.Page, page.From.Authors);
    }

    [Fact]
    public void A_date_that_no_place_says_in_a_form_that_is_known_is_reported_once()
    {
        _set.With("a.html", """<html><head><title>Tides</title><meta name="date" content="the day before"></head><body><h1>Tides</h1><p>They rise and they fall.</p></body></html>""");
        ReadOutcome outcome = Assert.Single(_set.Read());
        IngestionProblem problem = Assert.Single(outcome.Problems, static problem => problem.Field == "date");
        Assert.Equal((ProblemCodes.DateNotUnderstood, "the day before"), (problem.Code, problem.Excerpt));
        Assert.Equal("the day before", outcome.Article!.DateAsGiven);
        Assert.Null(outcome.Article.From.Date);
    }

    [Fact]
    public void Published_beats_modified_wherever_they_stand()
    {
        const string Modified = """<meta property="article:modified_time" content="2022-03-01">""";
        Assert.Equal("2022-01-13", Pages.Read(Modified, """<h1>Tides</h1><div class="dateline">13 January 2022</div>""").Date);
        Assert.Equal("2022-03-01", Pages.Read(Modified, "<h1>Tides</h1>").Date);
    }

    [Fact]
    public void The_address_is_the_canonical_one_and_never_that_of_the_whole_site()
    {
        PageReading page = Pages.Read("""<link rel="canonical" href="/2022/tides"><meta property="og:url" content="https://hill.example/og">""", address: "https://m.hill.example/2022/tides?x=1");
        Assert.Equal(("https://m.hill.example/2022/tides", ValueOrigin.Meta), (page.Url, page.From.Url));
        page = Pages.Read("""<link rel="canonical" href="https://hill.example/"><meta property="og:url" content="https://hill.example/og">""");
        Assert.Equal(("https://hill.example/og", ValueOrigin.OpenGraph), (page.Url, page.From.Url));
        Assert.Null(Pages.Read("""<link rel="canonical" href="/2022/tides"><meta property="og:url" content="file:///etc/passwd">""").Url);
        Assert.Equal("https://hill.example/saved", Pages.Read("<!-- saved from url=(0026)https://hill.example/saved --><html><body></body></html>", null, null).Url);
    }

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"Article","inLanguage":"ru-RU"}</script><meta property="og:locale" content="en_US">""", "ru-RU", ValueOrigin.JsonLd)]
    [InlineData("""<meta property="og:locale" content="en_US">""", "de", ValueOrigin.Meta)]
    public void The_language_of_the_document_beats_that_of_the_site(string head, string language, ValueOrigin origin)
    {
        PageReading page = Pages.Read(head, language: "de");
        Assert.Equal((language, origin), (page.Language, page.From.Language));
    }

    [Fact]
    public void A_language_that_is_none_gives_way_to_the_next_place() =>
        Assert.Equal(("fr_FR", ValueOrigin.OpenGraph), Pages.Read("""<meta property="og:locale" content="fr_FR">""", language: "default") is var page ? (page.Language, page.From.Language) : default);

    [Fact]
    public void Sections_come_first_and_topics_of_one_place_follow()
    {
        PageReading page = Pages.Read(
            """
            <meta property="article:section" content="Coast"><meta property="article:tag" content="Tides"><meta property="article:tag" content="tides"><meta property="article:tag" content="Law &amp;amp; Order">
            <meta name="news_keywords" content="spam, more spam">
            """);
        Assert.Equal(["Coast", "Tides", "Law & Order"], page.Topics);
    }

    [Theory]
    [InlineData("""<meta property="og:site_name" content="Harbour-Gazette">""", null, ValueOrigin.OpenGraph)]
    [InlineData("""<meta property="og:site_name" content="HG Online"><link rel="canonical" href="https://uk.harbour.example:8080/1">""", null, ValueOrigin.Registry)]
    [InlineData("", "https://amp.harbour.example/1", ValueOrigin.Registry)]
    public void The_registry_knows_an_outlet_by_name_or_by_host(string head, string? address, ValueOrigin origin)
    {
        OutletRegistry registry = Registry("outlet,domains,country,stance\nHarbour Gazette,harbour.example,GB,neutral\n");
        _set.Options = _set.Options with { Outlets = registry };
        PageReading page = Pages.Read(head, registry: registry, address: address);
        Assert.Equal(("Harbour Gazette", origin), (page.Outlet?.Name, page.From.Source));
        if (address is null)
        {
            Article article = _set.Single("a.html", $"<html><head>{head}<title>Tides</title></head><body>Text.</body></html>");
            Assert.Equal(("Harbour Gazette", "GB", origin, ValueOrigin.Registry), (article.Source, article.Country, article.From.Source, article.From.Country));
        }
    }

    [Fact]
    public void Where_each_value_came_from_reaches_the_article()
    {
        Article article = _set.Single("a.html", $"""<html lang="de"><head>{OpenGraph}<meta name="author" content="Cy Poe"></head><body><h1>Ferries</h1><p>They lie at the quay.</p></body></html>""");
        Assert.Equal(
            new ArticleOrigins
            {
                Title = ValueOrigin.OpenGraph,
                Url = ValueOrigin.OpenGraph,
                Source = ValueOrigin.OpenGraph,
                Date = ValueOrigin.OpenGraph,
                Authors = ValueOrigin.OpenGraph,
                Language = ValueOrigin.Meta,
            },
            article.From);
        Assert.Equal(("de", "https://hill.example/og", null), (article.Language, article.Url, article.Country));
    }

    private OutletRegistry Registry(string csv) => OutletRegistryReader.Read(_set.With("../" + Path.GetFileName(_set.Folder) + ".csv", csv).PathOf("../" + Path.GetFileName(_set.Folder) + ".csv"), static _ => { });
}
