namespace SearchService.Core.Searching;

/// <summary>The width of a histogram's buckets.</summary>
public enum HistogramInterval
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>Seven days from a Monday (ISO 8601).</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>The finest that shows the period asked for in about a hundred buckets.</summary>
    Auto,
}
