using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Web.Features.Quotes;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Articles;

/// <summary>One article, whole. Missing values are absent.</summary>
internal sealed record ArticleAnswer(
    string Id,
    string? Url,
    string Title,
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
    IReadOnlyList<QuoteAnswer> Quotes,
    IReadOnlyList<string> People,
    string? Story,
    string? File,
    OriginsAnswer From,
    IndexState Index)
{
    internal static ArticleAnswer Of(Article article, IndexState index) => new(
        article.Id,
        article.Url,
        article.Title,
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
        [.. article.Quotes.Select(quote => QuoteAnswer.Of(article.Id, quote))],
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
