using System.Collections.Immutable;

namespace SearchService.Core.Searching;

/// <summary>Why nothing has all that was asked for: what each part of the query and each filter keeps from being found.</summary>
/// <param name="Parts">What a match must have, or must not have, in the order of the query; at most <see cref="SearchLimits.MaxPartsExplained"/>.</param>
/// <param name="MoreParts">Parts beyond the limit.</param>
/// <param name="Filters">Those of the request.</param>
public sealed record NothingFound(ImmutableArray<NeededPart> Parts, int MoreParts, ImmutableArray<NarrowingFilter> Filters);

/// <summary>A part of a query that every match must have; phrases and groups are one.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Offset">First UTF-16 unit in the input.</param>
/// <param name="Length">UTF-16 units in the input.</param>
/// <param name="IsExcluded">No match may have it.</param>
/// <param name="Count">Matches that have it, under the same filters, whatever the other parts: exact.</param>
/// <param name="Without">Matches of the query without it, under the same filters: exact.</param>
/// <param name="Query">The query without it, in the query language; null when nothing is left.</param>
public sealed record NeededPart(string Text, int Offset, int Length, bool IsExcluded, long Count, long Without, string? Query);

/// <summary>A filter of the request.</summary>
/// <param name="Field">One of <see cref="FacetFields.Filters"/>.</param>
/// <param name="Without">Matches of the query under the other filters alone: exact.</param>
public sealed record NarrowingFilter(string Field, long Without);
