using System.Collections.Immutable;

namespace SearchService.Benchmarks.Peers;

/// <summary>What this engine is meant to reach against its peers, and whether it does: the good and the bad news first.</summary>
internal sealed class PeerGoals(Report report, ImmutableArray<PeerQuery> queries, IndexingResult indexing, PeerRun ours)
{
    private const double MaxAllocated = 2_048;
    private const double MaxPeakMiB = 250;

    private readonly int[] _generated = [.. Enumerable.Range(0, queries.Length).Where(i => !queries[i].Class.StartsWith(PeerQuery.Game, StringComparison.Ordinal))];

    /// <summary>Of the section that has all peers which are always there.</summary>
    internal void Write(PeerRun? lucene, PeerRun sqlite)
    {
        Head("Goals");
        if (lucene is not null)
        {
            Against(lucene);
        }

        AtLeast($"indexing on 1 thread: {sqlite.Name} ÷ ours", 1, indexing.Of(sqlite.Name, 1)!.Seconds / indexing.Of(ours.Name, 1)!.Seconds);
        AtMost("peak memory while indexing, MiB", MaxPeakMiB, indexing.Figures.Where(figures => figures.Engine == ours.Name).Max(figures => figures.PeakMiB), "0");
        AtMost("bytes allocated by a full view beyond its answer", MaxAllocated, ours.Allocated!.Value.Full - ours.AnswerBytes, "#,0");
        report.Line();
        Slower(sqlite);
        if (lucene is not null)
        {
            Slower(lucene);
        }
    }

    /// <summary>Of a section that has one peer.</summary>
    internal void WriteAgainst(PeerRun peer)
    {
        Head($"Goals against {peer.Name}");
        Against(peer);
        report.Line();
        Slower(peer);
    }

    private void Head(string title)
    {
        report.Line();
        report.Line($"### {title}");
        report.Line();
        report.Row("what", "goal", "measured", "reached");
        report.Row("---", "---:", "---:", "---");
    }

    private void Against(PeerRun lucene)
    {
        AtLeast($"full views, mean of the generated: {lucene.Name} ÷ ours", 4, Ratio(lucene.FullMicros, ours.FullMicros, _generated));
        AtLeast($"ten best, mean of the generated: {lucene.Name} ÷ ours", 3, Ratio(lucene.TopMicros, ours.TopMicros, _generated));
        AtLeast($"full views a second on 2 threads: ours ÷ {lucene.Name}", 5, ours.PerSecond.Two / lucene.PerSecond.Two);
        AtLeast($"indexing on 1 thread: {lucene.Name} ÷ ours", 4, indexing.Of(lucene.Name, 1)!.Seconds / indexing.Of(ours.Name, 1)!.Seconds);
        AtMost($"size on disk: ours ÷ {lucene.Name}", 0.85, (double)indexing.BytesOnDisk[ours.Name] / indexing.BytesOnDisk[lucene.Name], "0.00");
    }

    private static double Ratio(double[] theirs, double[] own, IEnumerable<int> numbers) => numbers.Sum(i => theirs[i]) / numbers.Sum(i => own[i]);

    private void AtLeast(string what, double goal, double measured) =>
        report.Row(what, $"at least {IndexingBenchmark.Number(goal, "0.##")}", IndexingBenchmark.Number(measured, "0.00"), measured >= goal ? "yes" : "no");

    private void AtMost(string what, double goal, double measured, string format) =>
        report.Row(what, $"at most {IndexingBenchmark.Number(goal, "#,0.##")}", IndexingBenchmark.Number(measured, format), measured <= goal ? "yes" : "no");

    private void Slower(PeerRun peer)
    {
        string[] classes =
        [
            .. Slower(peer, "full", peer.FullMicros, ours.FullMicros),
            .. Slower(peer, "ten best", peer.TopMicros, ours.TopMicros),
        ];
        report.Line($"Classes whose mean is better in {peer.Name}: {(classes.Length == 0 ? "none" : string.Join(", ", classes))}.");
    }

    private IEnumerable<string> Slower(PeerRun peer, string view, double[] theirs, double[] own) =>
        Enumerable.Range(0, queries.Length)
            .Where(i => peer.Answers[i] is not null)
            .GroupBy(i => queries[i].Class)
            .Select(numbers => (numbers.Key, Ratio: Ratio(theirs, own, numbers)))
            .Where(row => row.Ratio < 1)
            .Select(row => $"{row.Key} ({view}: {IndexingBenchmark.Number(row.Ratio, "0.00")})");
}
