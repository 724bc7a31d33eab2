using SearchService.Core.Articles;
using SearchService.Ingestion.Dates;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Finds a whole day in a line of a page: <c>By Ann Lee | Updated 13 January 2022, 10:00 GMT</c>.</summary>
internal static class DateSearch
{
    private const int LongestLine = 240;
    private const int MostWords = 32;
    private const int LongestDate = 8;

    private static readonly string[] Updated =
        ["updat", "modified", "edited", "revised", "aktualisiert", "geändert", "mis à jour", "modifié", "actualizado", "modificado", "обновлен", "изменен", "aggiornat", "atualizad", "تحديث"];

    private static readonly string[] PublishedWords =
        ["publish", "posted", "created", "veröffentlicht", "erschienen", "publié", "publicado", "опубликован", "pubblicat", "first", "نشر"];

    /// <summary>Finds the first day, or the first that isn't of a change.</summary>
    /// <param name="line">Of the page.</param>
    /// <param name="dates">Reads dates.</param>
    /// <param name="date">The words of the date.</param>
    /// <param name="isOfChange">Whether the words before it say that something was changed then.</param>
    public static bool TryFind(string line, DateReader dates, out string date, out bool isOfChange)
    {
        (date, isOfChange) = ("", false);
        if (line.Length > LongestLine || !line.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        List<(int Start, int End)> words = Words(line);
        int said = 0;
        for (int from = 0; from < words.Count; from++)
        {
            for (int count = Math.Min(LongestDate, words.Count - from); count > 0; count--)
            {
                string candidate = line[words[from].Start..words[from + count - 1].End].Trim(',', '.', '(', ')', '[', ']', '|', '•', '·', '–', '—', '-', ' ');
                if (!IsDay(candidate, dates))
                {
                    continue;
                }

                // The candidate may hold the label too: "Updated 13 January 2022" is read as a date whole.
                int number = candidate.AsSpan().IndexOfAnyInRange('0', '9');
                bool changed = IsOfChange(line[said..words[from].Start] + candidate[..number]);
                if (date.Length == 0 || (isOfChange && !changed))
                {
                    (date, isOfChange) = (candidate, changed);
                }

                if (!isOfChange)
                {
                    return true;
                }

                said = words[from + count - 1].End;
                from += count - 1;
                break;
            }
        }

        return date.Length > 0;
    }

    /// <summary>Whether words say that something was changed, and not that it was published.</summary>
    public static bool IsOfChange(string words) => Says(words, Updated) && !Says(words, PublishedWords);

    private static bool Says(string words, string[] wanted) => Array.Exists(wanted, word => words.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsDay(string candidate, DateReader dates)
    {
        if (candidate.Length < 6 || !candidate.AsSpan().ContainsAnyInRange('0', '9') || candidate.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return false;
        }

        DateReading reading = dates.Read(candidate);
        return reading.Kind == DateReadingKind.Ambiguous || (reading.Kind == DateReadingKind.Understood && reading.Date.Precision == DatePrecision.Day);
    }

    private static List<(int Start, int End)> Words(string line)
    {
        List<(int, int)> words = [];
        int at = 0;
        while (at < line.Length && words.Count < MostWords)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            int start = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            if (at > start)
            {
                words.Add((start, at));
            }
        }

        return words;
    }
}
