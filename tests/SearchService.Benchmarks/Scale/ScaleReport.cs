using System.Collections.Immutable;
using SearchService.Benchmarks.Peers;

namespace SearchService.Benchmarks.Scale;

/// <summary>The curves: what indexing used, and what each class of queries took, at each size of the archive.</summary>
internal sealed class ScaleReport(Report report, ImmutableArray<PeerQuery> queries, ImmutableArray<ScaleRun> runs)
{
    /// <summary>The noise of a mean on a machine that does other things too.</summary>
    private const double Linear = 1.05;

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
        report.Line($"Below, of each query the median of {ScaleBenchmark.Rounds} rounds after {ScaleBenchmark.WarmUp} to warm up, over each class the mean. Matches grow as the articles do (but for quotations, which one article at least has at every size). The exponent e is that of time = c · articles^e through all sizes, and through the last two: 1 is linear, less grows more slowly than the archive. What a query costs before it finds anything draws the first below the second.");
        Times("Full views over sizes", run => run.FullMicros);
        Times("Ten best over sizes", run => run.TopMicros);
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
        List<string> faster = [];
        foreach (string name in queries.Select(query => query.Class).Distinct(StringComparer.Ordinal))
        {
            int[] numbers = [.. Enumerable.Range(0, queries.Length).Where(i => queries[i].Class == name)];
            (double overall, double last) = Row(name, numbers, times);
            if (Math.Max(overall, last) > Linear)
            {
                faster.Add(name);
            }
        }

        Row("**all**", [.. Enumerable.Range(0, queries.Length)], times);
        report.Line();
        report.Line($"Classes that grow faster than the archive, by more than the noise of {Number(Linear - 1, "0 %")}: {(faster.Count == 0 ? "none" : string.Join(", ", faster))}.");
    }

    private (double Overall, double Last) Row(string name, int[] numbers, Func<PeerRun, double[]> times)
    {
        double[] micros = [.. runs.Select(run => numbers.Average(i => times(run.Searching)[i]))];
        double[] matches = [.. runs.Select(run => numbers.Average(i => (double)run.Searching.Answers[i]!.Total))];
        double[] articles = [.. runs.Select(run => (double)run.Articles)];
        double overall = Growth.Exponent(articles, micros), last = runs.Length > 1 ? Growth.Exponent(articles.AsSpan(^2..), micros.AsSpan(^2..)) : double.NaN;
        report.Row([
            name,
            .. micros.Select(time => Number(time)),
            Number(matches[0]),
            Number(matches[^1]),
            Number(micros[0] / matches[0] * 1000, "#,0.0"),
            Number(micros[^1] / matches[^1] * 1000, "#,0.0"),
            Number(overall, "0.00"),
            Number(last, "0.00"),
        ]);
        return (overall, last);
    }

    private static string Number(double value, string format = "#,0") => IndexingBenchmark.Number(value, format);
}
