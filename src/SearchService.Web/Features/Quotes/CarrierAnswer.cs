using SearchService.Core.Articles;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Quotes;

/// <summary>An article that carries words, without its text. Missing values are absent.</summary>
internal sealed record CarrierAnswer(
    string Id,
    string Title,
    string? Url,
    string? Source,
    string? Country,
    string? Stance,
    string? Date,
    string? DatePrecision,
    string? DateAsGiven,
    IReadOnlyList<string> Authors,
    string? Language,
    string? Story)
{
    internal static CarrierAnswer Of(Article article) => new(
        article.Id,
        article.Title,
        article.Url,
        article.Source,
        article.Country,
        article.Stance,
        article.Date?.ToString(),
        article.Date is { } date ? Names.Of(date.Precision) : null,
        article.DateAsGiven,
        article.Authors,
        article.Language,
        article.Story);
}
