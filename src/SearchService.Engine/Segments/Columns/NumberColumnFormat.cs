namespace SearchService.Engine.Segments.Columns;

/// <summary>
/// A number field's value per document, in <c>.columns</c>.
/// </summary>
/// <remarks>
/// Begins at a multiple of 8.
/// <code>
/// ┌───────┬───────┬───────┬───────────────────┬────────────────────────────┬──────────────────────┐
/// │ least │ most  │ width │ documents without │ which have a value         │ value − least        │
/// │ i64   │ i64   │ u32   │ u32               │ bits, u64 × ⌈d / 64⌉       │ width bits × d       │
/// └───────┴───────┴───────┴───────────────────┴────────────────────────────┴──────────────────────┘
/// </code>
/// The bits are left out when every document has a value. Width is 0 to 57, or 64; 0 when all values are the same or
/// there are none. Documents without a value hold 0.
/// </remarks>
internal static class NumberColumnFormat
{
    /// <summary>The length of the numbers at the beginning.</summary>
    public const int HeaderLength = 24;
}
