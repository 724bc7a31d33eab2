using System.Runtime.InteropServices;
using System.Text;

namespace SearchService.Benchmarks;

/// <summary>What was measured, as a page of the documentation.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    internal Report()
    {
        Line("# Benchmarks");
        Line();
        Line("Written by `make bench`. One run on one machine, shared and noisy: medians and ratios say more than single times.");
        Line();
        Line($"Machine: {Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");
        Line($"Other work on the machine when the run began (load of one minute): {Load()}.");
        Line("Articles: 30,066 of US news, 193 MB of JSON Lines, 179 million characters of text.");
    }

    public override string ToString() => _text.ToString();

    internal void Section(string title)
    {
        Line();
        Line($"## {title}");
        Line();
    }

    internal void Row(params ReadOnlySpan<string> cells) => Line($"| {string.Join(" | ", cells!)} |");

    internal void Line(string text = "") => _text.Append(text).Append('\n');

    internal void Save(string path) => File.WriteAllText(path, _text.ToString());

    private static string Load()
    {
        const string Averages = "/proc/loadavg";
        return File.Exists(Averages) ? File.ReadAllText(Averages).Split(' ')[0] : "unknown";
    }

    private static string Processor()
    {
        const string Key = "model name";
        return File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
    }
}
