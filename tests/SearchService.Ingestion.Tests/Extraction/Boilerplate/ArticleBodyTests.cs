using SearchService.Ingestion.Extraction.Boilerplate;

namespace SearchService.Ingestion.Tests.Extraction.Boilerplate;

public class ArticleBodyTests
{
    // Paragraphs of an article, each told from the others by its number.
    private static readonly string[] Prose = [.. Enumerable.Range(1, 12).Select(static number =>
        $"The ministers met for the {number}th time on Monday in the harbour town of Vessary, and they agreed on little beyond the date of the next meeting.")];

    [Theory]
    [InlineData("#1 #2 #3|11 Comment(s)|What nonsense, all of it, from the first line down to the very last.|Reply|Well said.|Reply", "#1 #2 #3")]
    [InlineData("#1 #2|Leave a Reply|Your email address will not be published", "#1 #2")]
    [InlineData("#1 #2 #3|Комментарии|#4|Ответить|#5|Ответить|#6|Ответить|#7|Ответить", "#1 #2 #3")]
    [InlineData("5 Comments|#1 #2 #3", "#1 #2 #3")]
    [InlineData("#1 #2 #3|Jane Doe|I don't believe a word of what the harbour master says here, sorry.|Reply|John|Nor I.|Reply", "#1 #2 #3")]
    public void The_article_ends_before_the_comments(string page, string kept) => Assert.Equal(Page(kept), ArticleBody.Of(Page(page)));

    [Theory]
    [InlineData("#1 #2|Related posts|A headline of some other article|Another one of them", "#1 #2")]
    [InlineData("#1|Related posts|A headline of some other article|Another one of them, longer|#2 #3", "#1 #2 #3")]
    [InlineData("#1|Read more: A headline of some other article|#2", "#1 #2")]
    [InlineData("#1|Read more: A headline of some other article|A heading of this one|#2", "#1|A heading of this one|#2")]
    [InlineData("#1|Subscribe to our newsletter|#2", "#1 #2")]
    [InlineData("#1|Subscribe to our newsletter|He shrugged and left the room.|#2", "#1|He shrugged and left the room.|#2")]
    [InlineData("#1 #2|Support Us|A heading that asks|Support|#3", "#1 #2")]
    [InlineData("#1 #2 #3|If you find an error, please select it and press Ctrl+Enter.|#4 #5", "#1 #2 #3")]
    [InlineData("#1 #2|Tags: a, b|#3 #4 #5 #6", "#1 #2 #3 #4 #5 #6")]
    [InlineData("#1 #2|Mon Tues Wed Thurs Fri Sat Sun|12345|6789101112", "#1 #2")]
    public void Other_lines_end_it_only_where_it_does_not_resume(string page, string kept) => Assert.Equal(Page(kept), ArticleBody.Of(Page(page)));

    [Theory]
    [InlineData("A boat in the harbour|A boat in the harbour|#1 #2", "A boat in the harbour|#1 #2")]
    [InlineData("#1 #2|A long caption that tells of a boat in the harbour|#3|A long caption that tells of a boat in the harbour|#4", "#1 #2|A long caption that tells of a boat in the harbour|#3 #4")]
    [InlineData("#1|“they agreed on little beyond the date of the next meeting”|#2", "#1 #2")]
    [InlineData("#1|The ministers met on Monday in the town of Vessary, and they agreed on little...|#2", "#1 #2")]
    [InlineData("#1|Read my lips.|#2|Read my lips.|#3", "#1|Read my lips.|#2|Read my lips.|#3")]
    public void What_repeats_another_paragraph_appears_once(string page, string kept) => Assert.Equal(Page(kept), ArticleBody.Of(Page(page)));

    [Fact]
    public void A_last_name_alone_beside_the_full_one_is_a_caption()
    {
        Assert.Equal(["“No,” said Ottoline Brask.", "He left."], ArticleBody.Of(["“No,” said Ottoline Brask.", "Brask", "He left."]));
        Assert.Equal(["All were appalled.", "Appalled", "He left."], ArticleBody.Of(["All were appalled.", "Appalled", "He left."]));
    }

    [Fact]
    public void An_article_of_prose_alone_stays_as_it_is() => Assert.Equal(Prose, ArticleBody.Of(Prose));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(ArticleBody.Of([]));

    // Lines parted by bars; #n is a paragraph of prose.
    private static List<string> Page(string lines) => [.. lines.Split('|').SelectMany(static line =>
        line.StartsWith('#') ? line.Split(' ').Select(static number => Prose[int.Parse(number.AsSpan(1)) - 1]) : [line])];
}
