using SearchService.Core.Articles;
using SearchService.Quotations.Finding;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Finding;

/// <summary>Texts that nobody writes, and that come anyway.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public void A_quotation_of_five_megabytes_is_left_out_and_counted()
    {
        string words = string.Concat(Enumerable.Repeat("the tide is out and so are we ", 5_000_000 / 30));
        QuotationReading reading = new QuotationFinder(new QuotationLimits { TextLength = 6_000_000 }).Read($"“{words}it is.” said Ott.", "en");
        Assert.Empty(reading.Quotes);
        Assert.Equal(1, reading.LeftOut);
    }

    [Fact]
    public void What_is_past_the_length_looked_at_is_left_out_and_counted()
    {
        string text = "“The tide is out,” said Mayor Ott.\n\n" + new string('x', 500) + "\n\n“It is back,” said Mayor Ott.";
        QuotationReading reading = new QuotationFinder(new QuotationLimits { TextLength = 100 }).Read(text, "en");
        Assert.Equal(["The tide is out,"], reading.Quotes.Select(static quote => quote.Text));
        Assert.Equal(1, reading.LeftOut);
    }

    [Fact]
    public void Quotations_beyond_the_most_are_left_out_and_counted()
    {
        string text = string.Join("\n\n", Enumerable.Repeat("“The tide is out again this morning,” said Mayor Ott.", 9));
        QuotationReading reading = new QuotationFinder(new QuotationLimits { Quotes = 4 }).Read(text, "en");
        Assert.Equal(4, reading.Quotes.Count);
        Assert.Equal(5, reading.LeftOut);
    }

    [Theory]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("‘")]
    [InlineData("«")]
    [InlineData("” ")]
    [InlineData("=\"")]
    [InlineData("“ \" ‘ « „ ")]
    [InlineData("“he said ")]
    [InlineData("\"he said ")]
    [InlineData(" 'tis the boats' ")]
    [InlineData("“a,” said Ott. ")]
    [InlineData("a “b” ")]
    [InlineData("“a ‘b’ ")]
    [InlineData("\u200F\"")]
    [InlineData("“a.\n\n")]
    [InlineData("said ")]
    [InlineData("Ott, ")]
    public void Twice_the_text_costs_at_most_twice_the_work(string piece)
    {
        long once = Looks(string.Concat(Enumerable.Repeat(piece, 5_000)));
        long twice = Looks(string.Concat(Enumerable.Repeat(piece, 10_000)));
        Assert.True(twice <= (2.1 * once) + 200, $"{once} looks, then {twice}");
    }

    [Theory]
    [InlineData('“', '”')]
    [InlineData('«', '»')]
    [InlineData('(', ')')]
    public void Marks_nested_a_thousand_deep_are_one_quotation(char open, char close)
    {
        string text = $"“The tide {new string(open, 1_000)}is out{new string(close, 1_000)} again today,” said Mayor Ott.";
        Quote quote = Assert.Single(new QuotationFinder().Read(text, "en").Quotes);
        Assert.Equal("Ott", quote.SpeakerAs?[^3..]);
        Assert.StartsWith("The tide", quote.Text, StringComparison.Ordinal);
        Assert.EndsWith("again today,", quote.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("“")]
    [InlineData("“”")]
    [InlineData("“ ”")]
    [InlineData("\uD83D“\uDE00”\uD83D")]
    [InlineData("”“")]
    [InlineData("\n\n\n")]
    [InlineData("“\n\n“\n\n”")]
    [InlineData("\u200F\u200E")]
    public void Texts_without_words_have_no_quotations(string text) => Assert.Empty(new QuotationFinder().Read(text, "en").Quotes);

    [Fact]
    public void Quotations_of_any_text_are_ordered_apart_and_as_written()
    {
        Random random = Seeds.Random();
        string[] pieces =
        [
            "“", "”", "\"", "'", "‘", "’", "«", "»", "„", " ", " ", " ", "\n\n", "\n", ".", ",", "said", " said Ott", "He", "told", "the mayor", "Ott’s", "claim",
            "we", "boats", "according to", "—", ":", "\uD83D", "\u200F", "сказал", "5", "Mr. ",
        ];
        QuotationFinder finder = new();
        for (int round = 0; round < 3_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            int end = 0;
            foreach (Quote quote in finder.Read(text, random.Next(3) switch { 0 => "en", 1 => "ru", _ => null }).Quotes)
            {
                Assert.True(quote.Span.Start >= end && quote.Span.End <= text.Length, text);
                Assert.NotEmpty(quote.Parts);
                Assert.Equal(quote.Span, new TextSpan(quote.Parts[0].Start, quote.Parts[^1].End));
                Assert.Equal(quote.Text, string.Join(' ', quote.Parts.Select(part => text[part.Start..part.End])));
                foreach (TextSpan part in quote.Parts)
                {
                    Assert.True(part.Start >= end && part.End > part.Start, text);
                    end = part.End;
                }

                Assert.Equal(quote.SpeakerAs is null, quote.SpeakerSpan is null);
                if (quote.SpeakerSpan is { } speaker)
                {
                    Assert.Equal(quote.SpeakerAs, text[speaker.Start..speaker.End]);
                    Assert.DoesNotContain(quote.Parts, part => part.Start < speaker.End && part.End > speaker.Start);
                }
            }
        }
    }

    private static long Looks(string text)
    {
        QuotationFinder finder = new();
        finder.Read(text, "en");
        return finder.Looks;
    }
}
