namespace SearchService.Core.Searching;

/// <summary>What one search may ask for; the error of each excess names the limit.</summary>
public sealed record SearchLimits
{
    /// <summary>Hits on a page.</summary>
    public int MaxSize { get; init; } = 1_000;

    /// <summary>Hits left out before a page; beyond them a cursor leads.</summary>
    public int MaxSkip { get; init; } = 10_000;

    /// <summary>Buckets of a facet.</summary>
    public int MaxFacetSize { get; init; } = 10_000;

    /// <summary>Values that the buckets of a histogram are split by, the most frequent ones of what matches.</summary>
    public int MaxSplitValues { get; init; } = 8;

    /// <summary>Values chosen or excluded in all facets together.</summary>
    public int MaxFilterValues { get; init; } = 1_000;

    /// <summary>Passages of a hit.</summary>
    public int MaxPassages { get; init; } = 20;

    /// <summary>Quotations of a hit.</summary>
    public int MaxQuotations { get; init; } = 100;

    /// <summary>Articles similar to one.</summary>
    public int MaxSimilar { get; init; } = 50;

    /// <summary>Words of a query that other spellings of a name are looked up for, from the left; the rest is searched as typed.</summary>
    public int MaxWidenedWords { get; init; } = 32;

    /// <summary>Other spellings that a name of a query is widened by, the most frequent ones.</summary>
    public int MaxNameVariants { get; init; } = 8;

    /// <summary>Parts of a query that are explained when nothing has all of them, from the left; each is two searches.</summary>
    public int MaxPartsExplained { get; init; } = 8;

    /// <summary>Buckets of a histogram; a finer interval than the archive's years allow is refused.</summary>
    public int MaxHistogramBuckets { get; init; } = 100_000;
}
