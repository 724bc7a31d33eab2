using System.Diagnostics;
using System.Globalization;

namespace SearchService.Benchmarks;

/// <summary>A program run to its end, and what it used: what it said, seconds by the clock and of all processors, the most memory it held.</summary>
internal sealed record MeasuredProcess(string Output, double Seconds, double ProcessorSeconds, double PeakMiB)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a program.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    internal static async Task<MeasuredProcess> RunAsync(string program, params IEnumerable<string> arguments)
    {
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        double processor = 0, peak = 0;
        using PeriodicTimer timer = new(BetweenLooks);
        while (!process.HasExited)
        {
            processor = ProcessorSecondsOf(process) ?? processor;
            peak = Math.Max(peak, PeakMiBOf(process.Id) ?? 0);
            await timer.WaitForNextTickAsync();
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0
            ? new MeasuredProcess(await output, seconds, processor, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
    }

    private static double? ProcessorSecondsOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            return null; // it has just ended
        }
    }

    /// <summary>The high-water mark of resident memory as the kernel keeps it; <see cref="Process.PeakWorkingSet64"/> is 0 where it can't be asked for.</summary>
    private static double? PeakMiBOf(int id)
    {
        const string Key = "VmHWM:";
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal));
            return line is null ? null : double.Parse(line[Key.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null; // it has just ended, or this system has no /proc
        }
    }
}
