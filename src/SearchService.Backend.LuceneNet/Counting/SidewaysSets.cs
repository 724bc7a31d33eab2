using System.Collections.Immutable;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Queries;
using SearchService.Backend.LuceneNet.Searching;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Counting;

/// <summary>What was found, under all filters, or under all but one facet's own.</summary>
/// <remarks>Sets are those of one search, and not to be changed.</remarks>
internal sealed class SidewaysSets
{
    private readonly FixedBitSet _all;
    private readonly FixedBitSet _found;
    private readonly ImmutableArray<(string Field, FixedBitSet Passing)> _filters;

    /// <summary>Prepares.</summary>
    /// <param name="archive">What was searched.</param>
    /// <param name="all">The documents that were searched: articles, or quotations.</param>
    /// <param name="found">What the query found among them, whatever the filters.</param>
    /// <param name="filters">At most one a field.</param>
    internal SidewaysSets(ArchiveReader archive, FixedBitSet all, FixedBitSet found, ImmutableArray<FacetFilter> filters)
    {
        (_all, _found) = (all, found);
        _filters = [.. filters.Select(filter => (filter.Field, LabelSets.Passing(archive, filter)))];
        Found = Filtered(found, but: null);
    }

    /// <summary>Gets what was found.</summary>
    internal FixedBitSet Found { get; }

    /// <summary>What would be found if nothing were chosen in a field.</summary>
    internal FixedBitSet FoundBut(string field) => _filters.Any(filter => filter.Field == field) ? Filtered(_found, field) : Found;

    /// <summary>What passes the filters, whatever the query.</summary>
    internal FixedBitSet Covered() => Filtered(_all, but: null);

    private FixedBitSet Filtered(FixedBitSet set, string? but)
    {
        FixedBitSet[] passing = [.. _filters.Where(filter => filter.Field != but).Select(static filter => filter.Passing)];
        return passing.Length == 0 ? set : DocumentBits.All(set, passing);
    }
}
