using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution;

/// <summary>Searches one segment: matches window by window, hands the documents found to the collector, and keeps the sets that facets are counted over.</summary>
/// <remarks>
/// <para>What is ranked with pruning is found first, in the whole segment and without frequencies; else each window is scored as it is found.</para>
/// <para>Without sideways facets the filter groups narrow what the query found, one after the other; a query that reads positions is
/// asked last. With them each group narrows a copy,
/// and the set of "all groups but g" is the AND of those before g and those after it, all of which are had in 3n ANDs.</para>
/// </remarks>
internal sealed class SegmentPass
{
    private readonly SegmentReader _segment;
    private readonly int _number;
    private readonly QueryCompiler _compiler;
    private readonly RankingCompiler _rankings;
    private readonly EngineSearch _search;
    private readonly Scratch _scratch;
    private readonly CancellationToken _cancellation;
    private readonly int _wordCount;
    private readonly FacetPlan _plan;
    private readonly ulong[][] _sets; // of the plan

    /// <summary>Prepares.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="number">Its place in the snapshot.</param>
    /// <param name="compiler">Makes the matchers.</param>
    /// <param name="rankings">Makes what ranks the documents found, where that can be done apart from matching.</param>
    /// <param name="search">The search.</param>
    /// <param name="plan">The sets to be kept.</param>
    /// <param name="scratch">Lends room for them.</param>
    /// <param name="cancellation">Looked at once a window.</param>
    public SegmentPass(
        SegmentReader segment,
        int number,
        QueryCompiler compiler,
        RankingCompiler rankings,
        EngineSearch search,
        FacetPlan plan,
        Scratch scratch,
        CancellationToken cancellation)
    {
        _segment = segment;
        _number = number;
        _compiler = compiler;
        _rankings = rankings;
        _search = search;
        _scratch = scratch;
        _cancellation = cancellation;
        _wordCount = BitSet.WordsFor(segment.DocumentCount);
        _plan = plan;
        _sets = plan.SetCount == 0 ? [] : new ulong[plan.SetCount][];
        for (var i = 0; i < _sets.Length; i++)
        {
            _sets[i] = scratch.Words(_wordCount);
            _sets[i].AsSpan(0, _wordCount).Clear();
        }
    }

    /// <summary>Searches.</summary>
    /// <param name="hits">Takes the documents found.</param>
    /// <returns>How many there are.</returns>
    public long Run(HitCollector hits)
    {
        if (Keeps(ignoresQuery: true, sidewaysOnly: false))
        {
            Walk(_compiler.Compile(Query.All, _number, ranked: false), ignoresQuery: true, null, default);
        }

        double floor = 0;
        if (hits.TopScores is not { } best || !_rankings.Fits(_search.Query)
            || _rankings.TryCompile(_number, _segment.Deleted is null && _search.Filters.IsEmpty && !best.Continues && hits.LeftOut is null, !_search.Filters.IsEmpty, best, out floor) is not { } ranking)
        {
            return Walk(_compiler.Compile(_search.Query, _number, hits.NeedsScores), ignoresQuery: false, hits, default, floor);
        }

        var query = _compiler.Compile(_search.Query, _number, ranked: false);
        var found = _scratch.Words(_wordCount).AsSpan(0, _wordCount);
        long total;
        if (ranking.Total is { } known && _plan.SetCount == 0)
        {
            found.Fill(ulong.MaxValue);
            total = known;
        }
        else
        {
            found.Clear();
            total = Walk(query, ignoresQuery: false, null, found);
        }

        if (total > 0)
        {
            hits.Narrow(_number, 0, found);
            ranking.Rank(found, _segment.Base, best, _cancellation);
        }

        return total;
    }

    /// <summary>A set that was kept, after <see cref="Run"/>.</summary>
    /// <param name="set">Its place in the plan.</param>
    public CountedSet Counted(int set) => new(_sets[set].AsMemory(0, _wordCount), _segment.DocumentCount, _scratch);

