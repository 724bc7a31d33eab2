using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchService.Core.Articles;

namespace SearchService.Indexer.Output;

/// <summary>An article as JSON, on one line; what is missing is null.</summary>
internal sealed record ArticleJson(
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
    IReadOnlyList<QuoteJson> Quotes,
    IReadOnlyList<string> People,
    string? Story,
    string? File,
    OriginsJson From)
{
    /// <summary>Writes an article.</summary>
    public static string Of(Article article) => JsonSerializer.Serialize(
        new ArticleJson(
            article.Id,
            article.Url,
            article.Title,
            article.Source,
            article.Country,
            article.Stance,
            article.Date?.ToString(),
            Lower(article.Date?.Precision),
            article.DateAsGiven,
            article.Authors,
            article.Topics,
            article.Language,
            article.Text,
            [.. article.Quotes.Select(QuoteJson.Of)],
            article.People,
            article.Story,
            article.File,
            OriginsJson.Of(article.From)),
        ArticleJsonContext.Relaxed.ArticleJson);

    internal static string? Lower<T>(T? value)
        where T : struct, Enum => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.Value.ToString());
}

/// <summary>A quotation; spans are [start, end) in UTF-16 units of the text.</summary>
internal sealed record QuoteJson(
    IReadOnlyList<int[]> Parts,
    string Text,
    int Start,
    int End,
    string? Speaker,
    string? SpeakerRole,
    string? SpeakerAs,
    int[]? SpeakerSpan,
    string? Cue,
    string? Kind)
{
    /// <summary>What names it in an index; absent where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    public static QuoteJson Of(Quote quote) => new(
        [.. quote.Parts.Select(static part => new[] { part.Start, part.End })],
        quote.Text,
        quote.Span.Start,
        quote.Span.End,
        quote.Speaker,
        quote.SpeakerRole,
        quote.SpeakerAs,
        quote.SpeakerSpan is { } span ? [span.Start, span.End] : null,
        quote.Cue,
        ArticleJson.Lower<QuoteKind>(quote.Kind));
}

/// <summary>Where values came from: record, registry, jsonLd, openGraph, meta, microdata, timeElement, page (what a reader sees of it) or detected.</summary>
internal sealed record OriginsJson(
    string? Title, string? Url, string? Source, string? Country, string? Stance, string? Date, string? Authors, string? Language)
{
    public static OriginsJson Of(ArticleOrigins from) => new(
        ArticleJson.Lower(from.Title),
        ArticleJson.Lower(from.Url),
        ArticleJson.Lower(from.Source),
        ArticleJson.Lower(from.Country),
        ArticleJson.Lower(from.Stance),
        ArticleJson.Lower(from.Date),
        ArticleJson.Lower(from.Authors),
        ArticleJson.Lower(from.Language));
}

/// <summary>Serialisation made at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ArticleJson))]
internal sealed partial class ArticleJsonContext : JsonSerializerContext
{
    /// <summary>Leaves letters of all scripts as they are: this is for terminals and files, not for HTML.</summary>
    public static ArticleJsonContext Relaxed { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
