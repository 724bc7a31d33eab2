using SearchService.Engine.Kernels;

namespace SearchService.Engine.Segments.Positions;

/// <summary>
/// The positions of terms, one list after another, in <c>.positions</c>.
/// </summary>
/// <remarks>
/// A list has the positions of all documents one after the other; each document's are gaps: the first position as it
/// is, then the distance to the one before. Where a document begins is the sum of the frequencies before it, which the
/// postings give per block. A list of fewer than 128 positions is a tail alone; any other begins at a multiple of 4.
/// <code>
/// ┌──────────────────────────┬─────────────────────────┬───────────────────┐
/// │ offsets from the start   │ blocks of 128 positions │ tail              │
/// │ u32 × (full blocks + 1)  │ patched blocks          │ vInt × (0 to 127) │
/// └──────────────────────────┴─────────────────────────┴───────────────────┘
/// </code>
/// </remarks>
internal static class PositionsFormat
{
    /// <summary>Positions a block.</summary>
    public const int BlockLength = BlockPacking.BlockLength;
}
