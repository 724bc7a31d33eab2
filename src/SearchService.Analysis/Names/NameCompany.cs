namespace SearchService.Analysis.Names;

/// <summary>What the other names found say about one of them: those that surely are the name asked for should be this name too.</summary>
internal static class NameCompany
{
    /// <summary>Odds from which a name counts as surely the same.</summary>
    private const float Sure = 2;

    private const float Most = 5;
    private const float NoLink = -8;

    /// <summary>Gets what <see cref="Describe"/> gives, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["own", "link", "mean-own", "mean-others", "least-own", "least-others", "sure-own", "sure-others", "rank", "behind"];

    /// <summary>Describes one of the names found.</summary>
    /// <param name="found">The odds of each name found, as compared with what was asked for; highest first.</param>
    /// <param name="between">The odds of a name found (the first number) for another (the second), as compared with each other.</param>
    /// <param name="number">Which one.</param>
    /// <param name="values">Takes a value for each of <see cref="Names"/>.</param>
    public static void Describe(ReadOnlySpan<float> found, Func<int, int, float> between, int number, Span<float> values)
    {
        float own = found[number];
        Tally sure = new(own);
        Tally others = new(own);
        float link = NoLink;
        for (int other = 0; other < found.Length; other++)
        {
            if (other == number)
            {
                continue;
            }

            float there = Math.Min(between(other, number), Most);
            float here = Math.Min(found[other], Most);
            link = Math.Max(link, Math.Min(here, there));
            if (found[other] > Sure)
            {
                sure.Add(there);
            }

            if (between(number, other) > Sure)
            {
                others.Add(here);
            }
        }

        ReadOnlySpan<float> all = [own, link, sure.Mean, others.Mean, sure.Least, others.Least, sure.Count, others.Count, number, found[0] - own];
        all.CopyTo(values);
    }

    private struct Tally(float none)
    {
        private float _sum;
        private float _least = Most;

        public int Count { get; private set; }

        public readonly float Mean => Count == 0 ? none : _sum / Count;

        public readonly float Least => Count == 0 ? none : _least;

        public void Add(float odds)
        {
            Count++;
            _sum += odds;
            _least = Math.Min(_least, odds);
        }
    }
}
