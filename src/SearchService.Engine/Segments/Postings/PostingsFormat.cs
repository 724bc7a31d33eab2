using SearchService.Engine.Kernels;

namespace SearchService.Engine.Segments.Postings;

/// <summary>
/// The documents and frequencies of terms, one list after another, in <c>.postings</c>.
/// </summary>
/// <remarks>
/// A term of one document has no list: its dictionary entry holds the document, and its frequency is the term's total.
/// A term of fewer than 128 documents is a tail alone. Any other begins at a multiple of 4 with fixed-width arrays, one
/// number per block, then the impacts, then the blocks; all offsets count from the list's first byte.
/// <code>
/// ┌────────────────┬────────────────┬─────────────────────┬──────────────────────┬─────────┬────────┬──────┐
/// │ last documents │ block offsets  │ positions before    │ impact offsets       │ impacts │ blocks │ tail │
/// │ u32 × n        │ u32 × n        │ u32 × n             │ u32 × (n + 1)        │         │        │      │
/// └────────────────┴────────────────┴─────────────────────┴──────────────────────┴─────────┴────────┴──────┘
/// n = ⌈documents / 128⌉; the tail counts as a block; the last impact entry is the whole term's
///
/// impacts of a block: count u8, then count × (frequency vInt, norm u8), both ascending
///
/// block                                                      tail (fewer than 128 documents)
/// ┌──────┬───────┬───────────────┬────────────────────┐      ┌────────────┬─────────────┐
/// │ kind │ width │ packed gaps   │ frequencies        │      │ gaps       │ frequencies │
/// │ u8 0 │ u8    │ 16 · width    │ patched block      │      │ Rice codes │ Rice codes  │
/// └──────┴───────┴───────────────┴────────────────────┘      └────────────┴─────────────┘
/// gap = document − document before − 1 (before the first: −1); frequencies are stored less 1
/// </code>
/// Patched blocks are <see cref="PatchedPacking"/>'s, Rice codes <see cref="RicePacking"/>'s. Kind 0 is the only one in this version; a dense
/// block as a bit set would be another.
/// </remarks>
internal static class PostingsFormat
{
    /// <summary>Postings a block.</summary>
    public const int BlockLength = BlockPacking.BlockLength;

    /// <summary>The kind of a block of packed gaps.</summary>
    public const byte PackedGaps = 0;

    /// <summary>How many blocks, tail included, a term of that many documents has.</summary>
    /// <param name="documentFrequency">At least 1.</param>
    public static int BlockCount(int documentFrequency) => (int)(((long)documentFrequency + BlockLength - 1) / BlockLength);

    /// <summary>How many bytes the fixed-width arrays before the impacts take.</summary>
    /// <param name="blockCount">The number of blocks, tail included.</param>
    public static int ArraysLength(int blockCount) => checked(((4 * blockCount) + 1) * sizeof(uint));
}
