using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Tests.Articles;

public class TextNormalizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One.", "One.")]
    [InlineData("One.\n\nTwo.", "One.\n\nTwo.")]
    [InlineData("One.\nTwo.", "One.\n\nTwo.")]
    [InlineData("One.\r\nTwo.\rThree.", "One.\n\nTwo.\n\nThree.")]
    [InlineData("\n\n One. \n \t\n\u00A0\n\n Two.\n\n", "One.\n\nTwo.")]
    [InlineData("One.\u2029Two.\u2028Three.", "One.\n\nTwo.\n\nThree.")]
    [InlineData("One\0 \u0007two\u200B\n\u200B\nthree", "One two\n\nthree")]
    [InlineData("\uFEFFOne \uFEFFtwo", "One two")]
    [InlineData("tab\there", "tab here")]
    [InlineData("e\u0301 stays decomposed, “quotes” stay", "e\u0301 stays decomposed, “quotes” stay")]
    public void Paragraphs_are_joined_by_one_empty_line(string text, string expected) => Assert.Equal(expected, TextNormalizer.Paragraphs(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("a\uFFFDb😀\uFFFD", TextNormalizer.Paragraphs("a\ud800b😀\ude00"));
        Assert.Equal("a\uFFFDb😀\uFFFD", TextNormalizer.Line("a\ud800b😀\ude00"));
    }

    [Fact]
    public void A_text_that_is_as_it_should_be_is_not_copied()
    {
        string text = "One.\n\nTwo 😀.";
        Assert.Same(text, TextNormalizer.Paragraphs(text));
        Assert.Same("A title", TextNormalizer.Line("A title"));
    }

    [Fact]
    public void Lines_wrapped_at_a_width_are_joined_within_paragraphs()
    {
        const string text = """
            The ministers of the three countries met on Monday in the old
            harbour town and agreed, after a night of talks, that the strait
            would stay open to ships of all flags until the end of the year,
            whatever the courts say.

            A second paragraph follows that is also long enough for the lines
            to be wrapped by whatever wrote them.
            """;
        string normal = TextNormalizer.Paragraphs(text);
        Assert.Equal(2, normal.Split("\n\n").Length);
        Assert.Contains("in the old harbour town", normal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', normal.Split("\n\n")[0]);
    }

    [Fact]
    public void Short_lines_that_are_no_wrapped_text_stay_paragraphs()
    {
        const string text = "The title of a page\nBy somebody\nMonday\nA line of text that is somewhat longer than the others\nReply\nShare";
        Assert.Equal(6, TextNormalizer.Paragraphs(text).Split("\n\n").Length);
    }

    [Fact]
    public void Long_lines_stay_paragraphs()
    {
        string line = string.Concat(Enumerable.Repeat("words and more words ", 12)).Trim();
        Assert.Equal(4, TextNormalizer.Paragraphs(string.Join('\n', line, line, line, line)).Split("\n\n").Length);
    }

    [Theory]
    [InlineData("  A  title\n of\ttwo \u00A0lines ", "A title of two lines")]
    [InlineData("A\0B", "AB")]
    [InlineData(" \n ", "")]
    public void A_value_of_one_line_has_single_spaces(string value, string expected) => Assert.Equal(expected, TextNormalizer.Line(value));

    [Fact]
    public void Normalising_twice_changes_nothing_and_loses_no_letter()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        const string alphabet = "abcdefgh .,\n\n\r\t\u00A0\u2028\0\uFEFF“”é\u200B";
        for (int i = 0; i < 3000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            string once = TextNormalizer.Paragraphs(text);
            Assert.Equal(once, TextNormalizer.Paragraphs(once));
            Assert.Equal(text.Where(char.IsLetter), once.Where(char.IsLetter));
            Assert.False(once.Contains("\n\n\n", StringComparison.Ordinal));
        }
    }
}
