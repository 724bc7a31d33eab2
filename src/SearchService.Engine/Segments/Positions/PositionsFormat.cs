using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Segments.Positions;

/// <summary>
/// The positions of terms, one list after another, in <c>.positions</c>.
/// </summary>
/// <remarks>
/// The terms that are nearly everywhere have lists of another form, <see cref="DensePositionsFormat"/>. Of all others
/// a list has the positions of all documents one after the other; each document's are gaps: the first position as it
/// is, then the distance to the one before. Where a document begins is the sum of the frequencies before it, which the
/// postings give per block. A list of fewer than 128 positions is a tail alone; any other begins at a multiple of 4. Blocks are
/// <see cref="PatchedPacking"/>'s, tails <see cref="RicePacking"/>'s.
/// <code>
/// ┌──────────────────────────┬─────────────────────────┬────────────────────┐
/// │ offsets from the start   │ blocks of 128 positions │ tail (0 to 127)    │
/// │ u32 × (full blocks + 1)  │ patched blocks          │ Rice codes, if any │
/// └──────────────────────────┴─────────────────────────┴────────────────────┘
/// </code>
/// </remarks>
internal static class PositionsFormat
{
    /// <summary>Positions a block.</summary>
    public const int BlockLength = BlockPacking.BlockLength;

    /// <summary>Whether the positions of a term are a dense list.</summary>
    /// <param name="input">The positions file.</param>
    /// <param name="entry">The term.</param>
    public static bool IsDense(IndexInput input, in TermEntry entry) =>
        entry.TotalFrequency >= BlockLength && input.Slice<uint>(entry.Positions, 1)[0] == DensePositionsFormat.Mark;
}
