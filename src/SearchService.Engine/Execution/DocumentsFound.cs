namespace SearchService.Engine.Execution;

/// <summary>Is shown documents that were found.</summary>
/// <param name="first">The number, in the snapshot, of the first document that <paramref name="found"/> has a bit for.</param>
/// <param name="found">A bit for each document: whether it was found.</param>
/// <param name="scores">The score of each document found, at its place; empty when none were asked for. Valid until the call returns.</param>
public delegate void DocumentsFound(int first, ReadOnlySpan<ulong> found, ReadOnlySpan<double> scores);
