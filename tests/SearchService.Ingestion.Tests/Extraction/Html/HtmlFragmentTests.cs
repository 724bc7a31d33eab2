using SearchService.Ingestion.Extraction.Html;

namespace SearchService.Ingestion.Tests.Extraction.Html;

/// <summary>A piece of HTML that is an article and nothing else becomes its text.</summary>
public sealed class HtmlFragmentTests
{
    [Theory]
    [InlineData("no markup at all", "no markup at all")]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("one<br><br>two<br>still two", "one\n\ntwo still two")]
    [InlineData("un<b>believ</b>able <i>news</i>, <a href='x'>said</a> he.", "unbelievable news, said he.")]
    [InlineData("<p>  white \n\t space&nbsp; is  one </p>", "white space is one")]
    [InlineData("soft&shy;ened and zero&#8203;width", "softened and zerowidth")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo")]
    [InlineData("<div>before<p>inside</p>after</div>", "before\n\ninside\n\nafter")]
    [InlineData("<table><tr><td>Vellmar</td><td>3</td></tr><tr><td>Ostermar</td><td>1</td></tr></table>", "Vellmar 3\n\nOstermar 1")]
    [InlineData("<p>kept</p><script>not()</script><style>p{}</style><p>too</p>", "kept\n\ntoo")]
    [InlineData("<a href='x'><h2>A heading in a link</h2></a><p>text</p>", "A heading in a link\n\ntext")]
    [InlineData("<pre>first line\nsecond line\n\nnext paragraph</pre>", "first line second line\n\nnext paragraph")]
    [InlineData("&lt;p&gt; is a tag", "<p> is a tag")]
    [InlineData("", "")]
    public void Blocks_are_paragraphs_and_what_is_within_a_line_joins_its_words(string html, string text) => Assert.Equal(text, HtmlFragment.TextOf(html));
}
