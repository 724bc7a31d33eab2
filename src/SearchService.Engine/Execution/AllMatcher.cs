namespace SearchService.Engine.Execution;

/// <summary>Finds every document.</summary>
/// <param name="documentCount">Documents in the segment.</param>
internal sealed class AllMatcher(int documentCount) : SetMatcher
{
    /// <inheritdoc/>
    public override long Cost => documentCount;

    /// <inheritdoc/>
    public override void Match(Window window, Span<ulong> set) => WindowSet.FillTo(set, window.End - window.Start);

    /// <inheritdoc/>
    public override void Filter(Window window, Span<ulong> set)
    {
    }
}
