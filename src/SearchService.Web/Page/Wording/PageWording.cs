using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Web.Page.Languages;
using SearchService.Web.Page.State;

namespace SearchService.Web.Page.Wording;

/// <summary>Numbers, dates, values and searches as people read them: the twin of <c>js/text/wording.js</c> and what is beside it.</summary>
/// <param name="text">The reader's language.</param>
public sealed class PageWording(StringTable text)
{
    private readonly string[] _months = text["plain.months"].Split(' ');
    private readonly string[] _monthsOfDay = text["plain.monthsOfDay"].Split(' ');
    private readonly string[] _shortMonths = text["plain.shortMonths"].Split(' ');
    private readonly string[] _shortMonthsOfDay = text["plain.shortMonthsOfDay"].Split(' ');

    /// <summary>A number as the language writes it.</summary>
    public string Count(long number) => text.Count(number);

    /// <summary>A year, month or day in ISO 8601: "2022", "January 2022", "13 January 2022"; anything else as it is.</summary>
    public string Period(string value) => !ArticleDate.TryParse(value, out ArticleDate date) ? value : date.Precision switch
    {
        DatePrecision.Year => value,
        DatePrecision.Month => text["plain.month", ("month", _months[date.First.Month - 1]), ("year", Digits(date.First.Year))],
        _ => Day(date.First),
    };

    /// <summary>A date filter: a period, or a range that may be open.</summary>
    public string DateFilter(string value)
    {
        string[] ends = value.Split("..");
        return ends switch
        {
            [var only] => Period(only),
            ["", var to, ..] => text["date.until", ("to", Period(to))],
            [var from, "", ..] => text["date.since", ("from", Period(from))],
            _ => $"{Period(ends[0])} – {Period(ends[1])}",
        };
    }

    /// <summary>The value of a facet: countries and languages by name, periods in words.</summary>
    public string Value(string field, string value) => field switch
    {
        FacetFields.Date => DateFilter(value),
        FacetFields.Country or FacetFields.Language => CodeNames.Find(field, value, text.Language) ?? value,
        _ => value,
    };

    /// <summary>What one choice says: "critical", "not critical", "no stance".</summary>
    public string Choice(PageChoice choice)
    {
        string value = choice.Value is { } named ? Value(choice.Field, named) : Lowered(text[$"field.{choice.Field}Missing"]);
        return choice.IsExcluded ? text[choice.Value is null ? "choice.notMissing" : "choice.not", ("value", value)] : value;
    }

    /// <summary>A search in one line, for the title of the window: "peace · not critical · 2022".</summary>
    public string Search(PageState state)
    {
        List<string> parts = [.. state.Choices.Select(Choice)];
        if (state.Query.Length > 0)
        {
            parts.Insert(0, state.Query);
        }

        if (parts.Count == 0)
        {
            parts.Add(text[state.IsOfQuotations ? "title.all.quotes" : "title.all.articles"]);
        }
        else if (state.IsOfQuotations)
        {
            parts.Add(text["title.quotes"]);
        }

        if (state.Page > 1)
        {
            parts.Add(text["title.page", ("n", state.Page)]);
        }

        return string.Join(" · ", parts);
    }

    /// <summary>"a, b and c".</summary>
    public string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : text["plain.and", ("names", string.Join(", ", names.SkipLast(1))), ("last", names[^1])];

    /// <summary>A bucket of a histogram in words.</summary>
    public string Bucket(DateOnly from, HistogramInterval interval) =>
        interval == HistogramInterval.Week ? text["timeline.week", ("day", Day(from))] : Period(BucketToken(from, interval));

    /// <summary>A bucket in few words, for the axis.</summary>
    public string ShortBucket(DateOnly from, HistogramInterval interval) => interval switch
    {
        HistogramInterval.Year => Digits(from.Year, "0000"),
        HistogramInterval.Month => text["plain.month", ("month", _shortMonths[from.Month - 1]), ("year", Digits(from.Year))],
        _ => $"{Digits(from.Day)} {_shortMonthsOfDay[from.Month - 1]}",
    };

    /// <summary>The date filter of a bucket: a year, a month, a day, or the range of a week.</summary>
    public static string BucketToken(DateOnly from, HistogramInterval interval) => interval switch
    {
        HistogramInterval.Year => from.ToString("yyyy", CultureInfo.InvariantCulture),
        HistogramInterval.Month => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        HistogramInterval.Week => $"{Iso(from)}..{Iso(from.DayNumber + 6 > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : from.AddDays(6))}",
        _ => Iso(from),
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Digits(int number, string format = "0") => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Lowered(string sentence) => sentence.ToLowerInvariant();

    private string Day(DateOnly day) => text["plain.day", ("day", Digits(day.Day)), ("month", _monthsOfDay[day.Month - 1]), ("year", Digits(day.Year))];
}
