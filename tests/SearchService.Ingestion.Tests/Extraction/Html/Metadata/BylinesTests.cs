using SearchService.Ingestion.Extraction.Html.Metadata;

namespace SearchService.Ingestion.Tests.Extraction.Html.Metadata;

public class BylinesTests
{
    private static readonly SiteNames Site = new(["The Hill Post"], ["hillpost.example"]);

    [Theory]
    [InlineData("Ann Lee", "Ann Lee")]
    [InlineData("By Ann Lee and Bob Roe", "Ann Lee;Bob Roe")]
    [InlineData("By Ann Lee, Bob Roe & Cy Poe", "Ann Lee;Bob Roe;Cy Poe")]
    [InlineData("Ann Lee, Staff Writer", "Ann Lee")]
    [InlineData("Ann Lee Senior Political Correspondent", "Ann Lee")]
    [InlineData("By Ann Lee in Westhaven", "Ann Lee")]
    [InlineData("Ann Lee (Westhaven)", "Ann Lee")]
    [InlineData("Ann Lee - Harbour desk", "Ann Lee")]
    [InlineData("Ann Lee, Hill Post", "Ann Lee")]
    [InlineData("By Ann Lee ann.lee@hillpost.example", "Ann Lee")]
    [InlineData("By\nAnn Lee", "Ann Lee")]
    [InlineData("Par Ann Lee", "Ann Lee")]
    [InlineData("Автор: Юрий Ким", "Юрий Ким")]
    [InlineData("Bruno (Henrique) Rodrigues", "Bruno (Henrique) Rodrigues")]
    [InlineData("Staff writer", "")]
    [InlineData("Science Editor", "")]
    [InlineData("The Hill Post", "")]
    [InlineData("hillpost.example", "")]
    [InlineData("https://facebook.com/ann.lee", "")]
    [InlineData("@annlee", "")]
    [InlineData("admin", "")]
    [InlineData("No Author", "")]
    [InlineData("Follow us", "")]
    [InlineData("Food and Drug Administration", "Food and Drug Administration")]
    public void Names_are_what_is_left_of_a_byline(string byline, string names) =>
        Assert.Equal(names, string.Join(';', Bylines.Names([byline], Site)));

    [Theory]
    [InlineData("""<div class="byline"><span>By <a rel="author" href="/author/ann">Ann Lee</a></span> and <a rel="author" href="/author/bob">Bob Roe</a> <span>13 Jan 2022</span></div>""", "Ann Lee;Bob Roe")]
    [InlineData("""<div class="article-author">By Ann Lee22 Dec 2016 651</div>""", "Ann Lee")]
    [InlineData("""<p>By Ann Lee, Thursday, January 13, 2022</p>""", "Ann Lee")]
    [InlineData("""<p>By the sea there is a quay</p>""", "")]
    [InlineData("""<div class="author"><img class="author-avatar"><div>Ann Lee</div><div>Staff Writer</div></div>""", "Ann Lee")]
    [InlineData("""<a href="/authors/ann-lee">Ann Lee</a>""", "Ann Lee")]
    [InlineData("""<div class="comments"><span class="author">Grumbler Joe</span></div>""", "")]
    [InlineData("""<aside><a rel="author" href="/author/bob">Bob Roe</a></aside><footer class="author">Cy Poe</footer>""", "")]
    public void A_byline_is_found_under_the_headline(string html, string names) =>
        Assert.Equal(names, string.Join(';', Pages.Read("<title>Tides rise again</title>", $"<article><h1>Tides rise again</h1>{html}<p>The tide came in.</p></article>").Authors));
}
