namespace SearchService.TestSupport;

/// <summary>Phrases by their definition: every choice of occurrences is looked at.</summary>
public static class NaivePhrase
{
    /// <summary>The widths of the minimal choices that are wide at most <paramref name="slop"/>, in the order of the text.</summary>
    public static List<int> Widths(string[] phrase, string[] text, int slop) =>
        [.. Minimal(Choices(phrase, text), slop).Select(i => i.High - i.Low)];

    /// <summary>The sum of 1 / (1 + width) of the minimal choices.</summary>
    public static double Frequency(string[] phrase, string[] text, int slop) => Widths(phrase, text, slop).Sum(w => 1.0 / (1 + w));

    /// <summary>
    /// The positions that the minimal choices are made of. Where several choices have the same displacements at their ends, the one that
    /// takes the first occurrences.
    /// </summary>
    public static HashSet<int> Places(string[] phrase, string[] text, int slop) => [.. Occurrences(phrase, text, slop).SelectMany(c => c)];

    /// <summary>The minimal choices themselves, one for each pair of ends.</summary>
    public static List<int[]> Occurrences(string[] phrase, string[] text, int slop)
    {
        var choices = Choices(phrase, text);
        return
        [
            .. Minimal(choices, slop).Select(interval => choices
                .Where(c => IntervalOf(c) == interval)
                .OrderBy(c => string.Join(' ', c.Select(p => p.ToString("D4"))), StringComparer.Ordinal)
                .First()),
        ];
    }

    private static List<(int Low, int High)> Minimal(List<int[]> choices, int slop)
    {
        var intervals = choices.Select(IntervalOf).ToHashSet();
        return
        [
            .. intervals
                .Where(i => !intervals.Any(j => j != i && j.Low >= i.Low && j.High <= i.High))
                .Where(i => i.High - i.Low <= slop)
                .Order(),
        ];
    }

    private static (int Low, int High) IntervalOf(int[] choice)
    {
        var displacements = choice.Select((p, i) => p - i).ToList();
        return (displacements.Min(), displacements.Max());
    }

    private static List<int[]> Choices(string[] phrase, string[] text)
    {
        List<int[]> choices = [[]];
        foreach (var word in phrase)
        {
            choices =
            [
                .. choices.SelectMany(c => Enumerable.Range(0, text.Length)
                    .Where(p => text[p] == word && !c.Contains(p))
                    .Select(p => (int[])[.. c, p])),
            ];
        }

        return choices;
    }
}
