using System.Numerics;

namespace SearchService.Engine.Execution;

/// <summary>Gives every document that another matcher finds the same score.</summary>
/// <param name="inner">What finds the documents; its own scores aren't asked for.</param>
/// <param name="score">The score.</param>
/// <param name="scratch">Lends the room for a window's set.</param>
internal sealed class ConstantMatcher(Matcher inner, double score, Scratch scratch) : Matcher
{
    private readonly ulong[] _found = scratch.Words(Window.Words);

    /// <inheritdoc/>
    public override long Cost => inner.Cost;

    /// <inheritdoc/>
    public override bool IsCostly => inner.IsCostly;

    /// <inheritdoc/>
    public override double AddMaxScore(double sum) => sum + score;

    /// <inheritdoc/>
    public override int Seek(int from) => inner.Seek(from);

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set)
    {
        inner.Match(window, set);
        set[..Window.Words].CopyTo(_found);
    }

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
        inner.Filter(window, set);
        set[..Window.Words].CopyTo(_found);
    }

    /// <inheritdoc/>
    public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores)
    {
        for (var i = 0; i < Window.Words; i++)
        {
            for (var word = set[i] & _found[i]; word != 0; word &= word - 1)
            {
                scores[(i << 6) + BitOperations.TrailingZeroCount(word)] += score;
            }
        }
    }
}
