namespace SearchService.Core.Articles;

/// <summary>A half-open period of days, open at either end where the bound is null.</summary>
/// <param name="From">The first day inside, or null for no lower bound.</param>
/// <param name="To">The first day after, or null for no upper bound.</param>
/// <remarks>
/// An article is in a period when its own date, with the precision it has, lies wholly within: an article of
/// <c>2022</c> is in <c>2022</c> and in <c>2021..2023</c>, not in <c>2022-01</c>.
/// </remarks>
public readonly record struct DatePeriod(DateOnly? From, DateOnly? To)
{
    /// <summary>The day, month or year that a date means.</summary>
    /// <param name="date">Its <see cref="ArticleDate.First"/> and <see cref="ArticleDate.End"/> are the bounds.</param>
    public static DatePeriod Of(ArticleDate date) => new(date.First, date.End);

    /// <summary>Reads <c>2022</c>, <c>2022-01</c>, <c>2022-01-13</c>, or a range <c>2022-01-05..2022-02</c>, open at either end.</summary>
    /// <param name="text">The period; both ends of a range are inside it.</param>
    /// <param name="period">The period, when the text is one.</param>
    /// <returns>False for anything else, for <c>..</c> alone, and for a range that ends before it begins.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DatePeriod period)
    {
        period = default;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            if (!ArticleDate.TryParse(text, out ArticleDate date))
            {
                return false;
            }

            period = Of(date);
            return true;
        }

        return TryRange(text[..dots], text[(dots + 2)..], out period);
    }

    /// <summary>A period from the beginning of one date to the end of another, either of which may be empty.</summary>
    /// <param name="from">ISO 8601 date of the first day, or empty.</param>
    /// <param name="to">ISO 8601 date whose last day is the last one inside, or empty.</param>
    /// <param name="period">The period, when the bounds are one.</param>
    public static bool TryRange(ReadOnlySpan<char> from, ReadOnlySpan<char> to, out DatePeriod period)
    {
        period = default;
        ArticleDate first = default, last = default;
        if ((from.IsEmpty && to.IsEmpty)
            || (!from.IsEmpty && !ArticleDate.TryParse(from, out first))
            || (!to.IsEmpty && !ArticleDate.TryParse(to, out last)))
        {
            return false;
        }

        period = new DatePeriod(from.IsEmpty ? null : first.First, to.IsEmpty ? null : last.End);
        return period.From is null || period.To is null || period.From < period.To;
    }

    /// <summary>Whether a date lies wholly inside.</summary>
    /// <param name="date">With the precision it has.</param>
    public bool Contains(ArticleDate date) => (From is null || date.First >= From) && (To is null || date.End <= To);

    internal static DateOnly AddClamped(DateOnly day, int years = 0, int months = 0, int days = 0)
    {
        // The year 9999 has no successor in the calendar of .NET; its end is its last day.
        int left = (DateOnly.MaxValue.Year - day.Year) * 12 + DateOnly.MaxValue.Month - day.Month;
        if (years * 12 + months > left || (days > 0 && day == DateOnly.MaxValue))
        {
            return DateOnly.MaxValue;
        }

        return day.AddYears(years).AddMonths(months).AddDays(days);
    }
}
