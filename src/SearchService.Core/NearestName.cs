namespace SearchService.Core;

/// <summary>Finds which of the names there are may be meant by one that there isn't.</summary>
public static class NearestName
{
    private const int LongestName = 40;

    /// <summary>Finds the first name that is nearest: at most one edit away, two for a name of five letters or more.</summary>
    /// <param name="name">As given; of more than 40 letters nothing is near.</param>
    /// <param name="names">Those there are, of at most 40 letters each.</param>
    public static string? Of(string name, IEnumerable<string> names)
    {
        if (name.Length > LongestName)
        {
            return null;
        }

        string? best = null;
        int least = name.Length < 5 ? 2 : 3;
        foreach (string known in names)
        {
            int edits = Edits(name, known);
            if (edits < least)
            {
                (best, least) = (known, edits);
            }
        }

        return best;
    }

    // Levenshtein's distance, a row at a time.
    private static int Edits(string a, string b)
    {
        Span<int> row = stackalloc int[LongestName + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
