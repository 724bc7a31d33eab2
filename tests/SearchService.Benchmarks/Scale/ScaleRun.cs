using SearchService.Benchmarks.Peers;

namespace SearchService.Benchmarks.Scale;

/// <summary>What was measured at one size of the archive.</summary>
/// <param name="Scale">How many times as many articles as the real ones.</param>
/// <param name="Articles">How many articles.</param>
/// <param name="Indexing">What indexing them into one segment used.</param>
/// <param name="BytesOnDisk">The index.</param>
/// <param name="Searching">Answers and times.</param>
internal sealed record ScaleRun(int Scale, int Articles, IndexingFigures Indexing, long BytesOnDisk, PeerRun Searching);
