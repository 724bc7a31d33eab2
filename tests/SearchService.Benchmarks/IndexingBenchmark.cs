using System.Diagnostics;
using System.Globalization;

namespace SearchService.Benchmarks;

/// <summary>`indexer build` as a process of its own: time, processor time, peak memory, size on disk.</summary>
internal static class IndexingBenchmark
{
    private const int Runs = 3;

    internal static async Task RunAsync(string articles, string index, Report report)
    {
        List<(double Seconds, double Processor, double PeakMiB)> runs = [];
        for (int i = 0; i < Runs; i++)
        {
            if (Directory.Exists(index))
            {
                Directory.Delete(index, recursive: true);
            }

            runs.Add(await MeasureAsync(articles, index));
        }

        long size = Directory.EnumerateFiles(index).Sum(file => new FileInfo(file).Length);
        report.Section("Indexing");
        report.Line($"`indexer build` of all articles, reading and unpacking included; median of {Runs} runs.");
        report.Line();
        report.Row("what", "measured", "goal");
        report.Row("---", "---", "---");
        report.Row("time, s", Number(Median(runs.Select(run => run.Seconds)), "0.0"), "under 20");
        report.Row("processor time, s", Number(Median(runs.Select(run => run.Processor)), "0.0"), "");
        report.Row("peak memory, MiB", Number(Median(runs.Select(run => run.PeakMiB)), "0"), "under 600");
        report.Row("on disk, MiB, texts included", Number(size / 1048576.0, "0"), "");
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    internal static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<(double Seconds, double Processor, double PeakMiB)> MeasureAsync(string articles, string index)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "indexer.dll");
        long started = Stopwatch.GetTimestamp();
        using Process indexer = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "build", "--articles", articles, "--index", index },
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        Task<string> errors = indexer.StandardError.ReadToEndAsync(), output = indexer.StandardOutput.ReadToEndAsync();
        (double Processor, long Peak) usage = default;
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(20));
        while (!indexer.HasExited)
        {
            usage = Usage(indexer) ?? usage;
            await timer.WaitForNextTickAsync();
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return indexer.ExitCode == 0
            ? (seconds, usage.Processor, usage.Peak / 1048576.0)
            : throw new InvalidOperationException($"indexer build ended with {indexer.ExitCode}: {await errors}{await output}");
    }

    /// <summary>Processor seconds and peak bytes so far; null when the process has just ended, and tells nothing more.</summary>
    private static (double Processor, long Peak)? Usage(Process process)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
