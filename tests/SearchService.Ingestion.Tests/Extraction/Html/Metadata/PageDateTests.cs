using SearchService.Core.Articles;
using SearchService.Ingestion.Extraction;
using SearchService.Ingestion.Extraction.Html.Metadata;

namespace SearchService.Ingestion.Tests.Extraction.Html.Metadata;

public class PageDateTests
{
    private const string Title = "<title>Tides rise again</title>";

    [Fact]
    public void Times_of_comments_and_related_articles_do_not_win()
    {
        PageReading page = Pages.Read(
            Title,
            """
            <header><time datetime="2024-06-15">Today</time></header>
            <div class="related-stories"><time datetime="2024-01-01">1 January</time></div>
            <main><article><h1>Tides rise again</h1><div class="meta"><span>Updated</span> <time datetime="2022-02-01">1 Feb</time> <time datetime="2022-01-13T10:00Z">13 Jan</time></div></article>
            <article class="card"><time datetime="2023-01-01"></time></article>
            <section id="comments"><time datetime="2022-05-05"></time></section></main>
            """);
        Assert.Equal(("2022-01-13", ValueOrigin.TimeElement), (page.Date, page.From.Date));
    }

    [Fact]
    public void Without_any_other_a_time_of_a_change_is_the_date() =>
        Assert.Equal("2022-02-01", Pages.Read(Title, """<h1>Tides rise again</h1><p>Updated: <time datetime="2022-02-01">1 Feb</time></p>""").Date);

    [Theory]
    [InlineData("""<span class="entry-date">13 January 2022</span>""")]
    [InlineData("""<p>By Ann Lee | January 13, 2022 | 3:45 PM</p>""")]
    [InlineData("""<p>Published: 13 January 2022, 10:00 GMT. Updated: 14 January 2022</p>""")]
    [InlineData("""<p>Last updated 14 January 2022 · First published 13 January 2022</p>""")]
    [InlineData("""<p>The 1 of 3 parts</p><div><time>13 Jan 2022</time></div>""")]
    public void A_date_shown_near_the_headline_is_the_date(string html)
    {
        PageReading page = Pages.Read(Title, $"<article><h1>Tides rise again</h1>{html}<p>On 3 March 2020 the tide came in.</p></article>");
        Assert.Equal(("2022-01-13", ValueOrigin.Page), (page.Date, page.From.Date));
    }

    [Fact]
    public void The_address_tells_the_day_where_the_page_does_not()
    {
        Assert.Equal("2022-01-13", Pages.Read("""<link rel="canonical" href="https://hill.example/2022/01/13/tides">""").Date);
        Assert.Null(Pages.Read("""<link rel="canonical" href="https://hill.example/2022/13/13/tides">""").Date);
    }

    [Theory]
    [InlineData("en-US", "2017-04-05")]
    [InlineData("en-GB", "2017-05-04")]
    [InlineData("fr", "2017-05-04")]
    [InlineData("en", "04/05/2017")]
    public void Day_and_month_are_told_apart_by_the_region_of_the_page(string language, string date) =>
        Assert.Equal(date, Pages.Read("""<meta name="date" content="04/05/2017">""", language: language).Date);

    [Fact]
    public void Another_place_of_the_page_tells_day_and_month_apart() =>
        Assert.Equal("2017-04-05", Pages.Read("""<meta name="date" content="04/05/2017">""", """<h1>Tides</h1><p>5 April 2017</p>""", language: "en").Date);

    [Theory]
    [InlineData("2022-01-14T03:00:00Z", "13 January 2022", "2022-01-13", ValueOrigin.Page)]
    [InlineData("2022-01-14T03:00:00+00:00", "Updated 13 January 2022", "2022-01-14", ValueOrigin.OpenGraph)]
    [InlineData("2022-01-14T03:00:00Z", "10 January 2022", "2022-01-14", ValueOrigin.OpenGraph)]
    [InlineData("2022-01-14T03:00:00-05:00", "13 January 2022", "2022-01-14", ValueOrigin.OpenGraph)]
    [InlineData("2022-01-14", "13 January 2022", "2022-01-14", ValueOrigin.OpenGraph)]
    public void The_day_that_is_printed_beats_that_of_Greenwich_beside_it(string said, string shown, string date, ValueOrigin origin)
    {
        PageReading page = Pages.Read($"""<meta property="article:published_time" content="{said}">""", $"<h1>Tides rise</h1><p>{shown}</p>");
        Assert.Equal((date, origin), (page.Date, page.From.Date));
    }

    [Fact]
    public void A_year_alone_gives_way_to_a_day_in_it_and_to_no_other()
    {
        const string Year = """<meta name="citation_date" content="2017">""";
        Assert.Equal("2017-04-05", Pages.Read(Year, "<h1>Tides</h1><p>5 April 2017</p>").Date);
        Assert.Equal("2017", Pages.Read(Year, "<h1>Tides</h1><p>5 April 2019</p>").Date);
    }

    [Theory]
    [InlineData("Candidates of 2022 debate", false)]
    [InlineData("Chapter 12 of 24", false)]
    [InlineData("Westhaven, 13.01.2022 01:36", true)]
    public void Only_a_whole_day_in_a_line_is_a_date(string line, bool found) => Assert.Equal(found, DateSearch.TryFind(line, Pages.Dates, out _, out _));
}
