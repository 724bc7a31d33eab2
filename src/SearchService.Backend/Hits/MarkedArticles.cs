using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Backend.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Backend.Hits;

/// <summary>Says of one article all that a query matches in it: what its passages would have marked if they were the whole text.</summary>
public static class MarkedArticles
{
    /// <summary>An article that a query finds.</summary>
    /// <param name="query">What finds it.</param>
    /// <param name="article">The article.</param>
    /// <param name="document">Its number in what was searched.</param>
    /// <param name="state">That answers.</param>
    public static MarkedArticle Found(IMarkedQuery query, Article article, int document, IndexState state)
    {
        TextAnalyzer analyzer = TextAnalyzer.ForLanguage(article.Language);
        HitQuotations quotations = new();
        quotations.Begin(article, document);
        TextMatches marks = query.MarkerOf(ArticlePart.Text, quotations).Find(article.Text, analyzer, document);
        return new MarkedArticle(
            state,
            article,
            Matches: true,
            TextSpans.Of(query.MarkerOf(ArticlePart.Title, quotations: null).Find(article.Title, analyzer, document).Spans),
            TextSpans.Of(marks.Spans),
            quotations.Of(marks, int.MaxValue));
    }

    /// <summary>An article that a query for articles doesn't find.</summary>
    /// <param name="article">The article.</param>
    /// <param name="state">That answers.</param>
    public static MarkedArticle NotFound(Article article, IndexState state) => new(state, article, Matches: false, [], [], []);

    /// <summary>An article and those of its quotations that a query for quotations finds.</summary>
    /// <param name="article">The article.</param>
    /// <param name="found">The quotations, in any order.</param>
    /// <param name="state">That answers.</param>
    public static MarkedArticle WithQuotations(Article article, IEnumerable<QuotationHit> found, IndexState state)
    {
        ImmutableArray<QuotationHit> inOrder = [.. found.OrderBy(static hit => hit.Quote.Span.Start).ThenBy(static hit => hit.Quote.Span.End)];
        IEnumerable<MatchSpan> marks = inOrder.SelectMany(static hit => hit.Highlights.SelectMany(mark => QuoteText.ToArticle(hit.Quote, mark)));
        return new MarkedArticle(
            state,
            article,
            Matches: !inOrder.IsEmpty,
            [],
            SpanUnion.Of(TextSpans.Of([.. marks])),
            [.. inOrder.Select(static hit => new HitQuotation(hit.Id, hit.Quote, hit.Highlights))]);
    }
}
