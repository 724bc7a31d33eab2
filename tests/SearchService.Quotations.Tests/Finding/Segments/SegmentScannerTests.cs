using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Tests.Finding.Segments;

public sealed class SegmentScannerTests
{
    [Theory]
    [InlineData("He said “the tide is out” twice.")]
    [InlineData("He said \"the tide is out\" twice.")]
    [InlineData("He said «the tide is out» twice.")]
    [InlineData("He said »the tide is out« twice.")]
    [InlineData("He said „the tide is out“ twice.")]
    [InlineData("He said „the tide is out” twice.")]
    [InlineData("He said ”the tide is out” twice.")]
    [InlineData("He said “the tide is out\" twice.")]
    [InlineData("He said \"the tide is out” twice.")]
    [InlineData("He said ‘the tide is out’ twice.")]
    [InlineData("He said 'the tide is out' twice.")]
    [InlineData("He said 「the tide is out」 twice.")]
    [InlineData("He said ‹the tide is out› twice.")]
    [InlineData("He said \u200F\"\u200Fthe tide is out\u200F\"\u200F twice.")]
    public void Marks_of_any_style_stand_around_words(string text) => Assert.Equal(["the tide is out"], Inside(text));

    [Theory]
    [InlineData("The crabs' shells and the boats' hulls weren't Ott's.")]
    [InlineData("Give 'em the '90s, rock 'n' roll.")]
    [InlineData("He is 6'2\" tall and has a 27\" screen.")]
    [InlineData("<p class=\"a\" id=\"b\">Nothing</p>")]
    public void Apostrophes_inches_and_attributes_are_no_quotation_marks(string text) => Assert.Empty(Inside(text));

    [Fact]
    public void An_apostrophe_inside_single_marks_closes_nothing()
    {
        Assert.Equal(["It’s the boats’ hulls, isn’t it?"], Inside("‘It’s the boats’ hulls, isn’t it?’ said Ott."));
        Assert.Equal(["It's the boats' hulls, isn't it?"], Inside("'It's the boats' hulls, isn't it?' said Ott."));
    }

    [Fact]
    public void The_outermost_marks_count()
    {
        Assert.Equal(["He said “never” to me, and “always”."], Inside("“He said “never” to me, and “always”.”"));
        Assert.Equal(["He said ‘never’ to me"], Inside("“He said ‘never’ to me”, she said."));
        Assert.Equal(["He said “never” to me"], Inside("‘He said “never” to me’, she said."));
        Assert.Equal(["Он сказал „никогда“ мне"], Inside("«Он сказал „никогда“ мне», — сказала она."));
    }

    [Fact]
    public void A_forgotten_mark_costs_one_sentence()
    {
        Assert.Equal(["The tide is out, he said.", "Go home,"], Inside("“The tide is out, he said. He left. “Go home,” she said."));
    }

    [Fact]
    public void What_is_never_closed_ends_with_its_paragraph()
    {
        Assert.Equal(["The tide is out."], Inside("He said: “The tide is out.\n\nNobody answered."));
    }

    [Fact]
    public void A_quotation_goes_on_where_the_next_paragraph_repeats_the_mark()
    {
        List<QuotedSegment> segments = Scan("“The tide is out.\n\n“So are the boats.\n\n“All of them,” said Ott.", out _);
        Assert.Equal([false, true, true], segments.Select(static segment => segment.Continues));
        Assert.Equal([false, false, true], segments.Select(static segment => segment.Closed));
    }

    [Fact]
    public void A_paragraph_that_begins_with_another_mark_doesnt_go_on()
    {
        List<QuotedSegment> segments = Scan("\"The tide is out.\n\n“So are the boats,” said Ott.", out _);
        Assert.Equal([false, false], segments.Select(static segment => segment.Continues));
    }

    [Fact]
    public void A_quotation_goes_on_where_the_next_paragraph_only_closes_it()
    {
        List<QuotedSegment> segments = Scan("“The tide is out.\n\nSo are the boats,” said Ott.", out ArticleTokens tokens);
        Assert.Equal(2, segments.Count);
        Assert.True(segments[1].Continues);
        Assert.Equal("So are the boats,", Words(tokens, segments[1]));
    }

    [Fact]
    public void A_closing_mark_that_nothing_opened_ends_what_began_with_a_sentence()
    {
        Assert.Equal(["The tide is out.", "Everybody knows it."], Inside("Ott said, “The tide is out.” Everybody knows it.” He left."));
        Assert.Equal(["The tide is out,", "Everybody knows it."], Inside("“The tide is out,” said Ott. Everybody knows it.” He left."));
        Assert.Equal(["The tide"], Inside("“The tide” is out” again."));
    }

    [Fact]
    public void Marks_within_a_paragraph_dont_reach_the_next()
    {
        Assert.Equal(["One", "Two"], Inside("He said “One” there.\n\nHe said “Two” here."));
    }

    private static List<QuotedSegment> Scan(string text, out ArticleTokens tokens)
    {
        tokens = new ArticleTokens();
        tokens.Read(text);
        SegmentScanner scanner = new();
        scanner.Read(tokens, QuotationLanguage.Of("en"));
        return scanner.Segments;
    }

    private static string[] Inside(string text)
    {
        List<QuotedSegment> segments = Scan(text, out ArticleTokens tokens);
        return [.. segments.Select(segment => Words(tokens, segment))];
    }

    private static string Words(ArticleTokens tokens, QuotedSegment segment) => tokens.Of(new TokenRange(segment.InnerStart, segment.InnerEnd)).ToString();
}
