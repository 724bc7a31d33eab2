using System.Text;
using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Tests.Extraction.Html;

/// <summary>Pages that are made, or broken, to exhaust their reader.</summary>
public sealed class HostilePageTests
{
    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("table")]
    [InlineData("blockquote")]
    public void A_hundred_thousand_nested_tags_don_t_overflow_the_stack(string tag)
    {
        StringBuilder page = new();
        for (int i = 0; i < 100_000; i++)
        {
            page.Append('<').Append(tag).Append('>');
        }

        Assert.NotNull(NewsPages.TextOf(page.Append(NewsPages.Article).ToString()));
    }

    [Fact]
    public void The_text_of_a_page_of_a_hundred_thousand_paragraphs_is_all_of_them()
    {
        StringBuilder article = new();
        for (int i = 0; i < 100_000; i++)
        {
            article.Append("<p>Paragraph number ").Append(i).Append(" of an article that is longer than any that a person has ever read.</p>");
        }

        string text = NewsPages.TextOf(NewsPages.Site(article.ToString()));

        Assert.Contains("Paragraph number 0 of", text, StringComparison.Ordinal);
        Assert.Contains("Paragraph number 99999 of", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_are_taken_out_only_where_they_nest_deeper_than_pages_do()
    {
        string wide = string.Concat(Enumerable.Repeat("<div><p>never closed<br></div><script>if (a<b) { c = '<div>'; }</script><!-- <div> -->", 2000));

        Assert.Same(wide, NestingLimit.Apply(wide));
        Assert.Equal(
            string.Concat(Enumerable.Repeat("<b>", 1000)) + "deep" + string.Concat(Enumerable.Repeat("</b>", 1000)),
            NestingLimit.Apply(string.Concat(Enumerable.Repeat("<b>", 1500)) + "deep" + string.Concat(Enumerable.Repeat("</b>", 1500))));
    }
}
