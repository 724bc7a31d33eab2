using SearchService.Engine.Kernels;

namespace SearchService.Engine.Segments.Terms;

/// <summary>
/// The term dictionaries, one per text field and term form, in <c>.terms</c>.
/// </summary>
/// <remarks>
/// Terms ascend by bytes, in blocks of 32 (the last one shorter), each written as what it doesn't share with the term
/// before. What is said of the terms stands in columns of a block-wide bit width, so that one entry is read without the
/// others. An index of the blocks' first terms follows, which readers keep on the heap.
/// <code>
/// block
/// ┌───────┬────────┬─────────┬───────────────┬────────────────┬─────────────┬──────────────────────────────────────┐
/// │ terms │ widths │ singles │ postings base │ positions base │ four columns│ terms × (shared u8, rest u8, bytes)  │
/// │ u8    │ u8 × 4 │ u32     │ vInt          │ vInt           │             │                                      │
/// └───────┴────────┴─────────┴───────────────┴────────────────┴─────────────┴──────────────────────────────────────┘
/// columns (each ⌈terms · width / 8⌉ bytes)
///   0  documents − 1; for a term of one document (its bit in singles is set), that document
///   1  total frequency − documents
///   2  where the postings begin, less the base (for a term of one document: of no meaning, 0)
///   3  where the positions begin, less the base
///
/// index: blocks × (block length vInt, first term's length u8, first term)
/// </code>
/// </remarks>
internal static class TermsFormat
{
    /// <summary>Terms a block.</summary>
    public const int BlockLength = 32;

    /// <summary>The longest term in bytes: lengths are one byte.</summary>
    public const int MaxTermLength = 255;

    /// <summary>The columns of a block.</summary>
    public const int Columns = 4;

    /// <summary>The least length of a block that readers accept: its fixed parts.</summary>
    public const int MinBlockLength = 1 + Columns + sizeof(uint) + 2;

    /// <summary>The widest column: one unaligned read covers it.</summary>
    public const int MaxColumnWidth = PackedBits.MaxWidth;
}
