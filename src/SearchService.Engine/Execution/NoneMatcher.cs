namespace SearchService.Engine.Execution;

/// <summary>Finds nothing; the compiler takes it out of trees, and a segment whose query is this is passed over.</summary>
internal sealed class NoneMatcher : SetMatcher
{
    /// <summary>The one there is: it has no state.</summary>
    public static NoneMatcher Instance { get; } = new();

    /// <inheritdoc/>
    public override long Cost => 0;

    /// <inheritdoc/>
    public override int Seek(int from) => int.MaxValue;

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set) => set.Clear();

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set) => set.Clear();
}
