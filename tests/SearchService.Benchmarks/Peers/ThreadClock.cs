using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SearchService.Benchmarks.Peers;

/// <summary>Clocks for what one thread does.</summary>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    /// <summary>Microseconds by the clock on the wall.</summary>
    internal static double Wall() => Stopwatch.GetTimestamp() * 1e6 / Stopwatch.Frequency;

    /// <summary>
    /// Microseconds this thread has had a processor for: on a machine that does other things too, a query of milliseconds is interrupted
    /// and one of microseconds isn't, which would look like growth. By the clock on the wall where it isn't Linux.
    /// </summary>
    /// <remarks>.NET tells the processor time of a whole process only, in steps of milliseconds.</remarks>
    internal static double Processor() =>
        OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out Time time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : Wall();

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
