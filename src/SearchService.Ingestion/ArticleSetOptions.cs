using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Outlets;
using SearchService.Ingestion.Stories;
using SearchService.Quotations.Finding;

namespace SearchService.Ingestion;

/// <summary>How an article set is read.</summary>
public sealed record ArticleSetOptions
{
    /// <summary>What columns and properties mean.</summary>
    public FieldNames Fields { get; init; } = FieldNames.Default;

    /// <summary>The outlets that are known.</summary>
    public OutletRegistry Outlets { get; init; } = OutletRegistry.Empty;

    /// <summary>What is too much.</summary>
    public IngestionLimits Limits { get; init; } = IngestionLimits.Default;

    /// <summary>What makes articles one story; null to leave each article a story of its own.</summary>
    public StoryOptions? Stories { get; init; } = StoryOptions.Default;

    /// <summary>Threads that quotations and people are found on, where there are as many processors; 0 to find none.</summary>
    public int QuotationThreads { get; init; } = 8;

    /// <summary>What is spent on the quotations of an article.</summary>
    public QuotationLimits Quotations { get; init; } = QuotationLimits.Default;

    /// <summary>Dates before are out of range: printed news begins about here.</summary>
    public DateOnly Earliest { get; init; } = new(1500, 1, 1);

    /// <summary>Dates after today and this many days are out of range; a day or two ahead is a time zone or a weekly.</summary>
    public int DaysAhead { get; init; } = 2;

    /// <summary>Says what today is.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of the bytes read.</summary>
    public ReadProgress? Progress { get; init; }

    /// <summary>Files that are something else than articles, should a folder hold them: the outlet registry.</summary>
    public IReadOnlyList<string> NotArticles { get; init; } = [];
}