    // Either shows what it finds to the hits, or keeps it. What scores below the floor is not among the hits.
    private long Walk(Matcher query, bool ignoresQuery, HitCollector? hits, Span<ulong> all, double floor = 0)
    {
        if (query is NoneMatcher)
        {
            return 0;
        }

        var groups = CompileGroups();
        Matcher[] parts = query.IsCostly ? [.. groups, query] : [query, .. groups];
        var sideways = Keeps(ignoresQuery, sidewaysOnly: true) ? new SidewaysSets(groups.Length, _scratch) : null;
        var scores = hits is { NeedsScores: true } ? _scratch.Doubles(Window.Size).AsSpan(0, Window.Size) : default;
        scores.Clear();
        Span<ulong> found = stackalloc ulong[Window.Words];
        var scored = hits is { NeedsScores: true };
        var maxScore = scored ? query.AddMaxScore(0) : 0;
        var below = floor > 0 ? Math.BitDecrement(floor) : -1;
        long total = 0;
        for (var from = 0; (from = Seek(query, sideways is null ? groups : [], from)) < _segment.DocumentCount;)
        {
            _cancellation.ThrowIfCancellationRequested();
            var window = Window.Holding(from, _segment.DocumentCount);
            from = window.End;
            if (sideways is not null)
            {
                query.Match(window, found);
                TakeOutDeleted(window, found);
                sideways.Narrow(groups, window, found);
            }
            else
            {
                parts[0].Match(window, found);
                TakeOutDeleted(window, found);
                foreach (var part in parts.AsSpan(1))
                {
                    if (!WindowSet.IsEmpty(found))
                    {
                        part.Filter(window, found);
                    }
                }
            }

            for (var i = 0; i < _sets.Length; i++)
            {
                var (ignores, leftOut) = _plan.Sets[i];
                if (ignores == ignoresQuery)
                {
                    var set = leftOut < 0 ? found : sideways!.AllBut(leftOut);
                    set[..window.WordCount].CopyTo(_sets[i].AsSpan(window.FirstWord));
                }
            }

            if (!all.IsEmpty)
            {
                found[..window.WordCount].CopyTo(all[window.FirstWord..]);
            }

            var count = BitKernels.PopCount(found);
            total += count;
            if (count > 0 && hits is { NeedsDocuments: true } && !(scored && maxScore <= hits.ScoreThreshold))
            {
                hits.Narrow(_number, window.FirstWord, found[..window.WordCount]);
                if (scored)
                {
                    query.RuleOut(window, Math.Max(below, hits.ScoreThreshold), found);
                    query.Score(window, found, scores);
                }

                hits.Collect(_segment, window, found, scores);
            }
        }

        return total;
    }

    private Matcher[] CompileGroups()
    {
        if (_search.Filters.IsEmpty)
        {
            return [];
        }

        var groups = new Matcher[_search.Filters.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = _compiler.Compile(_search.Filters[i].Query, _number, ranked: false);
        }

        return groups;
    }

    private bool Keeps(bool ignoresQuery, bool sidewaysOnly)
    {
        foreach (var set in _plan.Sets)
        {
            if (set.IgnoresQuery == ignoresQuery && (set.LeftOut >= 0 || !sidewaysOnly))
            {
                return true;
            }
        }

        return false;
    }

    // The first document that query and filters may have in common.
    private static int Seek(Matcher query, Matcher[] groups, int from)
    {
        from = query.Seek(from);
        foreach (var group in groups)
        {
            if (from == int.MaxValue)
            {
                break;
            }

            from = group.Seek(from);
        }

        return from;
    }

    private void TakeOutDeleted(Window window, Span<ulong> found)
    {
        if (_segment.Deleted is { } deleted)
        {
            BitKernels.AndNot(found[..window.WordCount], deleted.Words.Slice(window.FirstWord, window.WordCount));
        }
    }
}
