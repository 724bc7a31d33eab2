using System.Collections.Immutable;

namespace SearchService.Benchmarks.Peers;

/// <summary>The tables of the comparison; a ratio above 1 says how many times as fast this engine is, below 1 that the peer is faster.</summary>
internal sealed class PeerReport(Report report, ImmutableArray<PeerQuery> queries, ImmutableArray<PeerRun> runs)
{
    internal void Times(string title, Func<PeerRun, double[]> times)
    {
        report.Line();
        report.Line($"### {title}");
        report.Line();
        report.Row(["queries", "number", .. runs.Select(run => $"{run.Name}: mean, median, 99 %"), .. runs.Skip(1).Select(run => $"{run.Name} ÷ ours")]);
        report.Row(["---", .. Enumerable.Repeat("---:", 2 * runs.Length)]);
        int[] game = Numbers(query => query.Class.StartsWith(PeerQuery.Game, StringComparison.Ordinal)), own = [.. Enumerable.Range(0, queries.Length).Except(game)];
        foreach (string @class in queries.Select(query => query.Class).Distinct(StringComparer.Ordinal))
        {
            Row(@class, Numbers(query => query.Class == @class), times);
        }

        Row("**all generated**", own, times);
        Row("**all of the game**", game, times);
    }

    internal void Throughput(string title = "Full views a second, and allocation")
    {
        report.Line();
        report.Line($"### {title}");
        report.Line();
        report.Row("engine", "1 thread", "2 threads", "2 threads, ours ÷ its", "bytes a full view", "bytes a top 10");
        report.Row("---", "---:", "---:", "---:", "---:", "---:");
        foreach (PeerRun run in runs)
        {
            report.Row(
                run.Name,
                IndexingBenchmark.Number(run.PerSecond.One, "#,0"),
                IndexingBenchmark.Number(run.PerSecond.Two, "#,0"),
                Ratio(runs[0].PerSecond.Two, run.PerSecond.Two),
                run.Allocated is { } full ? IndexingBenchmark.Number(full.Full, "#,0") : "",
                run.Allocated is { } top ? IndexingBenchmark.Number(top.Top, "#,0") : "");
        }
    }

    /// <summary>Says how many of a peer's answers are ours; gives whether all are.</summary>
    internal bool Agreement(PeerRun peer, bool withScores)
    {
        PeerComparison comparison = new(queries, runs[0], peer, withScores);
        report.Line($"{peer.Name} knows {comparison.Asked:#,0} of {queries.Length:#,0} queries: total and facet counts are the same for {comparison.CountsAgree:#,0} of them"
            + (withScores ? $", the scores of the ten best, to 1e-5 of their size, for {comparison.ScoresAgree:#,0}." : "."));
        foreach (string difference in comparison.Differences)
        {
            report.Line($"- {difference}");
        }

        report.Line();
        return comparison.Differences.IsEmpty;
    }

    internal static void Indexing(Report report, IndexingResult result, string conditions)
    {
        report.Line();
        report.Line("### Indexing them");
        report.Line();
        report.Row("engine", "threads", "seconds", "its time ÷ ours", "processor seconds", "peak memory, MiB", "on disk, MiB");
        report.Row("---", "---:", "---:", "---:", "---:", "---:", "---:");
        foreach (IndexingFigures engine in result.Figures)
        {
            report.Row(
                engine.Engine,
                $"{engine.Threads}",
                IndexingBenchmark.Number(engine.Seconds, "0.0"),
                Ratio(engine.Seconds, result.Of(result.Figures[0].Engine, engine.Threads)!.Seconds),
                IndexingBenchmark.Number(engine.ProcessorSeconds, "0.0"),
                IndexingBenchmark.Number(engine.PeakMiB, "0"),
                IndexingBenchmark.Number(result.BytesOnDisk[engine.Engine] / 1048576.0, "0"));
        }

        report.Line();
        report.Line(conditions);
    }

    private static string Ratio(double theirs, double ours) => IndexingBenchmark.Number(theirs / ours, "0.00");

    private int[] Numbers(Func<PeerQuery, bool> belongs) => [.. Enumerable.Range(0, queries.Length).Where(i => belongs(queries[i]))];

    private void Row(string name, int[] numbers, Func<PeerRun, double[]> times)
    {
        string[] figures = [.. runs.Select(run => Figures(Known(run, numbers).Select(i => times(run)[i])))];
        // Of queries the peer doesn't know ours aren't counted either.
        string[] ratios = [.. runs.Skip(1).Select(run => Known(run, numbers) is { Length: > 0 } known ? Ratio(known.Average(i => times(run)[i]), known.Average(i => times(runs[0])[i])) : "–")];
        report.Row([name, $"{numbers.Length}", .. figures, .. ratios]);
    }

    private static int[] Known(PeerRun run, int[] numbers) => [.. numbers.Where(i => run.Answers[i] is not null)];

    private static string Figures(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0
            ? "–"
            : string.Join(", ", new[] { sorted.Average(), IndexingBenchmark.Median(sorted), sorted[(int)Math.Ceiling(0.99 * sorted.Length) - 1] }.Select(time => IndexingBenchmark.Number(time, "#,0")));
    }
}
