using System.Text;
using SearchService.Ingestion.Extraction.Html;

namespace SearchService.Ingestion.Tests.Extraction.Html;

/// <summary>Pages that are made, or broken, to exhaust their reader.</summary>
public sealed class HostilePageTests
{
    [Theory]
    [InlineData("div")]
    [InlineData("b")]
    [InlineData("table")]
    [InlineData("blockquote")]
    public void As_many_nested_tags_as_are_parsed_don_t_overflow_the_stack(string tag)
    {
        StringBuilder page = new();
        for (int i = 0; i < IngestionLimits.Default.PageDepth; i++)
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
    public void A_template_is_measured_before_it_is_parsed() =>
        Assert.Equal("", NewsPages.TextOf($"<body><script type='text/template'>{string.Concat(Enumerable.Repeat("<b>", 50_000))}{NewsPages.Article}</script></body>"));

    [Fact]
    public void A_fragment_is_measured_before_it_is_parsed() =>
        Assert.Equal("", HtmlFragment.TextOf(string.Concat(Enumerable.Repeat("<div>", 50_000)) + NewsPages.Article));
}
