using SearchService.Core.Articles;

namespace SearchService.Evaluation.Quotes;

/// <summary>How much of two quotations is the same.</summary>
internal static class SpanOverlap
{
    /// <summary>Two quotations whose overlap is at least this are one.</summary>
    public const double Same = 0.8;

    /// <summary>Characters in both by characters in either.</summary>
    /// <param name="left">Spans, ascending and apart.</param>
    /// <param name="right">Spans, ascending and apart.</param>
    public static double Of(IReadOnlyList<TextSpan> left, IReadOnlyList<TextSpan> right)
    {
        int both = 0;
        foreach (TextSpan one in left)
        {
            foreach (TextSpan other in right)
            {
                both += Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));
            }
        }

        return (double)both / Math.Max(1, left.Sum(static span => span.Length) + right.Sum(static span => span.Length) - both);
    }

    /// <summary>Pairs quotations, those of the greatest overlap first, each at most once.</summary>
    /// <returns>For each of the first, the number of its partner or -1.</returns>
    public static int[] Pair(IReadOnlyList<IReadOnlyList<TextSpan>> ours, IReadOnlyList<IReadOnlyList<TextSpan>> theirs)
    {
        int[] partners = [.. Enumerable.Repeat(-1, ours.Count)];
        bool[] taken = new bool[theirs.Count];
        foreach ((int i, int j, _) in ours.SelectMany((one, i) => theirs.Select((other, j) => (i, j, Overlap: Of(one, other))))
            .Where(static pair => pair.Overlap >= Same).OrderByDescending(static pair => pair.Overlap))
        {
            if (partners[i] < 0 && !taken[j])
            {
                partners[i] = j;
                taken[j] = true;
            }
        }

        return partners;
    }
}
