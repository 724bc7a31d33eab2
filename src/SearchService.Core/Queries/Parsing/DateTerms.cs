using SearchService.Core.Articles;

namespace SearchService.Core.Queries.Parsing;

/// <summary>The forms a period takes behind <c>date:</c>.</summary>
internal static class DateTerms
{
    /// <summary>What a message says of them.</summary>
    public const string Forms = "Understood are 2022, 2022-01, 2022-01-13, 2022-01-05..2022-02, >=2022-01, and [2022-01-05 TO *].";

    /// <summary>Reads a period: one date, two with dots between, or one behind a comparison.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DatePeriod period)
    {
        period = default;
        if (text is not [('<' or '>'), ..])
        {
            return DatePeriod.TryParse(text, out period);
        }

        bool orEqual = text is [_, '=', ..];
        if (!ArticleDate.TryParse(text[(orEqual ? 2 : 1)..], out ArticleDate date))
        {
            return false;
        }

        period = (text[0] == '>', orEqual) switch
        {
            (true, true) => new DatePeriod(date.First, To: null),
            (true, false) => new DatePeriod(date.End, To: null),
            (false, true) => new DatePeriod(From: null, date.End),
            (false, false) => new DatePeriod(From: null, date.First),
        };
        return true;
    }

    /// <summary>Reads a period between two bounds, not both open.</summary>
    /// <returns>False where a bound is no date, or the period would end before it begins.</returns>
    public static bool TryRead(RangeBounds bounds, out DatePeriod period)
    {
        period = default;
        ArticleDate lower = default;
        ArticleDate upper = default;
        if ((bounds.Lower is not null && !ArticleDate.TryParse(bounds.Lower, out lower))
            || (bounds.Upper is not null && !ArticleDate.TryParse(bounds.Upper, out upper)))
        {
            return false;
        }

        DateOnly? from = bounds.Lower is null ? null : bounds.IncludeLower ? lower.First : lower.End;
        DateOnly? to = bounds.Upper is null ? null : bounds.IncludeUpper ? upper.End : upper.First;
        period = new DatePeriod(from, to);
        return from is null || to is null || from < to;
    }
}
