using System.Globalization;

namespace SearchService.Benchmarks;

/// <summary>`indexer build` as a process of its own: time, processor time, peak memory, size on disk.</summary>
internal static class IndexingBenchmark
{
    private const int Runs = 3;

    internal static async Task RunAsync(string articles, string index, Report report)
    {
        List<MeasuredProcess> runs = [];
        for (int i = 0; i < Runs; i++)
        {
            if (Directory.Exists(index))
            {
                Directory.Delete(index, recursive: true);
            }

            runs.Add(await BuildAsync(articles, index));
        }

        long size = Directory.EnumerateFiles(index).Sum(file => new FileInfo(file).Length);
        report.Section("Indexing");
        report.Line($"`indexer build` of all articles, reading and unpacking included; median of {Runs} runs.");
        report.Line();
        report.Row("what", "measured", "goal");
        report.Row("---", "---", "---");
        report.Row("time, s", Number(Median(runs.Select(run => run.Seconds)), "0.0"), "under 20");
        report.Row("processor time, s", Number(Median(runs.Select(run => run.ProcessorSeconds)), "0.0"), "");
        report.Row("peak memory, MiB", Number(Median(runs.Select(run => run.PeakMiB)), "0"), "under 600");
        report.Row("on disk, MiB, texts included", Number(size / 1048576.0, "0"), "");
    }

    internal static Task<MeasuredProcess> BuildAsync(string articles, string index) =>
        MeasuredProcess.RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "indexer.dll"), "build", "--articles", articles, "--index", index);

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    internal static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
