using System.Globalization;

namespace SearchService.Evaluation;

/// <summary>The CPU time of a thread: on a machine with other work, what the clock says is theirs too.</summary>
internal static class ThreadTime
{
    /// <summary>The least of several rounds; a first round that isn't counted lets the code be compiled.</summary>
    public static TimeSpan BestOf(int rounds, Action action)
    {
        action();
        TimeSpan best = TimeSpan.MaxValue;
        for (int round = 0; round < rounds; round++)
        {
            TimeSpan before = Now();
            action();
            TimeSpan spent = Now() - before;
            best = spent < best ? spent : best;
        }

        return best;
    }

    // Nanoseconds on the CPU, the first number there; where there is no such file, the time of the whole process.
    private static TimeSpan Now()
    {
        const string File = "/proc/thread-self/schedstat";
        return System.IO.File.Exists(File)
            ? TimeSpan.FromTicks(long.Parse(System.IO.File.ReadAllText(File).Split(' ')[0], CultureInfo.InvariantCulture) / 100)
            : Environment.CpuUsage.TotalTime;
    }
}
