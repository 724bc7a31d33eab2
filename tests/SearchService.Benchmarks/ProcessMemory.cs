using System.Globalization;

namespace SearchService.Benchmarks;

/// <summary>The memory of another process, as the kernel tells it; 0 where there is no <c>/proc</c>.</summary>
internal sealed class ProcessMemory(int id)
{
    /// <summary>The most that was resident, since the process began.</summary>
    internal double PeakMiB { get; private set; }

    /// <summary>The most seen of what is its own: heaps, stacks and compiled code, without the pages of files. The kernel keeps no such mark, so it is as often looked at as asked.</summary>
    internal double PeakOwnMiB { get; private set; }

    /// <summary>The most seen of pages of files: the index mapped, and the programs.</summary>
    internal double PeakFilesMiB { get; private set; }

    /// <summary>Looks now.</summary>
    internal void Look()
    {
        try
        {
            double own = 0;
            foreach (string line in File.ReadLines($"/proc/{id}/status"))
            {
                own += MiBOf(line, "RssAnon:") + MiBOf(line, "RssShmem:"); // .NET keeps compiled code in shared memory
                PeakMiB = Math.Max(PeakMiB, MiBOf(line, "VmHWM:"));
                PeakFilesMiB = Math.Max(PeakFilesMiB, MiBOf(line, "RssFile:"));
            }

            PeakOwnMiB = Math.Max(PeakOwnMiB, own);
        }
        catch (IOException)
        {
            // It has just ended, or this system has no /proc.
        }
    }

    private static double MiBOf(string line, string key) => line.StartsWith(key, StringComparison.Ordinal)
        ? double.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024
        : 0;
}
