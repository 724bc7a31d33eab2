namespace SearchService.Ingestion.Dates;

/// <summary>Which of two numbers before a year is the day.</summary>
internal enum DateOrder
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>13/1/2022.</summary>
    DayFirst,

    /// <summary>1/13/2022.</summary>
    MonthFirst,
}
