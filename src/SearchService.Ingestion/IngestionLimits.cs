namespace SearchService.Ingestion;

/// <summary>How much of an untrusted input is taken before it is refused: every bound in one place.</summary>
/// <remarks>What passes a limit is rejected with the limit's name and how to raise it; reading goes on where the format allows it.</remarks>
public sealed record IngestionLimits
{
    /// <summary>The limits used unless told otherwise.</summary>
    public static IngestionLimits Default { get; } = new();

    /// <summary>Bytes of one record: a line of JSON Lines, an element of a JSON array, a row of CSV, a whole text file.</summary>
    public int RecordBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of a page of HTML: of a file, or of an answer of a crawl.</summary>
    /// <remarks>A tree of nodes takes several times as much; pages saved with their pictures inside reach 20 MB.</remarks>
    public int PageBytes { get; init; } = 32 << 20;

    /// <summary>Elements of a page. One takes about a kilobyte of memory; a long page of a newspaper has ten thousand.</summary>
    public int PageElements { get; init; } = 250_000;

    /// <summary>Elements of a page that are open at a time. Time to parse grows with its square; browsers show 512.</summary>
    public int PageDepth { get; init; } = 2_000;

    /// <summary>Entries of a zip archive that are read.</summary>
    public int ArchiveEntries { get; init; } = 10_000_000;

    /// <summary>UTF-16 units of an article's text.</summary>
    public int TextLength { get; init; } = 16 << 20;

    /// <summary>UTF-16 units of any other value.</summary>
    public int ValueLength { get; init; } = 8 << 10;

    /// <summary>Columns of a CSV file, or properties of a JSON record.</summary>
    public int FieldsPerRecord { get; init; } = 4096;

    /// <summary>Entries of a list, such as authors.</summary>
    public int ListEntries { get; init; } = 1000;

    /// <summary>Elements of XML inside each other; those deeper are passed over, their text is not.</summary>
    public int ElementDepth { get; init; } = 256;

    /// <summary>UTF-16 units of one tag of XML, its attributes among them.</summary>
    public int TagLength { get; init; } = 64 << 10;

    /// <summary>Decompressed bytes for each compressed one, looked at past <see cref="DecompressedBytesBeforeRatio"/>.</summary>
    /// <remarks>News text compresses three- to tenfold; a gzip bomb reaches about a thousand.</remarks>
    public int DecompressionRatio { get; init; } = 200;

    /// <summary>Decompressed bytes of a file, or of all entries of an archive, that are taken whatever the ratio.</summary>
    public long DecompressedBytesBeforeRatio { get; init; } = 64 << 20;

    /// <summary>Bytes of records that wait between the thread that reads and the one that takes.</summary>
    public long ReadAheadBytes { get; init; } = 16 << 20;
}
