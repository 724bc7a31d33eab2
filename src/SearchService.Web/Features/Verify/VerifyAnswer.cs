using SearchService.Core.Indexes;
using SearchService.Quotations.Verification;
using SearchService.Web.Features.Quotes;
using SearchService.Web.Features.Search;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Verify;

/// <summary>
/// The answer of <c>/api/verify</c>. Verdict: verbatim, altered or absent. Articles: how many have the text verbatim; atLeast when there may be more.
/// Places: of a verbatim text, first by date; of an altered one the nearest passages.
/// </summary>
internal sealed record VerifyAnswer(
    string Verdict, int Words, long Articles, bool? AtLeast, long TookMicroseconds, IndexState Index, IReadOnlyList<PlaceAnswer> Places)
{
    internal static VerifyAnswer Of(string text, VerificationResponse response) => new(
        Names.Of(response.Verdict),
        response.Words,
        response.Total,
        response.Exact ? null : true,
        (long)response.Took.TotalMicroseconds,
        response.Index,
        [.. response.Places.Select(place => PlaceAnswer.Of(text, place))]);
}

/// <summary>
/// A place in an article: in its text or title, where start, end and parts are [start, end) in UTF-16 units; text: the words there. Leaves: what the
/// text verified leaves out between the parts, reporter (such as "he said") or marked (by dots). Quote: the quotation it stands in.
/// </summary>
internal sealed record PlaceAnswer(
    CarrierAnswer Article,
    string In,
    int Start,
    int End,
    IReadOnlyList<int[]> Parts,
    string Text,
    string? Leaves,
    QuoteAnswer? Quote,
    double? Similarity,
    IReadOnlyList<DifferenceAnswer>? Difference)
{
    internal static PlaceAnswer Of(string text, VerifiedPlace place)
    {
        string found = place.InTitle ? place.Article.Title : place.Article.Text;
        return new PlaceAnswer(
            CarrierAnswer.Of(place.Article),
            place.InTitle ? "title" : "text",
            place.Span.Start,
            place.Span.End,
            PassageAnswer.Pairs(place.Parts),
            place.Words,
            place.Omission == PlaceOmission.None ? null : Names.Of(place.Omission),
            place.Quotation is { } quote ? QuoteAnswer.Of(place.Article.Id, quote) : null,
            place.Difference?.Similarity,
            place.Difference is { } difference ? DifferenceAnswer.Of(difference, text, found) : null);
    }
}
