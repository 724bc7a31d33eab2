using SearchService.Engine.Kernels;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents that at least some number of clauses find; scores are the sum of those that do.</summary>
internal sealed class DisjunctionMatcher : Matcher
{
    private readonly Matcher[] _clauses;
    private readonly int _minimum;
    private readonly bool _ranked;
    private readonly CandidateSets? _sets; // of the clauses in the window, where they are of use
    private readonly ulong[] _work;
    private readonly ulong[] _candidates;
    private readonly ulong[] _planes;
    private readonly ulong[] _found;

    /// <summary>Combines matchers.</summary>
    /// <param name="clauses">At least <paramref name="minimum"/>, in the order of the query.</param>
    /// <param name="minimum">How many have to match, at least 1.</param>
    /// <param name="ranked">Whether scores will be asked for: if not, a clause needn't look at what others found.</param>
    /// <param name="sets">Rules documents out before they are scored; null to score all.</param>
    /// <param name="scratch">Lends the room for sets.</param>
    public DisjunctionMatcher(Matcher[] clauses, int minimum, bool ranked, CandidateSets? sets, Scratch scratch)
    {
        _clauses = clauses;
        _minimum = minimum;
        _ranked = ranked;
        _sets = sets;
        _work = scratch.Words(Window.Words);
        _candidates = scratch.Words(Window.Words);
        _planes = minimum > 1 ? scratch.Words(ClauseCounter.WordsFor(clauses.Length)) : [];
        _found = minimum > 1 ? scratch.Words(Window.Words) : [];
        foreach (var clause in clauses)
        {
            Cost += clause.Cost;
        }

        Cost /= minimum;
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override double AddMaxScore(double sum)
    {
        foreach (var matcher in _clauses)
        {
            sum = matcher.AddMaxScore(sum);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        var first = int.MaxValue;
        foreach (var clause in _clauses)
        {
            first = Math.Min(first, clause.Seek(from));
            if (first == from)
            {
                break;
            }
        }

        return first;
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        set = set[..Window.Words];
        if (_minimum > 1)
        {
            MatchSeveral(window, [], set);
            return;
        }

        set.Clear();
        for (var i = 0; i < _clauses.Length; i++)
        {
            var matches = RoomFor(i);
            _clauses[i].Match(window, matches);
            BitKernels.Or(set, matches);
        }
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        set = set[..Window.Words];
        var candidates = _candidates.AsSpan(0, Window.Words);
        set.CopyTo(candidates);
        if (_minimum > 1)
        {
            MatchSeveral(window, candidates, set);
            return;
        }

        set.Clear();
        for (var i = 0; i < _clauses.Length; i++)
        {
            var matches = RoomFor(i);
            candidates.CopyTo(matches);
            _clauses[i].Filter(window, matches);
            BitKernels.Or(set, matches);
            if (!_ranked)
            {
                BitKernels.AndNot(candidates, matches);
                if (WindowSet.IsEmpty(candidates))
                {
                    break;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void RuleOut(Window window, double threshold, Span<ulong> set) => _sets?.RuleOut(threshold, set);

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores)
    {
        if (_minimum > 1)
        {
            // A clause may match where too few do.
            var found = _found.AsSpan(0, Window.Words);
            BitKernels.And(found, set);
            set = found;
        }

        foreach (var clause in _clauses)
        {
            clause.Score(window, set, scores);
        }
    }

    private Span<ulong> RoomFor(int clause) => _sets is null ? _work.AsSpan(0, Window.Words) : _sets.Of(clause);

    private void MatchSeveral(Window window, ReadOnlySpan<ulong> candidates, Span<ulong> set)
    {
        var counter = new ClauseCounter(_planes.AsSpan(0, ClauseCounter.WordsFor(_clauses.Length)));
        counter.Clear();
        for (var i = 0; i < _clauses.Length; i++)
        {
            var matches = RoomFor(i);
            if (candidates.IsEmpty)
            {
                _clauses[i].Match(window, matches);
            }
            else
            {
                candidates.CopyTo(matches);
                _clauses[i].Filter(window, matches);
            }

            counter.Add(matches);
        }

        counter.AtLeast(_minimum, set);
        set.CopyTo(_found);
    }
}
