namespace SearchService.Engine.Tests.Execution;

/// <summary>Phrases by their definition: every choice of occurrences is looked at.</summary>
internal static class NaivePhrase
{
    /// <summary>The widths of the minimal choices that are wide at most <paramref name="slop"/>, in the order of the text.</summary>
    public static List<int> Widths(string[] phrase, string[] text, int slop)
    {
        var intervals = new HashSet<(int Low, int High)>();
        Choose(phrase, text, new int[phrase.Length], 0, intervals);
        return
        [
            .. intervals
                .Where(i => !intervals.Any(j => j != i && j.Low >= i.Low && j.High <= i.High))
                .Where(i => i.High - i.Low <= slop)
                .Order()
                .Select(i => i.High - i.Low),
        ];
    }

    /// <summary>The sum of 1 / (1 + width) of the minimal choices.</summary>
    public static double Frequency(string[] phrase, string[] text, int slop) => Widths(phrase, text, slop).Sum(w => 1.0 / (1 + w));

    private static void Choose(string[] phrase, string[] text, int[] chosen, int offset, HashSet<(int Low, int High)> intervals)
    {
        if (offset == phrase.Length)
        {
            var displacements = chosen.Select((p, i) => p - i).ToList();
            intervals.Add((displacements.Min(), displacements.Max()));
            return;
        }

        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] == phrase[offset] && !chosen.AsSpan(0, offset).Contains(position))
            {
                chosen[offset] = position;
                Choose(phrase, text, chosen, offset + 1, intervals);
            }
        }
    }
}
