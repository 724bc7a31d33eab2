using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Core.Searching.Examples;

namespace SearchService.Core.Tests.Searching.Examples;

public sealed class QuotableWordsTests
{
    private const string Sentence = "We will leave when the harbour is finished.";

    [Fact]
    public void A_short_whole_sentence_is_shown_without_the_full_stop() =>
        Assert.Equal(["We will leave when the harbour is finished"], QuotableWords.Of([Hit(Sentence, "Gull")]));

    [Theory]
    [InlineData("We will leave.")] // too short to be anybody's
    [InlineData("when the harbour is finished we leave")] // not a whole sentence
    [InlineData("I think that is what we have to do.")] // small words alone
    [InlineData("We will leave when [the harbour] is finished.")] // the reporter's words in it
    [InlineData("We will leave ... the harbour is finished.")]
    [InlineData("We will leave when the harbour is finished and when the cellars are dry and nobody asks us to stay.")]
    public void What_would_not_invite_anybody_is_left_out(string text) => Assert.Empty(QuotableWords.Of([Hit(text, "Gull")]));

    [Fact]
    public void What_most_outlets_carried_comes_first_whatever_its_punctuation() => Assert.Equal(
        ["We will leave when the harbour is finished", "Nobody stays in a finished harbour"],
        QuotableWords.Of([Hit("Nobody stays in a finished harbour.", "Gull"), Hit(Sentence, "Gull"), Hit("We will leave, when the harbour is finished!", "Crow")]));

    [Fact]
    public void Words_inside_a_reporters_sentence_are_no_sentence() =>
        Assert.Empty(QuotableWords.Of([Hit(Sentence, "Gull") with { Quote = Hit(Sentence, "Gull").Quote with { Kind = QuoteKind.Mixed } }]));

    private static QuotationHit Hit(string text, string source)
    {
        TextSpan span = new(0, text.Length);
        return new QuotationHit(text, new Quote { Parts = [span], Text = text, Span = span, Kind = QuoteKind.Direct }, new Article { Id = source, Source = source, Text = text }, 0, []);
    }
}
