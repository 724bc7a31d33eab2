namespace SearchService.Engine.Execution;

/// <summary>A matcher without scores of its own: <see cref="ConstantMatcher"/> gives it one where it is ranked.</summary>
internal abstract class SetMatcher : Matcher
{
    /// <inheritdoc/>
    public sealed override double AddMaxScore(double sum) => sum;

    /// <inheritdoc/>
    public sealed override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores)
    {
    }
}
