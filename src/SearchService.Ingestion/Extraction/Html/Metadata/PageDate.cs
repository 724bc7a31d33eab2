using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Chooses the date of publication among what a page says.</summary>
internal static class PageDate
{
    private static readonly string[] MonthFirstRegions = ["US", "PH"];

    private static readonly string[] Greenwich = ["Z", "+00:00", "+0000", "GMT", "UTC"];

    /// <summary>Chooses the first that is understood; one that is coarse gives way to a more precise one inside it.</summary>
    /// <param name="claims">Days of publication, then days of change.</param>
    /// <param name="language">The page's language with its region, by which numbers are ordered where nothing else tells; or null.</param>
    /// <param name="dates">Reads dates.</param>
    /// <returns>In the form of ISO 8601; the first claim as it stands where none is understood; null where there is none.</returns>
    public static Claim? Choose(IEnumerable<Claim> claims, string? language, DateReader dates)
    {
        Claim? first = null, coarse = null;
        ArticleDate within = default;
        DateReading ambiguous = default;
        ValueOrigin ofAmbiguous = default;
        foreach (Claim claim in claims)
        {
            DateReading reading = dates.Read(claim.Value, OrderOf(language));
            first ??= claim;
            if (reading.Kind == DateReadingKind.Ambiguous && ambiguous.Kind != DateReadingKind.Ambiguous)
            {
                (ambiguous, ofAmbiguous) = (reading, claim.Origin);
            }

            if (reading.Kind != DateReadingKind.Understood)
            {
                continue;
            }

            // What is said elsewhere tells day and month apart.
            if (ambiguous.Kind == DateReadingKind.Ambiguous && (reading.Date == ambiguous.Date || reading.Date == ambiguous.Other))
            {
                return new Claim(reading.Date.ToString(), ofAmbiguous);
            }

            if (reading.Date.Precision == DatePrecision.Day && (coarse is null || (reading.Date.First >= within.First && reading.Date.First < within.End)))
            {
                return new Claim(reading.Date.ToString(), claim.Origin);
            }

            if (coarse is null)
            {
                (coarse, within) = (new Claim(reading.Date.ToString(), claim.Origin), reading.Date);
            }
        }

        return coarse ?? first;
    }

    /// <summary>Whether the day that was chosen is that of a time of Greenwich, and so may be another one where the outlet is.</summary>
    /// <param name="claims">Among which it was chosen.</param>
    /// <param name="chosen">The day.</param>
    /// <param name="dates">Reads dates.</param>
    public static bool IsOfGreenwich(IReadOnlyList<Claim> claims, Claim chosen, DateReader dates)
    {
        foreach (Claim claim in claims)
        {
            if (claim.Origin == chosen.Origin && dates.Read(claim.Value) is { Kind: DateReadingKind.Understood } reading && reading.Date.ToString() == chosen.Value)
            {
                return claim.Value.Contains(':', StringComparison.Ordinal) && Array.Exists(Greenwich, zone => claim.Value.EndsWith(zone, StringComparison.Ordinal));
            }
        }

        return false;
    }

    /// <summary>The day that an address holds, as many outlets write theirs: <c>/2022/01/13/</c>.</summary>
    /// <param name="url">Absolute.</param>
    /// <param name="date">In the form of ISO 8601.</param>
    public static bool TryOfAddress(Uri url, out string date)
    {
        string[] parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 2 < parts.Length; i++)
        {
            if (parts[i].Length == 4 && IsNumber(parts[i]) && parts[i + 1].Length == 2 && IsNumber(parts[i + 1]) && parts[i + 2].Length is 1 or 2 && IsNumber(parts[i + 2]))
            {
                date = $"{parts[i]}-{parts[i + 1]}-{parts[i + 2].PadLeft(2, '0')}";
                return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
            }
        }

        date = "";
        return false;
    }

    private static bool IsNumber(string part) => part.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    // English is written in both orders, so only its region tells; the other languages of news put the day first.
    private static DateOrder OrderOf(string? language)
    {
        if (language is null || !CodeTable.Languages.TryFindTag(language, out string code))
        {
            return DateOrder.Unknown;
        }

        string region = language.AsSpan().LastIndexOfAny('-', '_') is var at && at > 0 ? language[(at + 1)..].ToUpperInvariant() : "";
        return Array.IndexOf(MonthFirstRegions, region) >= 0 ? DateOrder.MonthFirst
            : code == "en" && region.Length != 2 ? DateOrder.Unknown
            : DateOrder.DayFirst;
    }
}
