namespace SearchService.Ingestion.Dates;

/// <summary>Finds times of day among the parts of a date, with half of the day, zone and offset, and makes them silent.</summary>
/// <remarks>
/// <c>h:mm</c>, <c>h:mm:ss</c>, <c>h:mm:ss.fff</c>, <c>hhmmss</c> after T, "5 pm", "5.30 pm", "10h30", "10 ч 30 мин", "10 Uhr 30", "10時30分".
/// </remarks>
internal static class TimeOfDay
{
    /// <summary>Makes times silent.</summary>
    public static void TakeOut(Span<DateToken> tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            int end = End(tokens, i);
            if (end < 0)
            {
                continue;
            }

            while (end < tokens.Length && (tokens[end].MayBe(DateWordRoles.AfterTime) || Offset(tokens, end) > 0))
            {
                end += Math.Max(1, Offset(tokens, end));
            }

            tokens[i..end].Fill(new DateToken(DateTokenKind.Silent));
            i = end - 1;
        }
    }

    // The end of a time that begins here, or -1.
    private static int End(ReadOnlySpan<DateToken> tokens, int i)
    {
        if (Is(tokens, i, DateTokenKind.TimeMark, 'T') && Is(tokens, i + 1, DateTokenKind.Number) && tokens[i + 1].Digits is 2 or 4 or 6
            && !Is(tokens, i + 2, DateTokenKind.TimeMark, ':'))
        {
            return i + 2;
        }

        // RFC 822 as some write it: "03 Apr 02 1500 GMT".
        if (Is(tokens, i, DateTokenKind.Number) && tokens[i].Digits == 4 && i == 3 && tokens.Length == 5 && Is(tokens, 2, DateTokenKind.Number)
            && tokens[i].Value < 2400 && tokens[i].Value % 100 < 60 && IsAfterTime(tokens, i + 1))
        {
            return i + 2;
        }

        if (!Is(tokens, i, DateTokenKind.Number) || tokens[i].Digits > 2)
        {
            return -1;
        }

        if (IsHalfOfDay(tokens, i + 1))
        {
            return i + 2;
        }

        if (CountsHours(tokens, i))
        {
            return EndOfCounted(tokens, i + 2);
        }

        if (Is(tokens, i + 1, DateTokenKind.Separator, '.') && Is(tokens, i + 2, DateTokenKind.Number) && tokens[i + 2].Digits == 2
            && IsAfterTime(tokens, i + 3) && !Is(tokens, i - 1, DateTokenKind.Separator))
        {
            return i + 4;
        }

        if (!Is(tokens, i + 1, DateTokenKind.TimeMark, ':') || !Is(tokens, i + 2, DateTokenKind.Number))
        {
            return -1;
        }

        int end = i + 3;
        if (Is(tokens, end, DateTokenKind.TimeMark, ':') && Is(tokens, end + 1, DateTokenKind.Number))
        {
            end += 2;
        }

        return Is(tokens, end, DateTokenKind.Separator, '.') && Is(tokens, end + 1, DateTokenKind.Number) && tokens[end + 1].Joined ? end + 2 : end;
    }

    // After "10 h": minutes right behind, or with a word of theirs.
    private static int EndOfCounted(ReadOnlySpan<DateToken> tokens, int end)
    {
        for (int part = 0; part < 2; part++)
        {
            if (!Is(tokens, end, DateTokenKind.Number) || tokens[end].Digits > 2)
            {
                return end;
            }

            bool counted = tokens[end].Word.Unit is DateUnit.Minute or DateUnit.Second;
            if (!counted && !(tokens[end].Joined || (tokens[end].Digits == 2 && part == 0 && end + 1 == tokens.Length)))
            {
                return end;
            }

            end += counted ? 2 : 1;
        }

        return end;
    }

    private static bool CountsHours(ReadOnlySpan<DateToken> tokens, int i) =>
        i + 1 < tokens.Length && tokens[i].Word.Unit == DateUnit.Hour && tokens[i + 1].Kind == DateTokenKind.Word;

    private static bool IsHalfOfDay(ReadOnlySpan<DateToken> tokens, int i) =>
        IsAfterTime(tokens, i) && tokens[i].Word.Unit != DateUnit.Hour;

    // A word that is nothing else, or the "a" of "a.m.", which is a preposition too.
    private static bool IsAfterTime(ReadOnlySpan<DateToken> tokens, int i) =>
        i < tokens.Length && tokens[i].MayBe(DateWordRoles.AfterTime)
        && (!tokens[i].MayBe(DateWordRoles.Beside)
            || (i + 1 < tokens.Length && tokens[i + 1].MayBe(DateWordRoles.AfterTime) && tokens[i + 1].Word.Unit == DateUnit.Minute));

    // Parts of an offset from UTC that begins here, such as +03:00 or -0500, or 0.
    private static int Offset(ReadOnlySpan<DateToken> tokens, int i)
    {
        bool sign = Is(tokens, i, DateTokenKind.TimeMark, '+') || Is(tokens, i, DateTokenKind.Separator, '-');
        if (!sign || !Is(tokens, i + 1, DateTokenKind.Number) || tokens[i + 1].Digits is not (1 or 2 or 4))
        {
            return 0;
        }

        // "10:00 - 13 January 2022" has a dash, not an offset.
        bool full = (tokens[i + 1].Digits == 4 && tokens[i + 1].Joined) || Is(tokens, i + 2, DateTokenKind.TimeMark, ':')
            || Is(tokens, i, DateTokenKind.TimeMark, '+') || i + 2 == tokens.Length;
        if (!full)
        {
            return 0;
        }

        return Is(tokens, i + 2, DateTokenKind.TimeMark, ':') && Is(tokens, i + 3, DateTokenKind.Number) ? 4 : 2;
    }

    private static bool Is(ReadOnlySpan<DateToken> tokens, int i, DateTokenKind kind) => i >= 0 && i < tokens.Length && tokens[i].Kind == kind;

    private static bool Is(ReadOnlySpan<DateToken> tokens, int i, DateTokenKind kind, char value) => Is(tokens, i, kind) && tokens[i].Value == value;
}
