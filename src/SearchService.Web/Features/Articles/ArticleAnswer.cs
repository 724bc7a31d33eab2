using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Web.Features.Quotes;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Articles;

/// <summary>
/// One article, whole. Missing values are absent. Of a query: how it was read, and what it matches as [start, end) in UTF-16 units of title and text.
/// </summary>
internal sealed record ArticleAnswer(
    ReadingAnswer? Query,
    string Id,
    string? Url,
    string Title,
    IReadOnlyList<int[]>? TitleHighlights,
    string? Source,
    string? Country,
    string? Stance,
    string? Date,
    string? DatePrecision,
    string? DateAsGiven,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Topics,
    string? Language,
    string Text,
    IReadOnlyList<int[]>? Highlights,
    IReadOnlyList<QuoteAnswer> Quotes,
    IReadOnlyList<string> People,
    string? Story,
    string? File,
    OriginsAnswer From,
    IndexState Index)
{
    /// <summary>An article that was asked for without a query.</summary>
    internal static ArticleAnswer Of(Article article, IndexState index) =>
        Of(article, index, null, null, null, [.. article.Quotes.Select(quote => QuoteAnswer.Of(article.Id, quote))]);

    /// <summary>An article with what a query matches in it.</summary>
    internal static ArticleAnswer Of(ArticleReading reading)
    {
        Article article = reading.Marked.Article;
        ILookup<string, HitQuotation> matched = reading.Marked.Quotations.ToLookup(static hit => hit.Id, StringComparer.Ordinal);
        return Of(
            article,
            reading.Marked.Index,
            ReadingAnswer.Of(reading.Query),
            PassageAnswer.Pairs(reading.Marked.TitleHighlights),
            PassageAnswer.Pairs(reading.Marked.Highlights),
            [.. article.Quotes.Select(quote => QuoteAnswer.Of(article.Id, quote)).Select(quote => matched[quote.Id].FirstOrDefault() is { } hit ? QuoteAnswer.Of(hit) with { Matched = true } : quote)]);
    }

    private static ArticleAnswer Of(
        Article article,
        IndexState index,
        ReadingAnswer? query,
        IReadOnlyList<int[]>? titleHighlights,
        IReadOnlyList<int[]>? highlights,
        IReadOnlyList<QuoteAnswer> quotes) => new(
        query,
        article.Id,
        article.Url,
        article.Title,
        titleHighlights,
        article.Source,
        article.Country,
        article.Stance,
        article.Date?.ToString(),
        article.Date is { } date ? Names.Of(date.Precision) : null,
        article.DateAsGiven,
        article.Authors,
        article.Topics,
        article.Language,
        article.Text,
        highlights,
        quotes,
        article.People,
        article.Story,
        article.File,
        OriginsAnswer.Of(article.From),
        index);
}

/// <summary>Where a value came from: record, registry, jsonLd, openGraph, meta, microdata, timeElement, page (what a reader sees of it) or detected.</summary>
internal sealed record OriginsAnswer(
    string? Title, string? Url, string? Source, string? Country, string? Stance, string? Date, string? Authors, string? Language)
{
    internal static OriginsAnswer Of(ArticleOrigins from) => new(
        Name(from.Title),
        Name(from.Url),
        Name(from.Source),
        Name(from.Country),
        Name(from.Stance),
        Name(from.Date),
        Name(from.Authors),
        Name(from.Language));

    private static string? Name(ValueOrigin? origin) => origin is { } value ? Names.Of(value) : null;
}
