using System.Collections.Immutable;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SortOrder = SearchService.Core.Searching.SortOrder;

namespace SearchService.Backend.Embedded;

/// <summary>A page of a search, of articles or of quotations: what the engine is asked for, and what becomes of its answer.</summary>
/// <param name="fields">Of the documents that are searched.</param>
/// <param name="generation">That is searched.</param>
internal sealed class SearchPage(LabelFields fields, long generation)
{
    private ImmutableArray<FacetCounting> _facets = [];
    private HistogramCounting? _histogram;

    /// <summary>What is chosen in facets.</summary>
    internal ImmutableArray<FacetFilter> Filters { get; init; } = [];

    /// <summary>The order of hits.</summary>
    internal SortOrder Sort { get; init; }

    /// <summary>Hits wanted.</summary>
    internal int Size { get; init; }

    /// <summary>Hits left out before those.</summary>
    internal int Skip { get; init; }

    /// <summary>The last hit of the page before, or null. Of another generation it means nothing, and the caller is told by the state that answers.</summary>
    internal HitPosition? After { get; init; }

    /// <summary>Asks for facets and a histogram.</summary>
    internal void Count(ImmutableArray<string> facets, int size, HistogramInterval? interval, string? split = null, int splitSize = 0)
    {
        _facets = [.. facets.Select(field => FacetCounting.Of(field, Filters, size, fields))];
        _histogram = interval is { } width ? new HistogramCounting(width, fields, split, splitSize) : null;
    }

    /// <summary>What the engine is asked for.</summary>
    internal EngineSearch Search(Query query) => new()
    {
        Query = query,
        Filters = new FilterTranslator(fields).Translate(Filters),
        Sort = Sort switch
        {
            SortOrder.Newest => Engine.Execution.SortOrder.ByNumber(fields.DateFrom, descending: true),
            SortOrder.Oldest => Engine.Execution.SortOrder.ByNumber(fields.DateFrom, descending: false),
            _ => Engine.Execution.SortOrder.Relevance,
        },
        Size = Size == 0 ? 0 : Skip + Size + 1, // one more tells whether there is a next page
        After = After is not { } after || after.Generation != generation ? null
            : Sort == SortOrder.Relevance ? new SearchAfter((int)after.Document, BitConverter.Int64BitsToDouble(after.SortBits), null)
            : new SearchAfter((int)after.Document, 0, after.SortBits == long.MinValue ? null : after.SortBits),
        Facets = [.. _facets.SelectMany(facet => facet.Requests), .. _histogram?.Requests ?? []],
    };

    /// <summary>The hits of the page.</summary>
    internal ReadOnlySpan<Hit> Hits(SearchResult result) => result.Hits.AsSpan()[Math.Min(Skip, result.Hits.Length)..Math.Min(Skip + Size, result.Hits.Length)];

    /// <summary>The place of the last hit when more follow; null on the last page.</summary>
    internal HitPosition? Last(SearchResult result)
    {
        if (result.Hits.Length <= Skip + Size || Size == 0)
        {
            return null;
        }

        Hit last = result.Hits[Skip + Size - 1];
        return new HitPosition(
            generation, Sort == SortOrder.Relevance ? BitConverter.DoubleToInt64Bits(last.Score) : last.Value ?? long.MinValue, last.Document);
    }

    /// <summary>The facets and the histogram that were asked for.</summary>
    internal (ImmutableArray<Facet> Facets, Histogram? Histogram) Counts(SearchResult result)
    {
        ReadOnlySpan<FacetResult> results = result.Facets.AsSpan();
        ImmutableArray<Facet>.Builder shaped = ImmutableArray.CreateBuilder<Facet>(_facets.Length);
        foreach (FacetCounting facet in _facets)
        {
            int count = facet.Requests.Length;
            shaped.Add(facet.Shape(results[..count]));
            results = results[count..];
        }

        return (shaped.DrainToImmutable(), _histogram?.Shape(results[0], results[1]));
    }
}
