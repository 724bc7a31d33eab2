using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Core.Tests.Searching;

public sealed class QuotationContextTests
{
    [Fact]
    public void The_context_is_the_paragraph_with_the_words_spoken_marked()
    {
        const string text = "Before.\n\n“We stay,” Ada Byrne said. “For now.”\n\nAfter.";
        QuotationContext context = QuotationContext.Of(text, Quote(text, "We stay,", "For now."));

        Assert.Equal("“We stay,” Ada Byrne said. “For now.”", context.Text);
        Assert.Equal(9, context.Offset);
        Assert.Equal(["We stay,", "For now."], context.Spoken.Select(span => context.Text[span.Start..span.End]));
    }

    [Fact]
    public void Who_speaks_in_another_paragraph_is_in_the_context()
    {
        const string text = "Byrne wrote:\n\n“We stay.”\n\nAfter.";
        Quote quote = Quote(text, "We stay.") with { SpeakerAs = "Byrne", SpeakerSpan = new TextSpan(0, 5) };
        Assert.Equal("Byrne wrote:\n\n“We stay.”", QuotationContext.Of(text, quote).Text);
    }

    [Fact]
    public void A_long_paragraph_is_cut_at_white_space()
    {
        string text = string.Join(' ', Enumerable.Repeat("before", 200)) + " “We stay.” " + string.Join(' ', Enumerable.Repeat("after", 200));
        QuotationContext context = QuotationContext.Of(text, Quote(text, "We stay."));

        Assert.InRange(context.Text.Length, 200, 850);
        Assert.StartsWith("before ", context.Text, StringComparison.Ordinal);
        Assert.EndsWith(" after", context.Text, StringComparison.Ordinal);
    }

    private static Quote Quote(string text, params string[] parts)
    {
        TextSpan[] spans = [.. parts.Select(part => new TextSpan(text.IndexOf(part, StringComparison.Ordinal), text.IndexOf(part, StringComparison.Ordinal) + part.Length))];
        return new Quote { Parts = spans, Text = string.Join(' ', parts), Span = new TextSpan(spans[0].Start, spans[^1].End), Kind = QuoteKind.Direct };
    }
}
