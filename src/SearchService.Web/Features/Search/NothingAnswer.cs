using SearchService.Core.Searching;

namespace SearchService.Web.Features.Search;

/// <summary>Why nothing has all that was asked for; moreParts: how many parts of the query are not told of.</summary>
internal sealed record NothingAnswer(IReadOnlyList<PartAnswer> Parts, int? MoreParts, IReadOnlyList<FilterAnswer> Filters)
{
    internal static NothingAnswer? Of(NothingFound? nothing) => nothing is null ? null : new(
        [.. nothing.Parts.Select(static part => new PartAnswer(
            part.Text, part.Offset, part.Length, part.IsExcluded ? true : null, part.Count, part.Without, part.Query))],
        nothing.MoreParts == 0 ? null : nothing.MoreParts,
        [.. nothing.Filters.Select(static filter => new FilterAnswer(filter.Field, filter.Without))]);
}

/// <summary>
/// A part of the query that every match must have, or, excluded, must not have. Count: how many have it under the same filters; without: how many the query
/// finds without it; query: the query without it, absent when nothing is left.
/// </summary>
internal sealed record PartAnswer(string Text, int Offset, int Length, bool? Excluded, long Count, long Without, string? Query);

/// <summary>A filter of the request; without: how many the query finds under the others alone.</summary>
internal sealed record FilterAnswer(string Field, long Without);
