using Lucene.Net.Search;
using SearchService.Backend.Hits;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Backend.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Marks;

/// <summary>Finds in one article all that a query matches.</summary>
/// <param name="archive">Has the article.</param>
/// <param name="document">Its number.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class MarkedArticleReader(ArchiveReader archive, int document, CancellationToken cancellation)
{
    /// <param name="query">For this article.</param>
    internal MarkedArticle Read(MarkQuery query) => query.In == SearchIn.Quotes ? AmongQuotations(query) : InArticle(query);

    private MarkedArticle InArticle(MarkQuery query)
    {
        Article article = archive.ReadArticle(document);
        ArticleQueryTranslator translator = new(archive, ranked: false, cancellation);
        Query translated = translator.Translate(query.Root);
        return Matches.Within(archive, translated, document, document + 1, cancellation).Any()
            ? MarkedArticles.Found(new MarkedQuery(archive, translated, translator.Quotations), article, document, archive.State)
            : MarkedArticles.NotFound(article, archive.State);
    }

    private MarkedArticle AmongQuotations(MarkQuery query)
    {
        Query translated = new QuotationQueryTranslator(archive, cancellation).Translate(query.Root);
        QuotationReader quotations = new(QueryMarks.Of(translated, ArticleFields.Said), archive.ReadArticle);
        int first = archive.QuotationsOf(document).Start.Value;
        return MarkedArticles.WithQuotations(
            archive.ReadArticle(document),
            Matches.Within(archive, translated, first, document, cancellation).Select(quotation => quotations.Read(quotation, document, quotation - first, score: 0)),
            archive.State);
    }
}
