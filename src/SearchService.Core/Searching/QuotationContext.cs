using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Core.Searching;

/// <summary>What stands around a quotation: the paragraphs it is in, with who speaks.</summary>
/// <param name="Text">As it stands in the article.</param>
/// <param name="Offset">Where it begins in the article's text, in UTF-16 units.</param>
/// <param name="Spoken">The words spoken, as spans into <paramref name="Text"/>; ascending, not touching.</param>
public sealed record QuotationContext(string Text, int Offset, ImmutableArray<TextSpan> Spoken)
{
    /// <summary>The most of the reporter's words on either side, in UTF-16 units.</summary>
    private const int MostAside = 400;

    private const string ParagraphEnd = "\n\n";

    /// <summary>Reads the context of a quotation.</summary>
    /// <param name="text">Of the article.</param>
    /// <param name="quote">A quotation of it.</param>
    /// <returns>Whole paragraphs, cut at white space where they go on for long.</returns>
    public static QuotationContext Of(string text, Quote quote)
    {
        int first = Math.Min(quote.Span.Start, quote.SpeakerSpan?.Start ?? quote.Span.Start);
        int last = Math.Max(quote.Span.End, quote.SpeakerSpan?.End ?? quote.Span.End);
        int start = StartOfParagraph(text, first), end = EndOfParagraph(text, last);
        if (first - start > MostAside)
        {
            start = first - MostAside;
            while (start < first && !char.IsWhiteSpace(text[start - 1]))
            {
                start++;
            }
        }

        if (end - last > MostAside)
        {
            end = last + MostAside;
            while (end > last && !char.IsWhiteSpace(text[end]))
            {
                end--;
            }
        }

        return new QuotationContext(text[start..end], start, [.. quote.Parts.Select(part => new TextSpan(part.Start - start, part.End - start))]);
    }

    private static int StartOfParagraph(string text, int index) =>
        text.AsSpan(0, index).LastIndexOf(ParagraphEnd, StringComparison.Ordinal) is >= 0 and int end ? end + ParagraphEnd.Length : 0;

    private static int EndOfParagraph(string text, int index) =>
        text.AsSpan(index).IndexOf(ParagraphEnd, StringComparison.Ordinal) is >= 0 and int end ? index + end : text.Length;
}
