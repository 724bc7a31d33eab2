using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Quotations.Verification;

namespace SearchService.Indexer.Output;

/// <summary>An answer in the form of the endpoint's <c>/api/verify</c>, on one line; what there is not is absent.</summary>
internal sealed record VerifyJson(
    string Verdict, int Words, long Articles, bool? AtLeast, long TookMicroseconds, IndexState Index, IReadOnlyList<PlaceJson> Places)
{
    /// <summary>Writes an answer.</summary>
    /// <param name="text">The text verified.</param>
    /// <param name="response">The answer.</param>
    public static string Of(string text, VerificationResponse response) => JsonSerializer.Serialize(
        new VerifyJson(
            ArticleJson.Lower<Verdict>(response.Verdict)!,
            response.Words,
            response.Total,
            response.Exact ? null : true,
            (long)response.Took.TotalMicroseconds,
            response.Index,
            [.. response.Places.Select(place => PlaceJson.Of(text, place))]),
        VerifyJsonContext.Relaxed.VerifyJson);
}

/// <summary>A place in an article; spans are [start, end) in UTF-16 units of its text or title.</summary>
internal sealed record PlaceJson(
    CarrierJson Article,
    string In,
    int Start,
    int End,
    IReadOnlyList<int[]> Parts,
    string Text,
    string? Leaves,
    QuoteJson? Quote,
    double? Similarity,
    IReadOnlyList<DifferenceJson>? Difference)
{
    internal static PlaceJson Of(string text, VerifiedPlace place) => new(
        CarrierJson.Of(place.Article),
        place.InTitle ? "title" : "text",
        place.Span.Start,
        place.Span.End,
        [.. place.Parts.Select(static part => new[] { part.Start, part.End })],
        place.Words,
        place.Omission == PlaceOmission.None ? null : ArticleJson.Lower<PlaceOmission>(place.Omission),
        place.Quotation is { } quote ? QuoteJson.Of(quote) with { Id = QuotationId.Of(place.Article.Id, quote) } : null,
        place.Difference?.Similarity,
        place.Difference?.Parts.Select(part => DifferenceJson.Of(part.Kind, part.Given, text, part.Found, place.InTitle ? place.Article.Title : place.Article.Text)).ToArray());
}

/// <summary>The article that has the words.</summary>
internal sealed record CarrierJson(
    string Id, string Title, string? Url, string? Source, string? Country, string? Stance, string? Date, string? DatePrecision, string? DateAsGiven, string? Language)
{
    internal static CarrierJson Of(Article article) => new(
        article.Id,
        article.Title,
        article.Url,
        article.Source,
        article.Country,
        article.Stance,
        article.Date?.ToString(),
        ArticleJson.Lower(article.Date?.Precision),
        article.DateAsGiven,
        article.Language);
}

/// <summary>Words that the same became of.</summary>
internal sealed record DifferenceJson(string Kind, int[]? Given, string? GivenText, int[]? Found, string? FoundText)
{
    internal static DifferenceJson Of<T>(T kind, TextSpan? given, string text, TextSpan? found, string article)
        where T : struct, Enum => new(ArticleJson.Lower<T>(kind)!, Pair(given), Words(text, given), Pair(found), Words(article, found));

    private static int[]? Pair(TextSpan? span) => span is { } at ? [at.Start, at.End] : null;

    private static string? Words(string text, TextSpan? span) => span is { } at ? text[at.Start..at.End] : null;
}

/// <summary>Serialisation made at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VerifyJson))]
internal sealed partial class VerifyJsonContext : JsonSerializerContext
{
    /// <summary>Leaves letters of all scripts as they are: this is for terminals and files, not for HTML.</summary>
    public static VerifyJsonContext Relaxed { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
