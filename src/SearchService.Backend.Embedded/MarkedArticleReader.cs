using System.Collections.Immutable;
using SearchService.Analysis.Passages;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Backend.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;

namespace SearchService.Backend.Embedded;

/// <summary>Finds in one article all that a query matches: what its passages would have marked if they were the whole text.</summary>
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
        Article article = ArticleCodec.Decode(archive.Articles.ReadStored(document));
        return query.In == SearchIn.Quotes ? AmongQuotations(query, article, state) : InArticle(query, article, state);
    }

    private MarkedArticle InArticle(MarkQuery query, Article article, IndexState state)
    {
        ArticleQueryTranslator translator = new(archive, ranked: false, cancellation);
        Query translated = translator.Translate(query.Root);
        EngineSearch search = new() { Query = translated, Filters = [new FilterGroup(ArticleId, new KeywordQuery(ArticleFields.Id, query.Id))], Size = 0 };
        if (archive.ArticleSearcher.Search(search, cancellation).Total == 0)
        {
            return new MarkedArticle(state, article, Matches: false, [], [], []);
        }

        HitQuotations quotations = new(archive, translator.Quotations);
        quotations.Begin(article, document);
        TextMatches marks = new ArticleMarks(translated, ArticleFields.Text).Find(article.Text, article.Language, document, quotations.MarksOf);
        return new MarkedArticle(
            state,
            article,
            Matches: true,
            HitReader.Spans(new ArticleMarks(translated, ArticleFields.Title).Find(article.Title, article.Language, document).Spans),
            HitReader.Spans(marks.Spans),
            quotations.Of(marks, int.MaxValue));
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
        QuotationReader reader = new(archive, translated);
        ImmutableArray<QuotationHit> found =
        [
            .. archive.QuotationSearcher.Search(search, cancellation).Hits.Select(reader.Read)
                .OrderBy(static hit => hit.Quote.Span.Start).ThenBy(static hit => hit.Quote.Span.End),
        ];
        return new MarkedArticle(
            state,
            article,
            Matches: !found.IsEmpty,
            [],
            SpanUnion.Of(HitReader.Spans([.. found.SelectMany(static hit => hit.Highlights.SelectMany(mark => QuoteText.ToArticle(hit.Quote, mark)))])),
            [.. found.Select(static hit => new HitQuotation(hit.Id, hit.Quote, hit.Highlights))]);
    }

}
