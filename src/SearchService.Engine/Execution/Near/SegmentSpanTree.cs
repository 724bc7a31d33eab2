using SearchService.Analysis;
using SearchService.Analysis.Proximity;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution.Near;

/// <summary>Finds spans by the positions of a segment.</summary>
/// <param name="terms">The terms of the search.</param>
/// <param name="segment">The segment.</param>
/// <param name="number">Its place in the snapshot.</param>
/// <param name="candidates">A set of the segment's documents that none outside will be asked about; null unless the query holds sets of terms.</param>
/// <param name="room">How many positions each set of terms may hold.</param>
/// <param name="scratch">Lends that room.</param>
/// <param name="cancellation">Ends long expansions.</param>
internal sealed class SegmentSpanTree(
    TermLookup terms,
    SegmentReader segment,
    int number,
    ulong[]? candidates,
    int room,
    Scratch scratch,
    CancellationToken cancellation) : SpanTree
{
    /// <inheritdoc/>
    protected override TermPositions? Term(int field, TermForm form, ReadOnlyMemory<byte> term) =>
        terms.Find(field, form, term).Entries[number] is { } entry ? new PostedPositions(segment.Positions(field, entry)) : null;

    /// <inheritdoc/>
    protected override TermPositions? Set(TermSetQuery query) =>
        new GatheredPositions(query, segment, candidates ?? throw new InvalidOperationException("A set of terms is gathered for candidates."), room, scratch, cancellation);
}
