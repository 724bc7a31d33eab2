using System.Collections.Immutable;
using SearchService.Engine.Collect.Facets;

namespace SearchService.Engine.Execution;

/// <summary>A set of documents that facets are counted over.</summary>
/// <param name="IgnoresQuery">Whether the query is left out.</param>
/// <param name="LeftOut">The filter group that is left out, or −1.</param>
internal readonly record struct FacetSet(bool IgnoresQuery, int LeftOut);

/// <summary>Which sets of documents a search has to make for its facets: as few as will do.</summary>
internal sealed class FacetPlan
{
    /// <summary>Reads the facets of a search.</summary>
    /// <exception cref="ArgumentException">A group's name is there twice, or one that is named isn't there, or a size is negative.</exception>
    public FacetPlan(EngineSearch search)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < search.Filters.Length; i++)
        {
            if (!groups.TryAdd(search.Filters[i].Name, i))
            {
                throw new ArgumentException($"Two filter groups are named '{search.Filters[i].Name}'.", nameof(search));
            }
        }

        Requests = [.. search.Facets.Select(f => (f, new FacetSet(f.IgnoresQuery, LeftOut(f, groups))))];
        Sets = [.. Requests.Select(r => r.Set).Distinct()];
    }

    /// <summary>Each facet with the set it is counted over.</summary>
    public ImmutableArray<(FacetRequest Request, FacetSet Set)> Requests { get; }

    /// <summary>The sets, each once.</summary>
    public ImmutableArray<FacetSet> Sets { get; }

    private static int LeftOut(FacetRequest facet, Dictionary<string, int> groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(facet.Size);
        if (facet.OwnGroup is null)
        {
            return -1;
        }

        return groups.TryGetValue(facet.OwnGroup, out var group)
            ? group
            : throw new ArgumentException($"A facet of field {facet.Field} names '{facet.OwnGroup}' as its own filter group, but the search has none of that name.", nameof(facet));
    }
}
