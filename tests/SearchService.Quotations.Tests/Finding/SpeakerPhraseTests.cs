using SearchService.Core.Articles;
using SearchService.Quotations.Finding;

namespace SearchService.Quotations.Tests.Finding;

/// <summary>Which words can name who speaks.</summary>
public sealed class SpeakerPhraseTests
{
    [Theory]
    [InlineData("However, “the harbour is a disaster waiting to happen,” the mayor said.", "the mayor")]
    [InlineData("Meanwhile, Ott said the harbour was “a disaster waiting to happen.”", "Ott")]
    [InlineData("Instead, she told reporters, “The harbour is closed tonight.”", "she")]
    [InlineData("“The harbour is closed tonight,” said the ruling.", "the ruling")]
    [InlineData("“The harbour is closed tonight,” the Times wrote.", "the Times")]
    [InlineData("“The harbour is closed tonight,” the duo said.", "the duo")]
    [InlineData("“The harbour is closed tonight,” the president-elect said.", "the president-elect")]
    [InlineData("“The harbour is closed tonight,” Secretary of State Jan Ott said.", "Secretary of State Jan Ott")]
    [InlineData("First Minister Jan Ott said: “The harbour is closed tonight.”", "First Minister Jan Ott")]
    public void A_speaker_is_a_name_a_pronoun_or_a_noun_that_can_speak(string text, string speaker) => Assert.Equal(speaker, Only(text).SpeakerAs);

    [Theory]
    [InlineData("However, “the harbour is closed tonight, and we will not open it again.”", "However")]
    [InlineData("Somehow, it was decided. “We have closed the harbour tonight, and we will not open it.”", "Somehow")]
    [InlineData("The plan gave some members the opportunity. “We have closed the harbour tonight, and we will not open it.”", "some members the opportunity")]
    [InlineData("Fully, in the end, as always. “We have closed the harbour tonight, and we will not open it.”", "Fully")]
    [InlineData("It was among the most popular. “We have closed the harbour tonight, and we will not open it.”", "the most popular")]
    public void What_is_no_noun_that_can_speak_is_no_speaker(string text, string phrase) =>
        Assert.DoesNotContain(new QuotationFinder().Read(text, "en").Quotes, quote => quote.SpeakerAs == phrase);

    [Theory]
    [InlineData("The issue “is a problem for all of us here,” Ott said.")]
    [InlineData("In the private unsecured email, the harbour was “a disaster waiting to happen,” Ott said.")]
    public void An_article_alone_is_no_speaker_and_the_noun_after_it_no_cue(string text) => Assert.Equal(("Ott", "said"), (Only(text).SpeakerAs, Only(text).Cue));

    [Fact]
    public void A_name_that_looks_like_a_participle_is_one_where_it_stood_before()
    {
        const string Text = "The harbour master is Jan Manning.\n\nManning, who has run the harbour for ten years, was told of it and said: “The harbour is closed tonight.”";
        Assert.Equal("Manning", Only(Text).SpeakerAs);
    }

    private static Quote Only(string text) => Assert.Single(new QuotationFinder().Read(text, "en").Quotes);
}
