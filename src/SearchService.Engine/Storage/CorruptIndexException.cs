namespace SearchService.Engine.Storage;

/// <summary>
/// A file of an index doesn't hold what its format says: it was damaged, cut short, or mixed with another index.
/// </summary>
public sealed class CorruptIndexException : IOException
{
    /// <summary>Says which file is damaged, where, and what was expected there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">The byte where the damage shows, or −1 when no single place is known.</param>
    /// <param name="expected">What should have been there.</param>
    /// <param name="inner">What showed the damage, if another exception did.</param>
    public CorruptIndexException(string path, long offset, string expected, Exception? inner = null)
        : base(
            $"The index file '{path}' is damaged{(offset < 0 ? "" : $" at byte {offset}")}: expected {expected}. "
            + "Run 'indexer check' to see what else is affected, then rebuild the index or restore it from a copy.",
            inner)
    {
        Path = path;
        Offset = offset;
        Expected = expected;
    }

    /// <summary>The damaged file.</summary>
    public string Path { get; }

    /// <summary>The byte where the damage shows, or −1.</summary>
    public long Offset { get; }

    /// <summary>What should have been there.</summary>
    public string Expected { get; }
}
