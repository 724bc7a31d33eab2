using System.Collections.Frozen;

namespace SearchService.Ingestion.Dates;

/// <summary>The words that stand in dates. Another language is another few lines here.</summary>
internal static class DateWords
{
    // January to December, with their abbreviations.
    private static readonly string[] MonthNames =
    [
        "january jan",
        "february feb febr",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug",
        "september sept sep",
        "october oct",
        "november nov",
        "december dec",
    ];

    private static readonly FrozenDictionary<string, int> MonthsByName = MonthNames
        .SelectMany(static (names, index) => names.Split(' ').Select(name => KeyValuePair.Create(name, index + 1)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Weekdays = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur", "thurs", "friday", "fri",
        "saturday", "sat", "sunday", "sun");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WeekdayNames = Weekdays.GetAlternateLookup<ReadOnlySpan<char>>();

    // Words that say nothing of the day: weekdays, endings of ordinals, what stands around a date on a page.
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur", "thurs", "friday", "fri",
        "saturday", "sat", "sunday", "sun",
        "st", "nd", "rd", "th", "of", "the", "on", "at", "date", "dated", "published", "posted", "updated", "created", "modified", "last", "first");

    // Only after a time of day.
    private static readonly FrozenSet<string> AfterTime = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "am", "pm", "a", "p", "m", "z", "utc", "gmt", "ut", "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt",
        "bst", "ist", "cet", "cest", "eet", "eest", "msk", "jst", "kst", "hkt", "sgt", "aest", "aedt", "nzst", "nzdt", "wib", "hours", "hrs", "h");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months =
        MonthsByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SilentWords = Silent.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TimeWords = AfterTime.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a month by its name or abbreviation.</summary>
    public static bool TryMonth(ReadOnlySpan<char> word, out int month) => Months.TryGetValue(word, out month);

    /// <summary>Whether a word says nothing of the day.</summary>
    public static bool IsSilent(ReadOnlySpan<char> word) => SilentWords.Contains(word);

    /// <summary>Whether a word is a weekday or its abbreviation.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) => WeekdayNames.Contains(word);

    /// <summary>Whether a word belongs to a time of day before it: half of the day or zone.</summary>
    public static bool IsOfTime(ReadOnlySpan<char> word) => TimeWords.Contains(word);
}
