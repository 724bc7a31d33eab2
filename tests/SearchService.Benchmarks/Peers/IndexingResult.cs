namespace SearchService.Benchmarks.Peers;

/// <summary>What all engines used to index, in the order they ran, ours first; and the bytes each takes on disk as one segment, by its name.</summary>
internal sealed record IndexingResult(IReadOnlyList<IndexingFigures> Figures, IReadOnlyDictionary<string, long> BytesOnDisk)
{
    internal IndexingFigures? Of(string engine, int threads) => Figures.FirstOrDefault(figures => figures.Engine == engine && figures.Threads == threads);
}
