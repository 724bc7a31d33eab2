using System.Text;

namespace SearchService.TestSupport;

/// <summary>What wildcards and edit distances mean, by definition.</summary>
public static class NaivePatterns
{
    /// <summary>How many edits make one word of another: a code point added, removed or replaced, or two neighbours swapped.</summary>
    /// <remarks>The optimal string alignment distance: what was swapped isn't edited again.</remarks>
    public static int Distance(string one, string other)
    {
        Rune[] a = [.. one.EnumerateRunes()];
        Rune[] b = [.. other.EnumerateRunes()];
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }

    /// <summary>Whether a word fits a pattern in which <c>?</c> is one code point and <c>*</c> any number, with no escapes.</summary>
    public static bool FitsWildcards(string pattern, string word)
    {
        Rune[] signs = [.. pattern.EnumerateRunes()];
        Rune[] points = [.. word.EnumerateRunes()];
        return Fits(0, 0);

        bool Fits(int sign, int point)
        {
            if (sign == signs.Length)
            {
                return point == points.Length;
            }

            return signs[sign].Value == '*'
                ? Fits(sign + 1, point) || (point < points.Length && Fits(sign, point + 1))
                : point < points.Length && (signs[sign].Value == '?' || signs[sign] == points[point]) && Fits(sign + 1, point + 1);
        }
    }
}
