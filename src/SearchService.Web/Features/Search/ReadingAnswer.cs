using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.Web.Http;

namespace SearchService.Web.Features.Search;

/// <summary>How the query was read: as a query with every field and operator spelt out, and as an outline, absent for an empty query.</summary>
internal sealed record ReadingAnswer(string Input, string Read, OutlineAnswer? Outline, IReadOnlyList<NoticeAnswer> Notices)
{
    internal static ReadingAnswer Of(QueryReading reading) => new(
        reading.Input,
        reading.Read,
        OutlineAnswer.OfQuery(reading.Outline),
        [.. reading.Notices.Select(notice => NoticeAnswer.Of(notice))]);
}

/// <summary>
/// What was ignored, mended or added; offset and length in UTF-16 units of the input. Error: part of the input was not understood or was left out. Values:
/// what the message speaks of, so that it can be worded in another language by code and, where a code has several wordings, variant.
/// </summary>
internal sealed record NoticeAnswer(string Code, string? Variant, string Message, IReadOnlyList<string>? Values, bool? Error, int Offset, int Length)
{
    internal static NoticeAnswer Of(QueryNotice notice) => new(
        notice.Code,
        notice.Wording.Variant,
        notice.Message,
        notice.Values.IsEmpty ? null : notice.Values,
        notice.IsError ? true : null,
        notice.Offset,
        notice.Length);
}

/// <summary>
/// A part of the query, as it was read. Kind: everything, nothing, word, phrase, prefix, pattern, fuzzy, regex, near, value, range, period, missing, all, any,
/// some (at least one of what nothing has all of), not, native (in a syntax of the index's own: text is it as given), or query (nested too deep: text is it as a query). Field: absent where it is the one that a word
/// without a field is looked for in. Better: what ranks higher and need not be there. OpenFrom and openTo: the bound itself is outside.
/// </summary>
internal sealed record OutlineAnswer(
    string Kind,
    string? Field,
    string? Text,
    bool? Exact,
    IReadOnlyList<string>? Spellings,
    int? MoreSpellings,
    int? Slop,
    int? Edits,
    int? Distance,
    bool? Ordered,
    string? From,
    string? To,
    bool? OpenFrom,
    bool? OpenTo,
    double? Boost,
    IReadOnlyList<OutlineAnswer>? Parts,
    IReadOnlyList<OutlineAnswer>? Better,
    int Offset,
    int Length)
{
    internal static OutlineAnswer? OfQuery(QueryOutline? outline) => outline is null ? null : Of(outline);

    private static OutlineAnswer Of(QueryOutline outline) => new(
        Names.Of(outline.Kind),
        outline.Field,
        outline.Text,
        outline.Exact ? true : null,
        outline.Spellings.IsEmpty ? null : outline.Spellings,
        outline.MoreSpellings == 0 ? null : outline.MoreSpellings,
        outline.Slop,
        outline.Edits,
        outline.Distance,
        outline.Ordered ? true : null,
        outline.From,
        outline.To,
        outline.OpenFrom ? true : null,
        outline.OpenTo ? true : null,
        outline.Boost,
        outline.Parts.IsEmpty ? null : [.. outline.Parts.Select(Of)],
        outline.Better.IsEmpty ? null : [.. outline.Better.Select(Of)],
        outline.Offset,
        outline.Length);
}
