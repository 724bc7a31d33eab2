using SearchService.Core.Articles;
using SearchService.Quotations.Finding;

namespace SearchService.Quotations.Tests.Finding;

public sealed class QuotationFinderTests
{
    [Fact]
    public void A_text_without_quotation_marks_has_no_quotations()
    {
        QuotationReading reading = new QuotationFinder().Read("The harbour was closed for the night.", "en");
        Assert.Empty(reading.Quotes);
        Assert.Equal(0, reading.LeftOut);
    }

    [Theory]
    [InlineData("“The harbour is closed tonight,” said Ott.", "Ott", "said")]
    [InlineData("“The harbour is closed tonight,” Ott said.", "Ott", "said")]
    [InlineData("“The harbour is closed tonight,” she said.", "she", "said")]
    [InlineData("Ott said: “The harbour is closed tonight.”", "Ott", "said")]
    [InlineData("Harbour master Jan Ott told reporters, “The harbour is closed tonight.”", "Jan Ott", "told reporters")]
    [InlineData("“The harbour is closed tonight,” the mayor wrote on his blog.", "the mayor", "wrote on his blog")]
    [InlineData("“The harbour is closed tonight,” federal officials tweeted.", "federal officials", "tweeted")]
    [InlineData("“The harbour is closed tonight,” Ott, who has run it for years, said.", "Ott", "said")]
    [InlineData("‘The harbour is closed tonight, it’s true,’ said Ott.", "Ott", "said")]
    [InlineData("The harbour, according to Ott, “is a place that nobody should enter tonight.”", "Ott", "according to")]
    public void The_speaker_stands_before_or_after(string text, string speaker, string cue)
    {
        Quote quote = Only(text, "en");
        Assert.EndsWith(speaker, quote.SpeakerAs, StringComparison.Ordinal);
        Assert.Equal(cue, quote.Cue);
    }

    [Theory]
    [InlineData("«Гавань сегодня закрыта», — сказал Отт.", "Отт", "сказал")]
    [InlineData("«Гавань сегодня закрыта», — заявила мэр города.", "мэр", "заявила")]
    [InlineData("«Гавань сегодня закрыта», — сообщил журналистам капитан Отт.", "Отт", "сообщил")]
    [InlineData("Отт сказал: «Гавань сегодня закрыта».", "Отт", "сказал")]
    [InlineData("Капитан написал: „Гавань сегодня закрыта“.", "Капитан", "написал")]
    public void Russian_is_read_too(string text, string speaker, string cue)
    {
        Quote quote = Only(text, "ru");
        Assert.Contains(speaker, quote.SpeakerAs, StringComparison.Ordinal);
        Assert.StartsWith(cue, quote.Cue, StringComparison.Ordinal);
        Assert.Equal(QuoteKind.Direct, quote.Kind);
    }

    [Fact]
    public void A_quotation_that_he_said_stands_in_has_two_parts()
    {
        const string Text = "“We closed the harbour last night,” Ott said. “We will open it again tomorrow.”";
        Quote quote = Only(Text, "en");
        Assert.Equal(2, quote.Parts.Count);
        Assert.Equal("We closed the harbour last night, We will open it again tomorrow.", quote.Text);
        Assert.Equal(new TextSpan(1, Text.Length - 1), quote.Span);
        Assert.Equal(QuoteKind.Direct, quote.Kind);
    }

    [Theory]
    [InlineData("“The harbour is closed tonight,” Ott said.", QuoteKind.Direct)]
    [InlineData("The storm left “a harbour that will face years of repair” for the town to pay, Ott said.", QuoteKind.Mixed)]
    [InlineData("Ott said that “the harbour will face years of repair” because of the storm.", QuoteKind.Mixed)]
    public void A_sentence_that_the_reporter_goes_on_with_is_mixed(string text, QuoteKind kind) => Assert.Equal(kind, Only(text, "en").Kind);

    [Fact]
    public void A_quotation_over_several_paragraphs_is_one()
    {
        Quote quote = Only("“We closed the harbour last night.\n\n“We will open it again tomorrow,” Ott said.", "en");
        Assert.Equal(2, quote.Parts.Count);
    }

    [Fact]
    public void Words_inside_a_sentence_of_the_reporter_are_a_mixed_quotation()
    {
        Quote quote = Only("Ott said on Monday that the harbour was “no place for anybody” after the storm.", "en");
        Assert.Equal(QuoteKind.Mixed, quote.Kind);
        Assert.Equal("Ott", quote.SpeakerAs);
        Assert.Equal("no place for anybody", quote.Text);
    }

    [Theory]
    [InlineData("The band played songs from its album “Harbour Lights” for an hour.")]
    [InlineData("Her novel “The Tide” was made into the film “Out.”")]
    [InlineData("The boat, known as a “crabber,” was sold.")]
    public void Titles_and_terms_are_nobodys(string text) => Assert.Empty(new QuotationFinder().Read(text, "en").Quotes);

    [Fact]
    public void Speakers_take_turns()
    {
        const string Text = "“Who closed the harbour?” Mayor Lind asked.\n\n“I did, because of the storm,” Ott replied.\n\n“Nobody told me,” Lind said.";
        Assert.Equal(["Lind", "Ott", "Lind"], new QuotationFinder().Read(Text, "en").Quotes.Select(static quote => quote.SpeakerAs!.Split(' ')[^1]));
    }

    [Fact]
    public void What_follows_in_the_paragraph_is_the_same_speakers()
    {
        const string Text = "Ott was not impressed by the new boats. “They are much too small for our harbour,” he said. “Nobody will buy them.”";
        Assert.All(new QuotationFinder().Read(Text, "en").Quotes, static quote => Assert.Equal("he", quote.SpeakerAs));
    }

    [Fact]
    public void Offsets_count_utf16_units()
    {
        const string Text = "🚢🚢 “The harbour is closed tonight,” said Ott.";
        Quote quote = Only(Text, "en");
        Assert.Equal("The harbour is closed tonight,", Text[quote.Span.Start..quote.Span.End]);
    }

    [Fact]
    public void A_language_that_isnt_known_is_read_without_an_error()
    {
        QuotationReading reading = new QuotationFinder().Read("„Der Hafen ist heute Nacht geschlossen“, sagte Ott.", "de");
        Assert.All(reading.Quotes, static quote => Assert.Equal("Der Hafen ist heute Nacht geschlossen", quote.Text));
    }

    private static Quote Only(string text, string language) => Assert.Single(new QuotationFinder().Read(text, language).Quotes);
}
