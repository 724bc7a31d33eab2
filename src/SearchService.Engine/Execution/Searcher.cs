using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Collect.Groups;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments.Columns;

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
    private readonly GroupedField?[] _groupedFields;

    /// <summary>Makes a searcher.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public Searcher(IndexSnapshot snapshot, SearcherOptions? options = null)
    {
        _snapshot = snapshot;
        _options = options ?? SearcherOptions.Default;
        _statistics = new SnapshotStatistics(snapshot);
        _facetFields = new FacetField?[snapshot.Schema.Fields.Length];
        _groupedFields = new GroupedField?[snapshot.Schema.Fields.Length];
    }

    /// <summary>The snapshot searched.</summary>
    public IndexSnapshot Snapshot => _snapshot;

    /// <summary>Searches.</summary>
    /// <param name="search">What for.</param>
    /// <param name="cancellation">Looked at once a window of 4,096 documents.</param>
    /// <returns>Exact counts and the best hits; deleted documents are in none of them.</returns>
    /// <exception cref="ArgumentException">
    /// A query is nested too deep or asks of a field what its kind hasn't; two filter groups have the same name; a facet
    /// names a group that isn't there; a size is negative; a document has two values of the field that collapses.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SearchResult Search(EngineSearch search, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(search.Size);
        var facets = new FacetPlan(search);
        using var scratch = Scratch.Take();
        var terms = new TermLookup(_snapshot, scratch.Terms);
        var compiler = new QueryCompiler(_snapshot, _statistics, terms, _options, scratch, cancellation);
        var rankings = new RankingCompiler(_snapshot, _statistics, terms, _options, scratch);
        var accumulators = AccumulatorsFor(search.Facets, facets, scratch);
        var hits = HitCollector.For(search, scratch);
        var groups = search.CollapseField is { } field ? GroupedFieldOf(field) : null;
        var leaders = groups is null ? null : new GroupCollector(groups, search.Sort, scratch);
        var kept = groups is not null || search.Facets.Any(static facet => facet.Split is not null);
        CountedSet[] counted = kept ? new CountedSet[facets.SetCount * _snapshot.Segments.Length] : []; // segments of a set beside one another
        long total = 0;
        for (var number = 0; number < _snapshot.Segments.Length; number++)
        {
            var pass = new SegmentPass(_snapshot.Segments[number], number, compiler, rankings, search, facets, scratch, cancellation);
            leaders?.Begin(number);
            total += pass.Run(leaders ?? hits);
            for (var set = 0; set < facets.SetCount; set++)
            {
                var documents = pass.Counted(set);
                Count(documents, set, number, facets, accumulators);
                if (kept)
                {
                    counted[(set * _snapshot.Segments.Length) + number] = documents;
                }
            }
        }

        if (leaders is null)
        {
            return new SearchResult(total, total, hits.Drain(), Answers(search.Facets, facets, accumulators, counted, groups, scratch), []);
        }

        TakeOutRepeats(groups!, counted, search.Facets, facets, accumulators, scratch);
        if (hits.NeedsDocuments && total > 0)
        {
            // Once more, without those that aren't the best of their group: what ranks fast ranks these as fast.
            hits.LeftOut = leaders.Others([.. _snapshot.Segments.Select(static segment => segment.DocumentCount)]);
            for (var number = 0; number < _snapshot.Segments.Length; number++)
            {
                new SegmentPass(_snapshot.Segments[number], number, compiler, rankings, search, FacetPlan.None, scratch, cancellation).Run(hits);
            }
        }

        var best = hits.Drain();
        return new SearchResult(
            total, total - leaders.Repeats, best, Answers(search.Facets, facets, accumulators, counted, groups, scratch), SizesOf(best, leaders));
    }

    /// <summary>Shows every document that a query finds, in the order of their numbers.</summary>
    /// <param name="query">What for.</param>
    /// <param name="scored">Whether their scores are wanted.</param>
    /// <param name="show">Called with up to 4,096 documents at a time.</param>
    /// <param name="cancellation">Looked at once a window of 4,096 documents.</param>
    /// <exception cref="ArgumentException">The query is nested too deep or asks of a field what its kind hasn't.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void ForEach(Query query, bool scored, DocumentsFound show, CancellationToken cancellation = default)
    {
        using var scratch = Scratch.Take();
        var compiler = new QueryCompiler(_snapshot, _statistics, new TermLookup(_snapshot, scratch.Terms), _options, scratch, cancellation);
        var scores = scored ? scratch.Doubles(Window.Size).AsSpan(0, Window.Size) : default;
        Span<ulong> found = stackalloc ulong[Window.Words];
        for (var number = 0; number < _snapshot.Segments.Length; number++)
        {
            var segment = _snapshot.Segments[number];
            var matcher = compiler.Compile(query, number, scored);
            for (var from = 0; (from = matcher.Seek(from)) < segment.DocumentCount;)
            {
                cancellation.ThrowIfCancellationRequested();
                var window = Window.Holding(from, segment.DocumentCount);
                from = window.End;
                matcher.Match(window, found);
                if (segment.Deleted is { } deleted)
                {
                    BitKernels.AndNot(found[..window.WordCount], deleted.Words.Slice(window.FirstWord, window.WordCount));
                }

                if (WindowSet.IsEmpty(found))
                {
                    continue;
                }

                if (scored)
                {
                    scores.Clear();
                    matcher.Score(window, found, scores);
                }

                show(segment.Base + window.Start, found[..window.WordCount], scores);
            }
        }
    }

    // What captures stands apart: a closure is made where the method begins that has it, by each search that comes by.
    private ImmutableArray<int> SizesOf(ImmutableArray<Hit> hits, GroupCollector leaders) => [.. hits.Select(hit => SizeOf(hit, leaders))];

    private int SizeOf(Hit hit, GroupCollector leaders)
    {
        var segment = _snapshot.SegmentOf(hit.Document);
        return leaders.CountOf(segment, hit.Document - _snapshot.Segments[segment].Base);
    }

    private static void TakeOutRepeats(
        GroupedField groups, CountedSet[] counted, ImmutableArray<FacetRequest> requests, FacetPlan plan, FacetAccumulator[] accumulators, Scratch scratch)
    {
        var segments = plan.SetCount == 0 ? 0 : counted.Length / plan.SetCount;
        for (var set = 0; set < plan.SetCount; set++)
        {
            var repeats = new GroupRepeats(groups, counted.AsSpan(set * segments, segments), scratch);
            for (var i = 0; i < accumulators.Length; i++)
            {
                if (plan.SetOf(i) == set && Array.IndexOf(accumulators, accumulators[i]) == i)
                {
                    accumulators[i].TakeOut(repeats, requests[i].Bucket, scratch);
                }
            }
        }
    }

    // One for each facet; facets that ask for the same counts share it.
    private FacetAccumulator[] AccumulatorsFor(ImmutableArray<FacetRequest> requests, FacetPlan plan, Scratch scratch)
    {
        if (requests.IsEmpty)
        {
            return [];
        }

        var accumulators = new FacetAccumulator[requests.Length];
        for (var i = 0; i < accumulators.Length; i++)
        {
            var field = FacetFieldOf(requests[i].Field);
            var same = 0;
            while (same < i && (accumulators[same].Field != field || plan.SetOf(same) != plan.SetOf(i) || requests[same].Bucket != requests[i].Bucket))
            {
                same++;
            }

            accumulators[i] = same < i ? accumulators[same] : new FacetAccumulator(field, scratch);
        }

        return accumulators;
    }

    private static void Count(CountedSet counted, int set, int segment, FacetPlan plan, FacetAccumulator[] accumulators)
    {
        for (var i = 0; i < accumulators.Length; i++)
        {
            if (plan.SetOf(i) == set && Array.IndexOf(accumulators, accumulators[i]) == i)
            {
                accumulators[i].Add(segment, counted);
            }
        }
    }

    private ImmutableArray<FacetResult> Answers(
        ImmutableArray<FacetRequest> requests, FacetPlan plan, FacetAccumulator[] accumulators, CountedSet[] counted, GroupedField? groups, Scratch scratch)
    {
        if (requests.IsEmpty)
        {
            return [];
        }

        var answers = new FacetResult[requests.Length];
        var top = new TopHits(0, scratch);
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = accumulators[i].Answer(requests[i], top);
            if (requests[i].Split is { } split)
            {
                var splitter = new FacetSplitter(accumulators[i].Field, FacetFieldOf(split.Field), groups, scratch);
                var segments = _snapshot.Segments.Length;
                answers[i] = answers[i] with { Parts = splitter.Split(requests[i], counted.AsSpan(plan.SetOf(i) * segments, segments), top) };
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(answers);
    }

    private FacetField FacetFieldOf(int field) => _facetFields[field] ??= new FacetField(_snapshot.Ordinals(field), ColumnsOf(field));

    private GroupedField GroupedFieldOf(int field) => _groupedFields[field] ??= new GroupedField(_snapshot.Ordinals(field), ColumnsOf(field));

    private ImmutableArray<KeywordColumn> ColumnsOf(int field) => [.. _snapshot.Segments.Select(segment => segment.Keywords(field))];
}
