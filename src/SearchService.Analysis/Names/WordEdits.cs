namespace SearchService.Analysis.Names;

/// <summary>How alike letters look, whatever they sound like: slips of hand and ear.</summary>
internal static class WordEdits
{
    /// <summary>What a letter counts that comes and goes easily: a vowel, an <c>h</c>.</summary>
    public const double Weak = 0.5;

    /// <summary>Letters to put in, take out or replace to get from one word to the other, weak ones for a half.</summary>
    public static double Between(string left, string right)
    {
        Span<double> row = stackalloc double[right.Length + 1];
        row[0] = 0;
        for (int j = 1; j <= right.Length; j++)
        {
            row[j] = row[j - 1] + Weight(right[j - 1]);
        }

        foreach (char letter in left)
        {
            double diagonal = row[0];
            double own = Weight(letter);
            row[0] += own;
            for (int j = 1; j <= right.Length; j++)
            {
                char other = right[j - 1];
                double others = Weight(other);
                double replaced = diagonal + (letter == other ? 0 : Math.Max(own, others));
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j] + own, row[j - 1] + others));
            }
        }

        return row[^1];
    }

    /// <summary>What edits leave of the longer word, 1 for the same.</summary>
    public static double Alike(string left, string right) => 1 - (Between(left, right) / Math.Max(left.Length, right.Length));

    /// <summary>The share of things that both have (Dice).</summary>
    /// <param name="left">Ascending.</param>
    /// <param name="right">Ascending.</param>
    public static double Shared(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        (int i, int j, int same) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            int order = left[i].CompareTo(right[j]);
            same += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return left.Length + right.Length == 0 ? 0 : 2.0 * same / (left.Length + right.Length);
    }

    private static double Weight(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' ? Weak : 1;
}
