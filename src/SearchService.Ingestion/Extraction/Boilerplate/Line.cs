namespace SearchService.Ingestion.Extraction.Boilerplate;

/// <summary>A line or paragraph of a page, looked at by itself.</summary>
/// <param name="Kind">What it is known to be.</param>
/// <param name="IsProse">Whether it is written in sentences, as paragraphs are, whatever they say.</param>
/// <param name="Length">UTF-16 units.</param>
internal readonly record struct Line(LineKind Kind, bool IsProse, int Length)
{
    private const int LongestPlea = 600;
    private const int ShortestProse = 70;
    private const int LongProse = 240;
    private const int ShortestProseOfIdeographs = 25;
    private const int LongestBeforeAddress = 100;
    private const int FewestWeekdays = 5;

    /// <summary>Whether it is the article's own, as far as its words tell.</summary>
    public bool IsText => Kind == LineKind.Text;

    /// <summary>Looks at a line.</summary>
    /// <param name="line">Trimmed, not empty.</param>
    public static Line Of(ReadOnlySpan<char> line)
    {
        bool prose = LooksLikeProse(line);
        if (line.Length > LongestPlea)
        {
            return new Line(LineKind.Text, prose, line.Length);
        }

        Span<char> buffer = stackalloc char[LongestPlea];
        ReadOnlySpan<char> key = buffer[..LineKey.Write(line, buffer)];
        return new Line(KindOf(line, key, prose), prose, line.Length);
    }

    private static LineKind KindOf(ReadOnlySpan<char> line, ReadOnlySpan<char> key, bool prose)
    {
        if (key.IsEmpty || IsAddress(line))
        {
            return LineKind.Navigation;
        }

        if (IsOfCalendar(line, key))
        {
            return LineKind.Calendar;
        }

        // What someone is quoted with isn't said to the reader.
        bool quoted = BeginsQuoted(line) && prose;
        if (key.Length <= LineKey.Longest && !quoted && Phrases.KindOf(key) is var kind and not LineKind.Text)
        {
            return kind;
        }

        return prose && !line.ContainsAny("“«„\"") && PleaWords.IsPlea(key) ? LineKind.Plea : LineKind.Text;
    }

    private static bool LooksLikeProse(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> bare = line.TrimEnd("\"”“»'’)] ");
        bool ended = bare.Length > 0 && bare[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or ':' or ';';
        if (ended && line.Length >= ShortestProseOfIdeographs && line.Length / 2 < CountIdeographs(line))
        {
            return true;
        }

        return (ended && line.Length >= ShortestProse) || line.Length >= LongProse;
    }

    private static int CountIdeographs(ReadOnlySpan<char> line)
    {
        int count = 0;
        foreach (char unit in line)
        {
            count += unit is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' ? 1 : 0;
        }

        return count;
    }

    private static bool BeginsQuoted(ReadOnlySpan<char> line) => line[0] is '"' or '“' or '«' or '„' or '‘' or '”' or '‹' or '「';

    // A bare web address, perhaps with a few words that say whose it is.
    private static bool IsAddress(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int end = line.IndexOfAny(' ', '\u00A0');
        return end < 0 || (line.Length - end <= LongestBeforeAddress && line[^1] != '.');
    }

    // "Mon Tues Wed", "6789101112", "« Apr", "20 21 22": numbers alone, or weekdays.
    private static bool IsOfCalendar(ReadOnlySpan<char> line, ReadOnlySpan<char> key)
    {
        if (key.IndexOfAnyExcept('#', ' ') < 0)
        {
            return line.IndexOfAny(' ', '\u00A0') >= 0 || key.Length > 1 || line.Length > 4;
        }

        int weekdays = 0, words = 0;
        foreach (Range range in key.Split(' '))
        {
            words++;
            weekdays += Dates.DateWords.IsWeekday(key[range].Trim(".,")) ? 1 : 0;
        }

        return weekdays >= FewestWeekdays && words - weekdays <= 2;
    }
}
