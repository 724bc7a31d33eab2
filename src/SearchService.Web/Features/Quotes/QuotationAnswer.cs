using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Search;

namespace SearchService.Web.Features.Quotes;

/// <summary>The answer of <c>/api/quotes</c>. Parts that were not asked for are absent; counts are of quotations.</summary>
internal sealed record QuotationsAnswer(
    ReadingAnswer Query,
    long Total,
    long TookMicroseconds,
    IndexState Index,
    IReadOnlyList<QuotationAnswer> Hits,
    IReadOnlyDictionary<string, FacetAnswer>? Facets,
    HistogramAnswer? Histogram,
    string? Next,
    QuerySuggestionAnswer? DidYouMean,
    NothingAnswer? Nothing)
{
    internal static QuotationsAnswer Of(QuotationResponse response) => new(
        ReadingAnswer.Of(response.Query),
        response.Total,
        (long)response.Took.TotalMicroseconds,
        response.Index,
        [.. response.Hits.Select(QuotationAnswer.Of)],
        response.Facets.IsEmpty ? null : FacetAnswer.Of(response.Facets),
        response.Histogram is { } histogram ? HistogramAnswer.Of(histogram) : null,
        response.Next,
        QuerySuggestionAnswer.Of(response.DidYouMean),
        NothingAnswer.Of(response.Nothing));
}

/// <summary>A quotation that matches, what stands around it, and the article it stands in.</summary>
internal sealed record QuotationAnswer(double Score, QuoteAnswer Quote, ContextAnswer Context, CarrierAnswer Article)
{
    internal static QuotationAnswer Of(QuotationHit hit) => new(
        hit.Score,
        QuoteAnswer.Of(new HitQuotation(hit.Id, hit.Quote, hit.Highlights)),
        ContextAnswer.Of(QuotationContext.Of(hit.Article.Text, hit.Quote)),
        CarrierAnswer.Of(hit.Article));
}

/// <summary>The answer of <c>/api/quotes/{id}</c>.</summary>
internal sealed record SingleQuotationAnswer(QuoteAnswer Quote, ContextAnswer Context, CarrierAnswer Article, IndexState Index)
{
    internal static SingleQuotationAnswer Of(QuotationHit hit, IndexState index) =>
        new(QuoteAnswer.Of(hit.Article.Id, hit.Quote), ContextAnswer.Of(QuotationContext.Of(hit.Article.Text, hit.Quote)), CarrierAnswer.Of(hit.Article), index);
}

/// <summary>The paragraphs a quotation is in; offset in UTF-16 units of the article's text; spoken: the words spoken, [start, end) of this text.</summary>
internal sealed record ContextAnswer(string Text, int Offset, IReadOnlyList<int[]> Spoken)
{
    internal static ContextAnswer Of(QuotationContext context) => new(context.Text, context.Offset, PassageAnswer.Pairs(context.Spoken));
}
