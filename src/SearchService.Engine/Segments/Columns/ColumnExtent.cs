namespace SearchService.Engine.Segments.Columns;

/// <summary>Where a column is in its file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its length in bytes.</param>
internal readonly record struct ColumnExtent(long Start, long Length);
