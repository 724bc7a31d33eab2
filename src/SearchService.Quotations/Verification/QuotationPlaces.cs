using SearchService.Core.Articles;

namespace SearchService.Quotations.Verification;

/// <summary>Which quotation of an article a place stands in.</summary>
internal static class QuotationPlaces
{
    /// <summary>Finds it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="place">A span of its text.</param>
    /// <returns>The first quotation with words there whose span holds all of the place, or nearly all; null when there is none.</returns>
    public static Quote? Of(Article article, TextSpan place) => article.Quotes.FirstOrDefault(quote =>
        Shared(quote.Span, place) * 10 >= place.Length * 9 && quote.Parts.Any(part => Shared(part, place) > 0));

    private static int Shared(TextSpan one, TextSpan other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));
}
