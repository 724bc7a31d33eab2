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
    private readonly FacetSet[] _sets;
    private readonly int[] _setOf;

    /// <summary>The plan of a search that counts nothing.</summary>
    public static FacetPlan None { get; } = new(new EngineSearch());

    /// <summary>Reads the facets of a search.</summary>
    /// <exception cref="ArgumentException">A group's name is there twice, or one that is named isn't there, or a size is negative.</exception>
    public FacetPlan(EngineSearch search)
    {
        for (var i = 0; i < search.Filters.Length; i++)
        {
            if (PlaceOf(search.Filters[i].Name, search.Filters) < i)
            {
                throw new ArgumentException($"Two filter groups are named '{search.Filters[i].Name}'.", nameof(search));
            }
        }

        var sets = search.Facets.IsEmpty ? [] : new FacetSet[search.Facets.Length];
        _setOf = search.Facets.IsEmpty ? [] : new int[search.Facets.Length];
        var count = 0;
        for (var i = 0; i < _setOf.Length; i++)
        {
            var facet = search.Facets[i];
            var set = new FacetSet(facet.IgnoresQuery, LeftOut(facet, search.Filters));
            _setOf[i] = Array.IndexOf(sets, set, 0, count);
            if (_setOf[i] < 0)
            {
                _setOf[i] = count;
                sets[count++] = set;
            }
        }

        _sets = sets;
        SetCount = count;
    }

    /// <summary>How many sets there are.</summary>
    public int SetCount { get; }

    /// <summary>The sets, each once.</summary>
    public ReadOnlySpan<FacetSet> Sets => _sets.AsSpan(0, SetCount);

    /// <summary>The place in <see cref="Sets"/> of the set that a facet is counted over.</summary>
    /// <param name="facet">The facet's place in the search.</param>
    public int SetOf(int facet) => _setOf[facet];

    private static int LeftOut(FacetRequest facet, ImmutableArray<FilterGroup> groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(facet.Size);
        if (facet.OwnGroup is null)
        {
            return -1;
        }

        var group = PlaceOf(facet.OwnGroup, groups);
        return group >= 0
            ? group
            : throw new ArgumentException($"A facet of field {facet.Field} names '{facet.OwnGroup}' as its own filter group, but the search has none of that name.", nameof(facet));
    }

    private static int PlaceOf(string name, ImmutableArray<FilterGroup> groups)
    {
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
