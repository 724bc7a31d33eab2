using System.Collections.Immutable;
using SearchService.Benchmarks.Peers;

namespace SearchService.Benchmarks.Scale;

/// <summary>The curves: what indexing used, and what each class of queries took, at each size of the archive.</summary>
internal sealed class ScaleReport(Report report, ImmutableArray<PeerQuery> queries, ImmutableArray<ScaleRun> runs)
{
    /// <summary>The noise of a mean on a machine that does other things too.</summary>
    private const double Linear = 1.05;

    /// <summary>Above this the ten best can't be said to grow more slowly than what is found.</summary>
    private const double ClearlyLess = 0.9;

    internal void Write()
    {
        report.Section("Growth");
        report.Line("Written by `make bench-scale`. The engine alone, as in the comparison above, on articles made by mixing the sentences of the real ones: each has the metadata and the number of sentences of one article, and the sentences of three others. A larger archive begins with the smaller; the queries are the same generated ones at every size. No new words appear, so dictionaries stay as they are and lists grow.");
        report.Line();
        report.Machine();
        report.Line();
        report.Line("### Building");
        report.Line();
        report.Row("scale", "articles", "indexing on 2 threads into one segment, s", "articles a second", "processor seconds", "peak memory, MiB", "without mapped files", "on disk, MiB", "bytes an article", "full views a second, 1 thread", "2 threads");
        report.Row(["---:", .. Enumerable.Repeat("---:", 10)]);
        foreach (ScaleRun run in runs)
        {
            report.Row(
                $"{run.Scale}×",
                Number(run.Articles),
                Number(run.Indexing.Seconds, "0.0"),
                Number(run.Articles / run.Indexing.Seconds),
                Number(run.Indexing.ProcessorSeconds, "0.0"),
                Number(run.Indexing.PeakMiB),
                Number(run.Indexing.PeakOwnMiB),
                Number(run.BytesOnDisk / 1048576.0),
                Number((double)run.BytesOnDisk / run.Articles),
                Number(run.Searching.PerSecond.One),
                Number(run.Searching.PerSecond.Two));
        }

        report.Line();
        report.Line($"Below, processor time, so that other work on the machine counts as little as it can; of each query the median of {ScaleBenchmark.Rounds} rounds after {ScaleBenchmark.WarmUp} to warm up, over each class the mean. Matches grow as the articles do (but for quotations, which one article at least has at every size). The exponent e is that of time = c · articles^e through all sizes, and through the last two: 1 is linear, less grows more slowly than the archive. What a query costs before it finds anything draws the first below the second.");
        Times("Full views over sizes", run => run.FullMicros);
        Classes("Classes that grow faster than the archive, by more than the noise of 5 %", run => run.FullMicros, Linear);
        Times("Ten best over sizes", run => run.TopMicros);
        Classes("Classes that don't grow clearly more slowly than the archive, their exponent of the last step being above 0.9", run => run.TopMicros, ClearlyLess);
        report.Line("The ten best come with the exact total here too: what matches is found and, for a phrase, verified in full; only ranking passes over documents.");
    }

    private void Times(string title, Func<PeerRun, double[]> times)
    {
        report.Line();
        report.Line($"### {title}");
        report.Line();
        report.Row([
            "queries",
            .. runs.Select(run => $"{run.Scale}×, µs"),
            $"matches at {runs[0].Scale}×",
            $"at {runs[^1].Scale}×",
            $"ns a match at {runs[0].Scale}×",
            $"at {runs[^1].Scale}×",
            "exponent",
            "of the last step",
        ]);
        report.Row(["---", .. Enumerable.Repeat("---:", runs.Length + 6)]);
        foreach (IGrouping<string, int> numbers in ByClass())
        {
            Row(numbers.Key, [.. numbers], times);
        }

        Row("**all**", [.. Enumerable.Range(0, queries.Length)], times);
    }

    private void Classes(string what, Func<PeerRun, double[]> times, double exponent)
    {
        string[] names = [.. ByClass().Where(numbers => LastExponent(Micros([.. numbers], times)) > exponent).Select(numbers => numbers.Key)];
        report.Line();
        report.Line($"{what}: {(names.Length == 0 ? "none" : string.Join(", ", names))}.");
    }

    private IEnumerable<IGrouping<string, int>> ByClass() => Enumerable.Range(0, queries.Length).GroupBy(i => queries[i].Class, StringComparer.Ordinal);

    private double[] Micros(int[] numbers, Func<PeerRun, double[]> times) => [.. runs.Select(run => numbers.Average(i => times(run.Searching)[i]))];

    private double LastExponent(double[] micros) =>
        runs.Length > 1 ? Growth.Exponent([runs[^2].Articles, runs[^1].Articles], micros.AsSpan(^2..)) : double.NaN;

    private void Row(string name, int[] numbers, Func<PeerRun, double[]> times)
    {
        double[] micros = Micros(numbers, times);
        double[] matches = [.. runs.Select(run => numbers.Average(i => (double)run.Searching.Answers[i]!.Total))];
        report.Row([
            name,
            .. micros.Select(time => Number(time)),
            Number(matches[0]),
            Number(matches[^1]),
            Number(micros[0] / matches[0] * 1000, "#,0.0"),
            Number(micros[^1] / matches[^1] * 1000, "#,0.0"),
            Number(Growth.Exponent([.. runs.Select(run => (double)run.Articles)], micros), "0.00"),
            Number(LastExponent(micros), "0.00"),
        ]);
    }

    private static string Number(double value, string format = "#,0") => IndexingBenchmark.Number(value, format);
}
