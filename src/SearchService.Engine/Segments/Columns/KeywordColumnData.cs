namespace SearchService.Engine.Segments.Columns;

/// <summary>A keyword column in memory, ready to be written.</summary>
/// <param name="Values">The values in UTF-8, ascending by bytes, distinct.</param>
/// <param name="Starts">Where each document's ordinals begin; one more than documents.</param>
/// <param name="Ordinals">The documents' ordinals, ascending and distinct within a document.</param>
internal sealed record KeywordColumnData(IReadOnlyList<byte[]> Values, int[] Starts, int[] Ordinals);
