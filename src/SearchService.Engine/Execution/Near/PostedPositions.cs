using SearchService.Analysis.Proximity;
using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution.Near;

/// <summary>The positions of one term in a segment.</summary>
internal sealed class PostedPositions(PositionsCursor cursor) : TermPositions
{
    /// <inheritdoc/>
    public override ReadOnlySpan<int> In(int document) => cursor.AdvanceTo(document) == document ? cursor.Positions : [];
}
