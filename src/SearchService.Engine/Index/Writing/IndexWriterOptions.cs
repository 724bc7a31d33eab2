using SearchService.Engine.Index.Merging;

namespace SearchService.Engine.Index.Writing;

/// <summary>How an <c>IndexWriter</c> works, and the limits it holds documents to.</summary>
/// <remarks>
/// What a build writes depends on <see cref="Builders"/>, <see cref="BufferBytesPerBuilder"/>, <see cref="MaxSegments"/>,
/// <see cref="Merging"/> and the documents in their order, and on nothing else: the same five give the same bytes.
/// </remarks>
public sealed record IndexWriterOptions
{
    /// <summary>Threads that analyse and index, each into segments of its own. Default: one per core, at most 4.</summary>
    public int Builders { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>A builder writes a segment when its terms, postings and columns take this many bytes of memory. Default: 96 MiB.</summary>
    public long BufferBytesPerBuilder { get; init; } = 96L << 20;

    /// <summary>What may wait for each builder, in UTF-16 units of text plus stored bytes. Default: 4 Mi.</summary>
    public long QueueWeightPerBuilder { get; init; } = 4L << 20;

    /// <summary>
    /// Whether a commit replaces the segments that were there (a new build) or adds to them. Default: adds.
    /// </summary>
    public bool Replace { get; init; }

    /// <summary>
    /// A build, which is the first commit of an index or one that replaces it, ends in at most so many segments, or more if
    /// they would be larger than a segment may be. Default: 4.
    /// </summary>
    public int MaxSegments { get; init; } = 4;

    /// <summary>Which segments are merged in the background, while documents are added and after a commit.</summary>
    public TieredMergePolicy Merging { get; init; } = new();

    /// <summary>The longest stored part of a document, in bytes. Default: 256 MiB.</summary>
    public int MaxStoredBytes { get; init; } = 256 << 20;

    /// <summary>The most tokens one text field of a document may have. Default: 16 Mi, some 100 MB of text.</summary>
    public int MaxTokensPerField { get; init; } = 16 << 20;

    /// <summary>The longest keyword, in bytes of UTF-8. Default: 32,766, as in Lucene.</summary>
    public int MaxKeywordBytes { get; init; } = 32_766;

    /// <summary>Checks the values against each other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Builders);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Builders, 256);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BufferBytesPerBuilder);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BufferBytesPerBuilder, 1L << 30); // addresses of pools are 31 bits
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(QueueWeightPerBuilder);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxSegments);
        Merging.Validate();
        ArgumentOutOfRangeException.ThrowIfNegative(MaxStoredBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxTokensPerField);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxKeywordBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxKeywordBytes, TermTable.MaxLengthInBytes);
    }
}
