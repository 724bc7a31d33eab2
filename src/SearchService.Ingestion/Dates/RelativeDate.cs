using SearchService.Core.Articles;

namespace SearchService.Ingestion.Dates;

/// <summary>A date that is seen from another one: "yesterday", "3 days ago", "Monday".</summary>
/// <param name="Count">How many units back.</param>
/// <param name="Unit">Which; none for a weekday.</param>
/// <param name="Weekday">1 (Monday) to 7 for the last day of this name, or 0.</param>
internal readonly record struct RelativeDate(int Count, DateUnit Unit, int Weekday = 0)
{
    private const int HoursPerDay = 24;
    private const int DaysPerWeek = 7;

    // A count has three digits at most; before, there would be no year to count back to.
    private const int FirstYear = 1002;

    /// <summary>The date, seen from a day.</summary>
    /// <param name="day">The day that is known.</param>
    /// <returns>
    /// As precise as it can be: whole weeks, months and years that have passed are a span of days, and the month or year it lies in is said;
    /// null where it lies in none. Hours that aren't a whole day are the same day.
    /// </returns>
    public ArticleDate? From(DateOnly day) => day.Year < FirstYear ? null : Unit switch
    {
        DateUnit.None when Weekday > 0 => ArticleDate.OfDay(day.AddDays(-((NumberOf(day.DayOfWeek) - Weekday + DaysPerWeek) % DaysPerWeek))),
        DateUnit.Second or DateUnit.Minute => ArticleDate.OfDay(day),
        DateUnit.Hour => ArticleDate.OfDay(day.AddDays(-(Count / HoursPerDay))),
        DateUnit.Day => ArticleDate.OfDay(day.AddDays(-Count)),
        DateUnit.Week => Containing(day.AddDays(1 - ((Count + 1) * DaysPerWeek)), day.AddDays(-Count * DaysPerWeek)),
        DateUnit.Month => Containing(day.AddMonths(-Count - 1).AddDays(1), day.AddMonths(-Count)),
        DateUnit.Year => Containing(day.AddYears(-Count - 1).AddDays(1), day.AddYears(-Count)),
        _ => null,
    };

    /// <summary>The month or year that a span of days lies in, or null.</summary>
    public static ArticleDate? Containing(DateOnly first, DateOnly last) =>
        first == last ? ArticleDate.OfDay(first)
        : first.Year != last.Year ? null
        : first.Month == last.Month ? ArticleDate.OfMonth(first.Year, first.Month)
        : ArticleDate.OfYear(first.Year);

    private static int NumberOf(DayOfWeek day) => day == DayOfWeek.Sunday ? DaysPerWeek : (int)day;
}
