using SearchService.Core.Indexes;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Articles;

/// <summary>The answer of <c>/api/articles/{id}/similar</c>: the most similar first.</summary>
internal sealed record SimilarAnswer(IndexState Index, IReadOnlyList<SimilarHitAnswer> Hits)
{
    internal static SimilarAnswer Of(SimilarArticles similar) => new(similar.Index, [.. similar.Hits.Select(SimilarHitAnswer.Of)]);
}

/// <summary>An article about the same; score: how much it has of what tells what the other one is about, at most 1. Missing values are absent.</summary>
internal sealed record SimilarHitAnswer(
    string Id,
    string Title,
    string? Url,
    string? Source,
    string? Country,
    string? Stance,
    string? Date,
    string? DatePrecision,
    IReadOnlyList<string> Authors,
    string? Language,
    double Score)
{
    internal static SimilarHitAnswer Of(SimilarHit hit) => new(
        hit.Article.Id,
        hit.Article.Title,
        hit.Article.Url,
        hit.Article.Source,
        hit.Article.Country,
        hit.Article.Stance,
        hit.Article.Date?.ToString(),
        hit.Article.Date is { } date ? Names.Of(date.Precision) : null,
        hit.Article.Authors,
        hit.Article.Language,
        hit.Score);
}
