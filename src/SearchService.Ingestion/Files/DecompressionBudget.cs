namespace SearchService.Ingestion.Files;

/// <summary>How much one file on the disk may grow by decompression, all its layers and entries together.</summary>
/// <remarks>
/// One for a file on the disk: gzip inside a zip, or a compressed page inside a compressed crawl, draw on the same budget, so that
/// layers don't multiply what one layer may do.
/// </remarks>
internal sealed class DecompressionBudget(IngestionLimits limits, ReadProgress? progress)
{
    private long _compressedBytes;
    private long _decompressedBytes;

    /// <summary>What the one line of a report says.</summary>
    public string Reason =>
        $"It grows more than {limits.DecompressionRatio}-fold when decompressed, which text doesn't; the rest was not read. Decompress it by hand if it is meant so.";

    /// <summary>Whether the file has grown too much.</summary>
    public bool IsSpent =>
        _decompressedBytes > limits.DecompressedBytesBeforeRatio && _decompressedBytes / limits.DecompressionRatio > _compressedBytes;

    /// <summary>Counts bytes read off the disk.</summary>
    public void AddCompressed(int bytes)
    {
        _compressedBytes += bytes;
        progress?.Add(bytes);
    }

    /// <summary>Counts bytes that a decompressor gave.</summary>
    /// <returns>False when there are too many.</returns>
    public bool TryTake(int bytes)
    {
        _decompressedBytes += bytes;
        return !IsSpent;
    }
}
