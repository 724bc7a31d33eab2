namespace SearchService.Engine.Segments;

/// <summary>What scoring and statistics need to know of a field, over a segment or a snapshot; deleted documents included.</summary>
/// <param name="DocumentCount">How many documents have a value, or a word, in the field.</param>
/// <param name="TokenCount">For text, how many token positions there are in all; 0 for other fields.</param>
public readonly record struct FieldStatistics(long DocumentCount, long TokenCount);
