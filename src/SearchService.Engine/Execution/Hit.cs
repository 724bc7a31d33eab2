namespace SearchService.Engine.Execution;

/// <summary>A document found.</summary>
/// <param name="Document">Snapshot-wide number: the segment's first number plus the document's id in it.</param>
/// <param name="Score">Its score; 0 unless sorted by relevance.</param>
/// <param name="Value">The value it is sorted by; null when it has none, or sorted by relevance.</param>
public readonly record struct Hit(int Document, double Score, long? Value);
