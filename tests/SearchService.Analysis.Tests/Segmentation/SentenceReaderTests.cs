using System.Globalization;

using SearchService.Analysis.Segmentation;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Segmentation;

public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData("It rained. It stopped.", "It rained.|It stopped.")]
    [InlineData("It cost $3.50. He paid.", "It cost $3.50.|He paid.")]
    [InlineData("“We will stay,” she said. “Or not?” Nobody knew.", "“We will stay,” she said.|“Or not?”|Nobody knew.")]
    [InlineData("“Stop!” he cried. Then he ran.", "“Stop!” he cried.|Then he ran.")]
    [InlineData("Is it?! Yes... No.", "Is it?!|Yes...|No.")]
    [InlineData("He left (by train.) She stayed.", "He left (by train.)|She stayed.")]
    [InlineData("他来了。她走了。", "他来了。|她走了。")]
    public void A_sentence_ends_with_its_terminator_and_closing_marks(string text, string sentences) =>
        Assert.Equal(sentences, Joined(text));

    [Theory]
    [InlineData("Mr. Aman met Dr. Oz. They spoke.", "Mr. Aman met Dr. Oz.|They spoke.")]
    [InlineData("Sen. Ann B. Carter, R-Fla., left.", "Sen. Ann B. Carter, R-Fla., left.")]
    [InlineData("The U.S. Army left the U.S. The talks went on.", "The U.S. Army left the U.S.|The talks went on.")]
    [InlineData("It began on Jan. 5. It ended in Feb. Nobody came.", "It began on Jan. 5.|It ended in Feb.|Nobody came.")]
    [InlineData("Room No. 10 is his. He said no. Ten came.", "Room No. 10 is his.|He said no.|Ten came.")]
    [InlineData("J. A. Smith Jr. Foundation", "J. A. Smith Jr. Foundation")]
    [InlineData("It opens at 9 a.m. Monday. Acme Inc. The end.", "It opens at 9 a.m. Monday.|Acme Inc.|The end.")]
    [InlineData("1. The first.\n2. The second.", "1. The first.|2. The second.")]
    [InlineData("They live in the U.S. “We stay.”", "They live in the U.S.|“We stay.”")]
    public void An_abbreviation_or_initial_ends_no_sentence_unless_one_begins(string text, string sentences) =>
        Assert.Equal(sentences, Joined(text));

    [Theory]
    [InlineData("A headline\n\nA text", "A headline|A text")]
    [InlineData("A headline\nA text", "A headline|A text")]
    [InlineData("A line that is\nwrapped. Next.", "A line that is\nwrapped.|Next.")]
    [InlineData("a paragraph\n\nwithout capitals", "a paragraph|without capitals")]
    [InlineData("a paragraph\r\n \r\nwithout capitals", "a paragraph|without capitals")]
    [InlineData("See Mr.\n\nSmith", "See Mr.|Smith")]
    public void An_empty_line_always_ends_a_sentence_and_a_wrapped_line_does_not(string text, string sentences) =>
        Assert.Equal(sentences, Joined(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u00A0\r\n ")]
    public void A_text_without_words_has_no_sentences(string text) => Assert.Equal("", Joined(text));

    [Fact]
    public void Every_line_of_the_Unicode_sentence_break_test_holds()
    {
        foreach ((string text, int[] boundaries, string line) in BreakTestFile.Read("SentenceBreakTest.txt"))
        {
            var ends = new List<int>();
            for (int at = 0; at < text.Length;)
            {
                at = SentenceBoundaries.Next(text, at, out _);
                ends.Add(at);
            }

            Assert.True(boundaries.SequenceEqual(ends), line);
        }
    }

    [Fact]
    public void Sentences_hold_all_but_white_space_in_order_and_divide_no_grapheme()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText.Next(random, maxLength: 20, asciiShare: 0.7);
            HashSet<int> graphemes = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
            int last = 0;
            foreach ((int start, int end) in Sentences.Enumerate(text))
            {
                Assert.True(start < end && start >= last, $"'{text}'");
                Assert.True(string.IsNullOrWhiteSpace(text[last..start]), $"'{text}' loses '{text[last..start]}'");
                Assert.False(char.IsWhiteSpace(text[end - 1]), $"'{text}'");
                Assert.True(graphemes.Contains(start) && graphemes.Contains(end), $"'{text}' is cut at {start} or {end}");
                last = end;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[last..]), $"'{text}' loses its end");
        }
    }

    private static string Joined(string text)
    {
        var sentences = new List<string>();
        foreach ((int start, int end) in Sentences.Enumerate(text))
        {
            sentences.Add(text[start..end]);
        }

        return string.Join('|', sentences);
    }
}
