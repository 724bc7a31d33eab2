namespace SearchService.Conformance.Oracle;

/// <summary>Runs of words and what is near what, by looking at every pair.</summary>
internal static class NaiveSpans
{
    /// <summary>What two runs reach over that don't overlap and have few enough words between.</summary>
    internal static IEnumerable<(int Start, int End)> Pairs(
        IReadOnlyCollection<(int Start, int End)> left, IReadOnlyCollection<(int Start, int End)> right, int distance, bool ordered) =>
        from l in left
        from r in right
        where (l.End <= r.Start && r.Start - l.End <= distance) || (!ordered && r.End <= l.Start && l.Start - r.End <= distance)
        select (Math.Min(l.Start, r.Start), Math.Max(l.End, r.End));

    /// <summary>Those that hold no other.</summary>
    internal static List<(int Start, int End)> Minimal(IEnumerable<(int Start, int End)> spans)
    {
        List<(int Start, int End)> minimal = [];
        foreach ((int start, int end) in spans.Distinct().OrderByDescending(span => span.Start).ThenBy(span => span.End))
        {
            if (minimal.Count == 0 || end < minimal[^1].End)
            {
                minimal.Add((start, end));
            }
        }

        return minimal;
    }
}
