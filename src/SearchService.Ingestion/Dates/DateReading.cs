using SearchService.Core.Articles;

namespace SearchService.Ingestion.Dates;

/// <summary>What a text says as a date.</summary>
internal enum DateReadingKind
{
    /// <summary>Nothing that is read as a date.</summary>
    NotUnderstood,

    /// <summary>One date.</summary>
    Understood,

    /// <summary>Two dates, as the day or the month is taken to stand first.</summary>
    Ambiguous,

    /// <summary>A date that no article of this archive can have.</summary>
    OutOfRange,

    /// <summary>A date seen from another one that isn't known: "yesterday", "2 hours ago".</summary>
    Relative,
}

/// <summary>A text read as a date.</summary>
/// <param name="Kind">What came of it.</param>
/// <param name="Date">The date; with the day first where it is ambiguous.</param>
/// <param name="Other">With the month first, where it is ambiguous.</param>
/// <param name="Order">What the text shows by itself: <c>13/1/2022</c> has the day first. Unknown for other forms.</param>
internal readonly record struct DateReading(DateReadingKind Kind, ArticleDate Date = default, ArticleDate Other = default, DateOrder Order = DateOrder.Unknown);
