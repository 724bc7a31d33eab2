using System.Globalization;
using SearchService.Core.Articles;

namespace SearchService.Ingestion.Dates;

/// <summary>Reads a date in any common form: a day, a month or a year, with or without a time of day.</summary>
/// <remarks>
/// <para>
/// Words of all languages (<see cref="DateLanguages"/>) are known at once, and digits of all scripts.
/// A time is passed over and a zone isn't applied: the day is the one that was printed. Numbers alone are a year, <c>yyyyMMdd</c>, or
/// seconds, milliseconds, microseconds or nanoseconds since 1970 (UTC). Years of two digits are the latest ones not in the future.
/// </para>
/// <para>
/// Where day and month are numbers before the year, one above 12 or a dot between them (never month first) tells them apart; if both
/// readings are the same day, or only one of them is possible, that is it; otherwise the <see cref="DateOrder"/> decides, if known.
/// </para>
/// <para>
/// "Yesterday" and "2 hours ago" are dates only against a day that is known; without one they are said to be relative. No text is read
/// against the time of reading.
/// </para>
/// </remarks>
/// <param name="earliest">Dates before are out of range.</param>
/// <param name="latest">Dates that begin after are out of range.</param>
internal sealed class DateReader(DateOnly earliest, DateOnly latest)
{
    private const int LongestText = 100;
    private const int MostNumbers = 3;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The whole of it has to be the date.</param>
    /// <param name="order">What is known of the source it is from.</param>
    /// <param name="published">The day that relative dates are seen from, where one is known; never the time of reading.</param>
    public DateReading Read(ReadOnlySpan<char> text, DateOrder order = DateOrder.Unknown, DateOnly? published = null)
    {
        text = text.Trim();
        if (text.Length is 0 or > LongestText)
        {
            return default;
        }

        if (text.IndexOfAnyExceptInRange('0', '9') < 0 || IsDecimal(text))
        {
            return OfDigits(text);
        }

        if (TryWeek(text, out DateReading week))
        {
            return week;
        }

        Span<DateToken> buffer = stackalloc DateToken[DateTokens.Most];
        DateTokens tokens = new(buffer, text);
        if (!tokens.Read())
        {
            return default;
        }

        if (tokens.Reduce() && OfTokens(tokens.Left, order) is { Kind: not DateReadingKind.NotUnderstood } reading)
        {
            return reading.Kind == DateReadingKind.Ambiguous ? ByWeekday(reading, tokens.Weekday) : reading;
        }

        // Reducing has used the parts up.
        tokens = new(buffer, text);
        tokens.Read();
        return tokens.TryRelative(out RelativeDate relative) ? OfRelative(relative, published) : default;
    }

    // "Tuesday, 4/5/2017": of the two readings one is a Tuesday.
    private static DateReading ByWeekday(DateReading reading, int weekday)
    {
        bool day = (int)reading.Date.First.DayOfWeek == weekday % 7, month = (int)reading.Other.First.DayOfWeek == weekday % 7;
        return weekday == 0 || day == month ? reading
            : day ? new DateReading(DateReadingKind.Understood, reading.Date, Order: DateOrder.DayFirst)
            : new DateReading(DateReadingKind.Understood, reading.Other, Order: DateOrder.MonthFirst);
    }

    private DateReading OfRelative(RelativeDate relative, DateOnly? published) =>
        published is { } day && relative.From(day) is { } date ? InRange(date) : new DateReading(DateReadingKind.Relative);

    // ISO 8601: 2022-W02-4, 2022W024; a week alone is the month or year it lies in.
    private bool TryWeek(ReadOnlySpan<char> text, out DateReading reading)
    {
        reading = default;
        int w = text.IndexOfAny('W', 'w');
        if (w is not (4 or 5) || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year) || (w == 5 && text[4] != '-')
            || text.Length < w + 3 || !int.TryParse(text.Slice(w + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int week))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[(w + 3)..].TrimStart('-');
        if (year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year) || rest.Length > 1 || (rest.Length == 1 && rest[0] is < '1' or > '7'))
        {
            return false;
        }

