using SearchService.Backend.Embedded.Quotations;
using SearchService.Backend.Hits;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Finds in one article all that a query matches.</summary>
/// <param name="archive">Has the article.</param>
/// <param name="document">Its number in the snapshot.</param>
/// <param name="cancellation">Ends it early.</param>
internal sealed class MarkedArticleReader(ArchiveSnapshot archive, int document, CancellationToken cancellation)
{
    private const string ArticleId = QueryFields.Id;

    /// <param name="query">For this article.</param>
    /// <param name="state">Of the snapshot.</param>
    internal MarkedArticle Read(MarkQuery query, IndexState state)
    {
        Article article = archive.ReadArticle(document);
        return query.In == SearchIn.Quotes ? AmongQuotations(query, article, state) : InArticle(query, article, state);
    }

    private MarkedArticle InArticle(MarkQuery query, Article article, IndexState state)
    {
        ArticleQueryTranslator translator = new(archive, ranked: false, cancellation);
        Query translated = translator.Translate(query.Root);
        EngineSearch search = new() { Query = translated, Filters = [new FilterGroup(ArticleId, new KeywordQuery(ArticleFields.Id, query.Id))], Size = 0 };
        return archive.ArticleSearcher.Search(search, cancellation).Total == 0
            ? MarkedArticles.NotFound(article, state)
            : MarkedArticles.Found(new MarkedQuery(archive, translated, translator.Quotations), article, document, state);
    }

    private MarkedArticle AmongQuotations(MarkQuery query, Article article, IndexState state)
    {
        Query translated = new QuotationQueryTranslator(archive, cancellation).Translate(query.Root);
        EngineSearch search = new()
        {
            Query = new ConstantQuery(translated, 0),
            Filters = [new FilterGroup(ArticleId, new KeywordQuery(QuotationFields.Labels.Of(ArticleId), query.Id))],
            Size = article.Quotes.Count,
        };
        return MarkedArticles.WithQuotations(article, archive.ReadQuotations(translated, archive.QuotationSearcher.Search(search, cancellation).Hits.AsSpan(), cancellation), state);
    }
}
