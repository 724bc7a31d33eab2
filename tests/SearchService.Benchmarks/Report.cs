using System.Runtime.InteropServices;
using System.Text;

namespace SearchService.Benchmarks;

/// <summary>What was measured, as sections of a page of the documentation.</summary>
/// <remarks>Saving replaces the page's sections of the same titles and leaves the others, so each command keeps its own.</remarks>
internal sealed class Report
{
    private const string Heading = "\n## ";

    private readonly StringBuilder _text = new();
    private readonly string _load = Load();

    public override string ToString() => _text.ToString();

    /// <summary>What stands above the first section.</summary>
    internal void Introduction()
    {
        Line("# Benchmarks");
        Line();
        Line("Written by `make bench`, where not said otherwise. One run on one machine, shared and noisy: medians and ratios say more than single times.");
        Line();
        Machine();
        Line("Articles: 30,066 of US news, 193 MB of JSON Lines, 179 million characters of text.");
    }

    internal void Machine()
    {
        Line($"Machine: {Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");
        Line($"Other work on the machine when the run began (load of one minute): {_load}.");
    }

    internal void Section(string title)
    {
        Line();
        Line($"## {title}");
        Line();
    }

    internal void Row(params ReadOnlySpan<string> cells) => Line($"| {string.Join(" | ", cells!)} |");

    internal void Line(string text = "") => _text.Append(text).Append('\n');

    internal void Save(string path) => File.WriteAllText(path, Replaced(File.Exists(path) ? File.ReadAllText(path) : "", _text.ToString()));

    private static string Replaced(string page, string report)
    {
        List<string> parts = [.. Parts(page)];
        foreach (string part in Parts(report))
        {
            int at = parts.FindIndex(old => TitleOf(old) == TitleOf(part));
            if (at < 0)
            {
                parts.Add(part);
            }
            else if (part.Length > 0)
            {
                parts[at] = part;
            }
        }

        return string.Concat(parts);
    }

    /// <summary>What is above the first section, perhaps nothing, and each section.</summary>
    private static IEnumerable<string> Parts(string page)
    {
        string[] parts = page.Split(Heading);
        return [parts[0], .. parts[1..].Select(part => Heading + part)];
    }

    private static string TitleOf(string part) => part.StartsWith(Heading, StringComparison.Ordinal) ? part[..part.IndexOf('\n', Heading.Length)] : "";

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
