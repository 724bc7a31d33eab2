namespace SearchService.Backend.Embedded.Tests.Oracle;

/// <summary>Runs of words and what is near what, by looking at every pair.</summary>
internal static class NaiveSpans
{
    /// <summary>Where so many words stand side by side.</summary>
    internal static List<(int Start, int End)> Of(int tokens, int words, Func<int, int, bool> fits) => words == 0 ? [] :
        [.. Enumerable.Range(0, Math.Max(0, tokens - words + 1)).Where(start => Enumerable.Range(0, words).All(i => fits(start + i, i))).Select(start => (start, start + words))];

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
        List<(int Start, int End)> distinct = [.. spans.Distinct()];
        return [.. distinct.Where(span => !distinct.Exists(other => other != span && other.Start >= span.Start && other.End <= span.End))];
    }
}
