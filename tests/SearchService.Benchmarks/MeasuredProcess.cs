using System.Diagnostics;

namespace SearchService.Benchmarks;

/// <summary>A program run to its end, and what it used: what it said, seconds by the clock and of all processors, the most memory it held, and that without mapped files.</summary>
internal sealed record MeasuredProcess(string Output, double Seconds, double ProcessorSeconds, double PeakMiB, double PeakOwnMiB)
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
        double processor = 0;
        ProcessMemory memory = new(process.Id);
        using PeriodicTimer timer = new(BetweenLooks);
        while (!process.HasExited)
        {
            processor = ProcessorSecondsOf(process) ?? processor;
            memory.Look();
            await timer.WaitForNextTickAsync();
        }

        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0
            ? new MeasuredProcess(await output, seconds, processor, memory.PeakMiB, memory.PeakOwnMiB)
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
}
