using SearchService.Ingestion.Extraction;

namespace SearchService.Ingestion.Tests.Extraction.Html.Metadata;

public class JsonLdTests
{
    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"Tides","author":"Ann Lee"}""")]
    [InlineData("""[{"@type":"WebSite","name":"Hill"},{"@type":["Thing","http://schema.org/ReportageNewsArticle"],"headline":"Tides","author":["Ann Lee"]}]""")]
    [InlineData("""{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"Tides","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ann Lee"}]}""")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","headline":"Tides","author":[{"@type":"Person","name":["Ann Lee"]}]}}""")]
    [InlineData("""{"@type":"Article","headline":{"@value":"Tides"},"author":{"@type":"Person","givenName":"Ann","familyName":"Lee"}}""")]
    [InlineData("""{"@type":"Article","headline":"The tides of the year","name":"Tides","creator":"Ann Lee"}""")]
    public void The_article_is_found_in_whatever_it_is_wrapped(string json)
    {
        PageReading page = Pages.ReadJsonLd(json, "<h1>Tides</h1>");
        Assert.Equal("Tides", page.Title);
        Assert.Equal(["Ann Lee"], page.Authors);
    }

    [Fact]
    public void Of_several_articles_the_one_of_this_page_is_taken()
    {
        const string Json = """
            [{"@type":"NewsArticle","headline":"Another one","url":"https://hill.example/2","datePublished":"2020-01-01"},
             {"@type":"NewsArticle","headline":"Tides","url":"https://hill.example/1","datePublished":"2021-01-01"}]
            """;
        Assert.Equal("2021-01-01", Pages.ReadJsonLd(Json, "<h1>Tides</h1>").Date);
        Assert.Equal("2021-01-01", Pages.Read($"""<link rel="canonical" href="https://hill.example/1"><script type="application/ld+json">{Json}</script>""").Date);
    }

    [Fact]
    public void Articles_of_a_list_of_others_are_not_the_page()
    {
        PageReading page = Pages.ReadJsonLd(
            """{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another","datePublished":"2020-01-01","author":"Bob Roe"}]}""", "<h1>Tides</h1>");
        Assert.Equal(("Tides", null), (page.Title, page.Date));
        Assert.Empty(page.Authors);
    }

    [Fact]
    public void The_page_itself_adds_what_the_article_lacks()
    {
        PageReading page = Pages.ReadJsonLd(
            """{"@graph":[{"@type":"WebPage","datePublished":"2021-03-04","inLanguage":"pt-BR","url":"https://hill.example/1"},{"@type":"Article","headline":"Tides"},{"@type":"WebSite","name":"Hill Post"}]}""");
        Assert.Equal(("2021-03-04", "pt-BR", "https://hill.example/1", "Hill Post"), (page.Date, page.Language, page.Url, page.Source));
    }

    [Theory]
    [InlineData("""<!-- {"@type":"Article","headline":"Tides","author":"Ann Lee"} -->""")]
    [InlineData("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Tides\",\"author\":\"Ann Lee\"}\n//]]>")]
    [InlineData("""{"@type":"Article","headline":"Tides",,"author":["Ann Lee",],}""")]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"Tides\",\"description\":\"Two\nlines\tand a \\' quote\",\"author\":\"Ann Lee\"};")]
    [InlineData("""{"@type":"Article","description":"He said "no" to it","headline":"Tides","author":"Ann Lee"}""")]
    [InlineData("""{"@type":"Article","headline":"Tides","author":[{"name":"Ann Lee"},{"name":""")]
    [InlineData("""{"@type":"Article","headline":"Tides","author":"Ann Lee"}{"@type":"Organization"}""")]
    [InlineData("""/* made by hand */ {"@type":"Article", /* here */ "headline":"Tides","author":"Ann Lee"}""")]
    public void Broken_json_gives_what_it_can(string json)
    {
        PageReading page = Pages.ReadJsonLd(json, "<h1>Other</h1>");
        Assert.Equal("Tides", page.Title);
        Assert.Equal(["Ann Lee"], page.Authors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[[[[[[[[[[[[[[[[{\"@type\":\"Article\",\"headline\":\"Deep\"}]]]]]]]]]]]]]]]]")]
    [InlineData("\"@type\"")]
    [InlineData("{\"@type\":{\"@type\":{\"a\":1}},\"headline\":7}")]
    [InlineData("}{][")]
    [InlineData("{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\",\"name\":{\"@id\":\"#a\"}}}")]
    public void What_is_no_article_is_passed_over(string json) => Assert.Equal("Tides", Pages.ReadJsonLd(json, "<h1>Tides</h1>").Title);

    [Fact]
    public void Json_of_a_hundred_thousand_levels_ends_in_nothing()
    {
        string json = string.Concat(Enumerable.Repeat("{\"mainEntity\":[", 100_000)) + "1";
        Assert.Equal("Tides", Pages.ReadJsonLd(json, "<h1>Tides</h1>").Title);
    }

    [Fact]
    public void References_that_go_round_in_circles_end() =>
        Assert.Empty(Pages.ReadJsonLd("""{"@graph":[{"@type":"Article","headline":"Tides","author":{"@id":"#a"}},{"@id":"#a","x":1,"name":{"@id":"#b"}},{"@id":"#b","x":1,"name":{"@id":"#a"}}]}""").Authors);
}
