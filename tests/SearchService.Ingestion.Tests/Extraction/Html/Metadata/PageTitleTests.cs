using SearchService.Ingestion.Extraction.Html.Metadata;

namespace SearchService.Ingestion.Tests.Extraction.Html.Metadata;

public class PageTitleTests
{
    [Theory]
    [InlineData("Tides rise again | Hill Post", "", "Tides rise again")]
    [InlineData("Tides rise again - Hill Post", "", "Tides rise again")]
    [InlineData("Tides rise again — The Hill Post", "", "Tides rise again")]
    [InlineData("Tides rise again « hillpost.com", "", "Tides rise again")]
    [InlineData("Hill Post: Tides rise again", "", "Tides rise again")]
    [InlineData("Hill Post - Tides rise again", "", "Tides rise again")]
    [InlineData("Tides rise again | Coast | Hill Post", "", "Tides rise again")]
    [InlineData("Tides rise again - Coast - Hill Post", "Tides rise again", "Tides rise again")]
    [InlineData("Tides rise again | Section of news", "", "Tides rise again")]
    [InlineData("Tides - and what they leave behind", "", "Tides - and what they leave behind")]
    [InlineData("Self-made on the quay", "", "Self-made on the quay")]
    [InlineData("Opinion | Why the tides rise again and again", "", "Opinion | Why the tides rise again and again")]
    [InlineData("Opinion | Why the tides rise", "Why the tides rise", "Why the tides rise")]
    [InlineData("Hill Post opens a second quay", "", "Hill Post opens a second quay")]
    [InlineData("Tides rise again and again :: Quay Blogs ::", "Quay Blogs", "Tides rise again and again :: Quay Blogs ::")]
    [InlineData("潮が満ちる_探索者_光明", "潮が満ちる", "潮が満ちる")]
    public void The_name_of_the_outlet_is_no_part_of_the_title(string title, string heading, string expected) =>
        Assert.Equal(expected, PageTitle.WithoutOutlet(title, heading, new SiteNames(["Hill Post"], [])));

    [Fact]
    public void The_host_names_the_outlet_where_nothing_else_does() =>
        Assert.Equal("Tides rise again", PageTitle.WithoutOutlet("Tides rise again - Hillpost", "", new SiteNames([], ["edition.hillpost.co.uk"])));

    [Theory]
    [InlineData("""<meta property="og:title" content="Hill Post"><title>Tides rise again</title>""", "<h1>Hill Post</h1>", "Tides rise again")]
    [InlineData("""<meta property="og:title" content="Tides rise again and leave the…">""", "<h1>Tides rise again and leave the quay dry</h1>", "Tides rise again and leave the quay dry")]
    [InlineData("<title>Tides &amp;#8217;22: &lt;em&gt;again&lt;/em&gt;</title>", "", "Tides ’22: again")]
    [InlineData("<title>Tides rise again | Hill Post</title>", "<h1>Menu</h1><h2>Tides rise again</h2>", "Tides rise again")]
    [InlineData("<title>Hill Post</title>", "<h1>Tides rise again</h1>", "Tides rise again")]
    [InlineData("<title>Hill Post</title>", "", "Hill Post")]
    public void The_headline_is_what_is_left(string head, string body, string expected) =>
        Assert.Equal(expected, Pages.Read("""<meta property="og:site_name" content="Hill Post">""" + head, body).Title);
}
