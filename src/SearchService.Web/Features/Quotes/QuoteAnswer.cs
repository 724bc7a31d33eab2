using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Quotes;

/// <summary>
/// Words that an article puts in a speaker's mouth. Parts (the words spoken, without quotation marks), start, end and speakerSpan are [start, end)
/// in UTF-16 units of the article's text; text is the parts joined by a space. Missing values are absent.
/// </summary>
internal sealed record QuoteAnswer(
    string Id,
    string Text,
    IReadOnlyList<int[]> Parts,
    int Start,
    int End,
    string Kind,
    string? Speaker,
    string? SpeakerRole,
    string? SpeakerAs,
    int[]? SpeakerSpan,
    string? Cue,
    IReadOnlyList<int[]>? Highlights)
{
    /// <summary>In an article that is given whole: whether the query matched it.</summary>
    public bool? Matched { get; init; }

    /// <summary>A quotation that matched: with what of its text did.</summary>
    internal static QuoteAnswer Of(HitQuotation quotation) => Of(quotation.Id, quotation.Quote, quotation.Highlights);

    /// <summary>A quotation as the article has it.</summary>
    internal static QuoteAnswer Of(string articleId, Quote quote) => Of(QuotationId.Of(articleId, quote), quote, highlights: null);

    private static QuoteAnswer Of(string id, Quote quote, ImmutableArray<TextSpan>? highlights) => new(
        id,
        quote.Text,
        [.. quote.Parts.Select(Pair)],
        quote.Span.Start,
        quote.Span.End,
        Names.Of(quote.Kind),
        quote.Speaker,
        quote.SpeakerRole,
        quote.SpeakerAs,
        quote.SpeakerSpan is { } span ? Pair(span) : null,
        quote.Cue,
        highlights is { } marks ? PassageAnswer.Pairs(marks) : null);

    private static int[] Pair(TextSpan span) => [span.Start, span.End];
}
