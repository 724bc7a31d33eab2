using System.Runtime.InteropServices;
using System.Text;

namespace SearchService.TestSupport;

/// <summary>What was measured, as sections of a page of the documentation.</summary>
/// <remarks>Saving replaces the page's sections of the same titles and leaves the others, so each command keeps its own.</remarks>
public sealed class Report
{
    private const string Heading = "\n## ";

    private readonly StringBuilder _text = new();
    private readonly string _load = Load();

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Says on what machine this run was made, and how busy it was.</summary>
    public void Machine()
    {
        Line($"Machine: {Processor()}, {Environment.ProcessorCount} logical processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.");
        Line($"Other work on the machine when the run began (load of one minute): {_load}.");
    }

    /// <summary>Begins a section.</summary>
    public void Section(string title)
    {
        Line();
        Line($"## {title}");
        Line();
    }

    /// <summary>Adds a row of a table.</summary>
    public void Row(params ReadOnlySpan<string> cells) => Line($"| {string.Join(" | ", cells!)} |");

    /// <summary>Adds a line.</summary>
    public void Line(string text = "") => _text.Append(text).Append('\n');

    /// <summary>Puts the sections into a page of the documentation.</summary>
    /// <param name="path">Of the page; it needn't be there yet.</param>
    public void Save(string path) => File.WriteAllText(path, Replaced(File.Exists(path) ? File.ReadAllText(path) : "", _text.ToString()));

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
