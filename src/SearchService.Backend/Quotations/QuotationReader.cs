using SearchService.Analysis;
using SearchService.Analysis.Marks;
using SearchService.Analysis.Passages;
using SearchService.Backend.Hits;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.Quotations;

/// <summary>Turns quotations found into hits: the quotation and its article, with marks of what the query matched in the words spoken.</summary>
/// <remarks>For one search, and one thread.</remarks>
/// <param name="said">Finds what was searched for in the words spoken.</param>
/// <param name="read">Reads an article, by its number in what was searched.</param>
public sealed class QuotationReader(TextMarker said, Func<int, Article> read)
{
    // Several quotations of one article often follow one another.
    private (int Document, Article? Article) _last = (-1, null);

    /// <summary>Reads a hit.</summary>
    /// <param name="quotation">Its number in what was searched.</param>
    /// <param name="owner">The number of its article.</param>
    /// <param name="place">Its place among the quotations of the article.</param>
    /// <param name="score">How well it fits.</param>
    /// <exception cref="InvalidDataException">The article hasn't so many.</exception>
    public QuotationHit Read(int quotation, int owner, int place, double score)
    {
        Article article = ArticleOf(owner);
        Quote quote = QuoteAt(article, place);
        TextMatches marks = said.Find(quote.Text, TextAnalyzer.ForLanguage(article.Language), quotation);
        return new QuotationHit(
            QuotationId.Of(article.Id, quote), quote, article, score, TextSpans.Of(marks.Spans));
    }

    /// <summary>A quotation among those of its article.</summary>
    /// <exception cref="InvalidDataException">The article hasn't so many.</exception>
    internal static Quote QuoteAt(Article article, int place) => (uint)place < (uint)article.Quotes.Count
        ? article.Quotes[place]
        : throw new InvalidDataException($"Article '{article.Id}' has {article.Quotes.Count} quotations, but one is indexed as its number {place}.");

    private Article ArticleOf(int document)
    {
        if (_last.Document != document || _last.Article is null)
        {
            _last = (document, read(document));
        }

        return _last.Article!;
    }
}
