using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Index;

namespace SearchService.Engine.Execution;

/// <summary>Answers searches from one snapshot.</summary>
/// <remarks>
/// Thread-safe. Make one for a snapshot and keep it as long as that: it remembers length tables, the order of facet values
/// and the counts of whole segments. It doesn't own the snapshot, which must be held while it is used.
/// </remarks>
public sealed class Searcher
{
    private readonly IndexSnapshot _snapshot;
    private readonly SearcherOptions _options;
    private readonly SnapshotStatistics _statistics;

    // Made twice by two threads it is the same.
    private readonly FacetField?[] _facetFields;

    /// <summary>Makes a searcher.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public Searcher(IndexSnapshot snapshot, SearcherOptions? options = null)
    {
        _snapshot = snapshot;
        _options = options ?? SearcherOptions.Default;
        _statistics = new SnapshotStatistics(snapshot);
        _facetFields = new FacetField?[snapshot.Schema.Fields.Length];
    }

    /// <summary>The snapshot searched.</summary>
    public IndexSnapshot Snapshot => _snapshot;

    /// <summary>Searches.</summary>
    /// <param name="search">What for.</param>
    /// <param name="cancellation">Looked at once a window of 4,096 documents.</param>
    /// <returns>Exact counts and the best hits; deleted documents are in none of them.</returns>
    /// <exception cref="ArgumentException">
    /// A query is nested too deep or asks of a field what its kind hasn't; two filter groups have the same name; a facet
    /// names a group that isn't there; a size is negative.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SearchResult Search(EngineSearch search, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(search.Size);
        var facets = new FacetPlan(search);
        using var scratch = Scratch.Take();
        var terms = new TermLookup(_snapshot);
        var compiler = new QueryCompiler(_snapshot, _statistics, terms, _options, scratch, cancellation);
        var rankings = new RankingCompiler(_snapshot, _statistics, terms, _options, scratch);
        var accumulators = new Dictionary<(int Field, FacetSet Set), FacetAccumulator>();
        foreach (var (request, set) in facets.Requests)
        {
            if (!accumulators.ContainsKey((request.Field, set)))
            {
                var field = FacetFieldOf(request.Field);
                accumulators.Add((request.Field, set), new FacetAccumulator(field, scratch.Ints(field.Ordinals.ValueCount), scratch.Ints(field.Ordinals.ValueCount + 1)));
            }
        }

        var hits = HitCollector.For(search);
        long total = 0;
        for (var number = 0; number < _snapshot.Segments.Length; number++)
        {
            var pass = new SegmentPass(_snapshot.Segments[number], number, compiler, rankings, search, facets, scratch, cancellation);
            total += pass.Run(hits);
            foreach (var set in facets.Sets)
            {
                var counted = pass.Counted(set);
                foreach (var (key, accumulator) in accumulators)
                {
                    if (key.Set == set)
                    {
                        accumulator.Add(number, counted);
                    }
                }
            }
        }

        return new SearchResult(
            total,
            hits.Drain(),
            [.. facets.Requests.Select(r => accumulators[(r.Request.Field, r.Set)].Answer(r.Request))]);
    }

    private FacetField FacetFieldOf(int field) =>
        _facetFields[field] ??= new FacetField(_snapshot.Ordinals(field), [.. _snapshot.Segments.Select(s => s.Keywords(field))]);
}