        DateOnly first = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        ArticleDate? date = rest.Length == 1 ? ArticleDate.OfDay(first.AddDays(rest[0] - '1')) : RelativeDate.Containing(first, first.AddDays(6));
        reading = date is { } known ? InRange(known) : default;
        return true;
    }

    private DateReading OfTokens(ReadOnlySpan<DateToken> tokens, DateOrder order)
    {
        Span<DateToken> numbers = stackalloc DateToken[MostNumbers];
        int count = 0, month = 0, monthAt = -1;
        char separator = '\0';
        bool separatorsDiffer = false;
        foreach (DateToken token in tokens)
        {
            switch (token.Kind)
            {
                case DateTokenKind.Number when count < MostNumbers:
                    numbers[count++] = token;
                    break;
                case DateTokenKind.Month when month == 0 || month == token.Value:
                    // "كانون الثاني/يناير" names a month twice.
                    (month, monthAt) = (token.Value, count);
                    break;
                case DateTokenKind.Separator when count > 0 && month == 0:
                    separatorsDiffer |= separator != '\0' && separator != token.Value;
                    separator = (char)token.Value;
                    break;
                case DateTokenKind.Separator:
                    break;
                default:
                    return default;
            }
        }

        numbers = numbers[..count];
        if (month > 0)
        {
            return OfNamedMonth(numbers, month, monthAt);
        }

        return separatorsDiffer ? default : OfNumbers(numbers, separator, order);
    }

    private DateReading OfNamedMonth(ReadOnlySpan<DateToken> numbers, int month, int monthAt)
    {
        if (numbers.Length == 1)
        {
            return numbers[0].Digits == 4 ? Month(numbers[0].Value, month) : default;
        }

        if (numbers.Length != 2)
        {
            return default;
        }

        // The year has four digits, or stands last: "13 Jan 22", "Jan 13, 22"; or its word behind it: "22 г. 13 января".
        bool yearFirst = numbers[0].Digits == 4 || numbers[0].Word.Unit == DateUnit.Year;
        DateToken year = yearFirst ? numbers[0] : numbers[1];
        DateToken day = yearFirst ? numbers[1] : numbers[0];
        return year.Digits is 4 or 2 && day.Digits <= 2 && (!yearFirst || monthAt == 1 || monthAt == 0)
            ? Day(YearOf(year), month, day.Value)
            : default;
    }

    private DateReading OfNumbers(ReadOnlySpan<DateToken> numbers, char separator, DateOrder order)
    {
        if (TryCounted(numbers, out DateReading counted))
        {
            return counted;
        }

        switch (numbers.Length)
        {
            case 1:
                return OfNumber(numbers[0]);
            case 2 when numbers[0].Digits == 4 && numbers[1].Digits == 3 && separator == '-':
                return OrdinalDay(numbers[0].Value, numbers[1].Value);
            case 2 when numbers[0].Digits == 4 && numbers[1].Digits <= 2:
                return Month(numbers[0].Value, numbers[1].Value);
            case 2 when numbers[1].Digits == 4 && numbers[0].Digits <= 2 && separator != '\0':
                return Month(numbers[1].Value, numbers[0].Value);
            case 3 when numbers[0].Digits == 4 && numbers[1].Digits <= 2 && numbers[2].Digits <= 2:
                return Day(numbers[0].Value, numbers[1].Value, numbers[2].Value);
            case 3 when numbers[2].Digits is 4 or 2 && numbers[0].Digits <= 2 && numbers[1].Digits <= 2 && separator != '\0':
                return EitherOrder(YearOf(numbers[2]), numbers[0].Value, numbers[1].Value, separator, order);
            default:
                return default;
        }
    }

    // 2022年1月13日: each number says what it is.
    private bool TryCounted(ReadOnlySpan<DateToken> numbers, out DateReading reading)
    {
        int year = -1, month = -1, day = -1;
        foreach (DateToken number in numbers)
        {
            switch (number.Word.Unit)
            {
                case DateUnit.Year when number.Digits is 4 or 2:
                    year = YearOf(number);
                    break;
                case DateUnit.Month:
                    month = number.Value;
                    break;
                case DateUnit.Day:
                    day = number.Value;
                    break;
                default:
                    break;
            }
        }

        reading = month <= 0 || year < 0 ? default : day > 0 ? Day(year, month, day) : Month(year, month);
        return month >= 0;
    }

    // ISO 8601: 2022-013.
    private DateReading OrdinalDay(int year, int day) =>
        year is >= 1 and <= 9999 && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)
            ? InRange(ArticleDate.OfDay(new DateOnly(year, 1, 1).AddDays(day - 1)))
            : default;

    private DateReading OfNumber(DateToken number) => number.Digits switch
    {
        4 => Year(number.Value),
        8 => Day(number.Value / 10000, number.Value / 100 % 100, number.Value % 100),
        _ => default,
    };

    private DateReading EitherOrder(int year, int first, int second, char separator, DateOrder order)
    {
        DateReading dayFirst = Day(year, second, first);
        DateReading monthFirst = Day(year, first, second);
        if (dayFirst.Kind == DateReadingKind.NotUnderstood || monthFirst.Kind == DateReadingKind.NotUnderstood)
        {
            return dayFirst.Kind == DateReadingKind.NotUnderstood
                ? monthFirst with { Order = DateOrder.MonthFirst }
                : dayFirst with { Order = DateOrder.DayFirst };
        }

        if (first == second || separator == '.' || order == DateOrder.DayFirst)
        {
            return dayFirst;
        }

        if (order == DateOrder.MonthFirst)
        {
            return monthFirst;
        }

        if (dayFirst.Kind == DateReadingKind.OutOfRange || monthFirst.Kind == DateReadingKind.OutOfRange)
        {
            return dayFirst.Kind == DateReadingKind.OutOfRange ? monthFirst : dayFirst;
        }

        return new DateReading(DateReadingKind.Ambiguous, dayFirst.Date, monthFirst.Date);
    }

    private DateReading OfDigits(ReadOnlySpan<char> digits)
    {
        int point = digits.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? digits : digits[..point];
        if (whole.Length > 19 || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
        {
            return default;
        }

        switch (whole.Length)
        {
            case 4:
                return Year((int)value);
            case 8 when Day((int)(value / 10000), (int)(value / 100 % 100), (int)(value % 100)) is { Kind: not DateReadingKind.NotUnderstood } day:
                return day;
            case 12 when OfDigits(whole[..8]) is { Kind: DateReadingKind.Understood } day && value % 100 < 60 && value / 100 % 100 < 24:
                return day;
            case 14:
                return OfDigits(whole[..8]);
            case 9 or 10:
                return SinceEpoch(value * 1000);
            case 12 or 13:
                return SinceEpoch(value);
            case 16:
                return SinceEpoch(value / 1000);
            case 19:
                return SinceEpoch(value / 1000_000);
            default:
                return default;
        }
    }

    private DateReading SinceEpoch(long milliseconds) =>
        InRange(ArticleDate.OfDay(DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(milliseconds))));

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        // 1642032000.0, as tables write whole numbers.
        int point = text.IndexOf('.');
        return point >= 4 && text[(point + 1)..].IndexOfAnyExceptInRange('0', '9') < 0
            && text[..point].IndexOfAnyExceptInRange('0', '9') < 0
            && (point >= 9 || text[(point + 1)..].IndexOfAnyExcept('0') < 0);
    }

    private int YearOf(DateToken year)
    {
        if (year.Digits == 4)
        {
            return year.Value;
        }

        int century = latest.Year / 100 * 100;
        return century + year.Value > latest.Year ? century - 100 + year.Value : century + year.Value;
    }

    private DateReading Year(int year) => year is >= 1 and <= 9999 ? InRange(ArticleDate.OfYear(year)) : default;

    private DateReading Month(int year, int month) => (year, month) switch
    {
        ( < 1 or > 9999, _) or (_, > 12) => default,
        (_, 0) => Year(year),
        _ => InRange(ArticleDate.OfMonth(year, month)),
    };

    // Databases write what isn't known as 00.
    private DateReading Day(int year, int month, int day)
    {
        if (day == 0)
        {
            return Month(year, month);
        }

        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day <= DateTime.DaysInMonth(year, month)
            ? InRange(ArticleDate.OfDay(new DateOnly(year, month, day)))
            : default;
    }

    private DateReading InRange(ArticleDate date) =>
        new(date.First < earliest || date.First > latest ? DateReadingKind.OutOfRange : DateReadingKind.Understood, date);
}
