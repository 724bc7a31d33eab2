using System.Globalization;

namespace SearchService.Core.Articles;

/// <summary>A publication date with the precision it really has: a day, a month or a year.</summary>
/// <remarks>
/// Written in ISO 8601 reduced precision: <c>2022</c>, <c>2022-01</c>, <c>2022-01-13</c>. A time of day is not kept.
/// </remarks>
public readonly record struct ArticleDate
{
    private ArticleDate(DateOnly first, DatePrecision precision) => (First, Precision) = (first, precision);

    /// <summary>The first day of the day, month or year meant.</summary>
    public DateOnly First { get; }

    /// <summary>How much of <see cref="First"/> is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The first day after the day, month or year meant.</summary>
    public DateOnly End => Precision switch
    {
        DatePrecision.Year => DatePeriod.AddClamped(First, years: 1),
        DatePrecision.Month => DatePeriod.AddClamped(First, months: 1),
        _ => DatePeriod.AddClamped(First, days: 1),
    };

    /// <summary>The year alone, such as <c>2022</c>.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year.</exception>
    public static ArticleDate OfYear(int year) => new(new DateOnly(year, 1, 1), DatePrecision.Year);

    /// <summary>A month, such as <c>2022-01</c>.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static ArticleDate OfMonth(int year, int month) => new(new DateOnly(year, month, 1), DatePrecision.Month);

    /// <summary>A day.</summary>
    /// <param name="day">The day itself.</param>
    public static ArticleDate OfDay(DateOnly day) => new(day, DatePrecision.Day);

    /// <summary>Reads the ISO 8601 form that <see cref="ToString"/> writes.</summary>
    /// <param name="text"><c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, nothing around it.</param>
    /// <param name="date">The date, when the text is one.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ArticleDate date)
    {
        date = default;
        if (text.Length == 4 && DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly year))
        {
            date = OfYear(year.Year);
            return true;
        }

        if (text.Length == 7 && DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month))
        {
            date = OfMonth(month.Year, month.Month);
            return true;
        }

        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            date = OfDay(day);
            return true;
        }

        return false;
    }

    /// <summary>The date in ISO 8601, with as many parts as are known.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
