namespace SearchService.Engine.Segments.Columns;

/// <summary>
/// A keyword field's values per document, and its documents per value, in <c>.columns</c>.
/// </summary>
/// <remarks>
/// Begins at a multiple of 8; every array begins at a multiple of 4.
/// <code>
/// ┌────────┬────────┬───────┬───────────┬───────────────┬───────────────────┬───────────┬────────────────┬──────────┬────────┐
/// │ values │ multi  │ pairs │ documents │ value offsets │ documents' starts │ documents │ ordinals' ...  │ ordinals │ values │
/// │ u32    │ u32    │ u32   │ without   │ u32 × (v + 1) │ u32 × (v + 1)     │ u32 × p   │ starts         │          │ bytes  │
/// │        │ 0 or 1 │       │ u32       │               │ by value          │ by value  │ u32 × (d + 1)  │          │        │
/// └────────┴────────┴───────┴───────────┴───────────────┴───────────────────┴───────────┴────────────────┴──────────┴────────┘
/// </code>
/// v values (ascending by bytes), d documents of the segment, p pairs of a document and one of its values. Ordinals are
/// bytes when v is at most 255, 16 bits up to 65,535, else 32 bits. When no document has two values (multi 0) there are
/// no starts of ordinals, but one ordinal per document, v for a document without a value. Differences of the documents'
/// starts are the unfiltered counts.
/// </remarks>
internal static class KeywordColumnFormat
{
    /// <summary>The length of the four numbers at the beginning.</summary>
    public const int HeaderLength = 4 * sizeof(uint);

    /// <summary>How many bytes an ordinal takes, when ordinals go from 0 to the count of values.</summary>
    /// <param name="valueCount">How many values there are.</param>
    public static int OrdinalLength(int valueCount) => valueCount <= byte.MaxValue ? 1 : valueCount <= ushort.MaxValue ? 2 : 4;
}
