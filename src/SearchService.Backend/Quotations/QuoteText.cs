using SearchService.Analysis.Passages;
using SearchService.Core.Articles;

namespace SearchService.Backend.Quotations;

/// <summary>Carries marks between a quotation's words and the text of its article: the words are those of its parts, joined by one space.</summary>
public static class QuoteText
{
    /// <summary>Where a mark in the words is in the article's text: a span for each part that it reaches into.</summary>
    /// <param name="quote">The quotation.</param>
    /// <param name="mark">Of <see cref="Quote.Text"/>.</param>
    public static IEnumerable<MatchSpan> ToArticle(Quote quote, TextSpan mark)
    {
        int at = 0;
        foreach (TextSpan part in quote.Parts)
        {
            int start = Math.Max(mark.Start, at), end = Math.Min(mark.End, at + part.Length);
            if (start < end)
            {
                yield return new MatchSpan(part.Start + start - at, part.Start + end - at);
            }

            at += part.Length + 1;
        }
    }

    /// <summary>Where a mark in the article's text is in the words; null when it isn't wholly in one part.</summary>
    /// <param name="quote">The quotation.</param>
    /// <param name="start">Of the mark, in the article's text.</param>
    /// <param name="end">Its end.</param>
    public static TextSpan? FromArticle(Quote quote, int start, int end)
    {
        int at = 0;
        foreach (TextSpan part in quote.Parts)
        {
            if (start >= part.Start && end <= part.End)
            {
                return new TextSpan(start - part.Start + at, end - part.Start + at);
            }

            at += part.Length + 1;
        }

        return null;
    }
}
