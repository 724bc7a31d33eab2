using SearchService.Analysis.Passages;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded.Quotations;

/// <summary>Turns quotations found into hits: the quotation and its article, with marks of what the query matched in the words spoken.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="query">What for.</param>
internal sealed class QuotationReader(ArchiveSnapshot archive, Query query)
{
    private readonly ArticleMarks _said = new(query, QuotationFields.Said);

    // Several quotations of one article often follow one another.
    private (int Document, Article? Article) _last = (-1, null);

    /// <param name="hit">What was found.</param>
    internal QuotationHit Read(Hit hit)
    {
        Article article = ArticleOf(archive.Join.ArticleOf(hit.Document));
        Quote quote = QuoteOf(archive, article, hit.Document);
        TextMatches marks = _said.Find(quote.Text, article.Language, hit.Document);
        return new QuotationHit(
            QuotationId.Of(article.Id, quote), quote, article, hit.Score, [.. marks.Spans.Select(span => new TextSpan(span.Start, span.End))]);
    }

    /// <summary>A quotation among those of its article.</summary>
    /// <exception cref="InvalidDataException">The article hasn't so many.</exception>
    internal static Quote QuoteOf(ArchiveSnapshot archive, Article article, int quotation)
    {
        int place = QuotationJoin.PlaceOf(archive.Quotations, quotation);
        return (uint)place < (uint)article.Quotes.Count
            ? article.Quotes[place]
            : throw new InvalidDataException($"Article '{article.Id}' has {article.Quotes.Count} quotations, but one is indexed as its number {place}.");
    }

    private Article ArticleOf(int document)
    {
        if (_last.Document != document || _last.Article is null)
        {
            _last = (document, ArticleCodec.Decode(archive.Articles.ReadStored(document)));
        }

        return _last.Article!;
    }
}
