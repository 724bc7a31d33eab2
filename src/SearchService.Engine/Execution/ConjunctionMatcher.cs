using SearchService.Engine.Kernels;

namespace SearchService.Engine.Execution;

/// <summary>Finds the documents that all required clauses find and no prohibited one; optional clauses add to the score alone.</summary>
/// <remarks>
/// The rarest required clause finds candidates, the others are asked about those only: a frequent word behind a rare one
/// is looked up in a few blocks, not decoded. Scores are added in the order of the query, not of the intersection.
/// </remarks>
internal sealed class ConjunctionMatcher : Matcher
{
    private readonly Matcher[] _required;
    private readonly Matcher[] _prohibited;
    private readonly Matcher[] _optional;
    private readonly Matcher[] _scored;
    private readonly ulong[] _found;
    private readonly ulong[] _work;

    /// <summary>Combines matchers.</summary>
    /// <param name="required">At least one; they are put in another order.</param>
    /// <param name="prohibited">May be empty.</param>
    /// <param name="optional">Those that score where they match but needn't; may be empty.</param>
    /// <param name="scored">
    /// Those whose scores count, in the order of the query: the optional ones, and of the required ones or of the clauses inside them
    /// those that score.
    /// </param>
    /// <param name="scratch">Lends the room for sets.</param>
    public ConjunctionMatcher(Matcher[] required, Matcher[] prohibited, Matcher[] optional, Matcher[] scored, Scratch scratch)
    {
        _required = required;
        Cost = long.MaxValue;
        foreach (var matcher in required)
        {
            Cost = Math.Min(Cost, matcher.Cost);
            IsCostly |= matcher.IsCostly;
        }

        Array.Sort(_required, static (a, b) => (a.IsCostly, a.Cost).CompareTo((b.IsCostly, b.Cost)));
        _optional = optional;
        _prohibited = prohibited;
        _scored = scored;
        _found = scratch.Words(Window.Words);
        _work = scratch.Words(Window.Words);
    }

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override bool IsCostly { get; }

    /// <inheritdoc/>
    public override double AddMaxScore(double sum)
    {
        foreach (var matcher in _scored)
        {
            sum = matcher.AddMaxScore(sum);
        }

        return sum;
    }

    /// <inheritdoc/>
    public override int Seek(int from)
    {
        foreach (var matcher in _required)
        {
            from = matcher.Seek(from);
            if (from == int.MaxValue)
            {
                break;
            }
        }

        return from;
    }

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        _required[0].Match(window, set);
        Narrow(window, set, 1);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set) => Narrow(window, set, 0);

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores)
    {
        var found = _found.AsSpan(0, Window.Words);
        BitKernels.And(found, set);
        if (WindowSet.IsEmpty(found))
        {
            return;
        }

        foreach (var matcher in _optional)
        {
            found.CopyTo(_work);
            matcher.Filter(window, _work.AsSpan(0, Window.Words));
        }

        foreach (var matcher in _scored)
        {
            matcher.Score(window, found, scores);
        }
    }

    private void Narrow(Window window, Span<ulong> set, int next)
    {
        set = set[..Window.Words];
        for (var i = next; i < _required.Length && !WindowSet.IsEmpty(set); i++)
        {
            _required[i].Filter(window, set);
        }

        foreach (var matcher in _prohibited)
        {
            if (WindowSet.IsEmpty(set))
            {
                break;
            }

            var work = _work.AsSpan(0, Window.Words);
            set.CopyTo(work);
            matcher.Filter(window, work);
            BitKernels.AndNot(set, work);
        }

        set.CopyTo(_found);
    }
}
