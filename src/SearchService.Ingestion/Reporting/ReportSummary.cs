using System.Globalization;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Reporting;

/// <summary>A report for people.</summary>
public static class ReportSummary
{
    private const int OutletsShown = 10;
    private const int CountsShown = 12;

    /// <summary>Writes each kind of problem with its count and first examples.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">At its end.</param>
    public static void WriteProblems(TextWriter output, IngestionReport report)
    {
        foreach (ProblemGroup group in report.Groups)
        {
            string costs = string.Join(", ", group.Effects.Select(effect => group.Count == effect.Count
                ? Describe(effect.Effect)
                : string.Create(CultureInfo.InvariantCulture, $"{effect.Count:N0} {Describe(effect.Effect)}")));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group.Code}: {group.Count:N0} ({costs})"));
            foreach (IngestionProblem example in group.Examples)
            {
                string field = example.Field is null ? "" : $" {example.Field}:";
                string excerpt = string.IsNullOrEmpty(example.Excerpt) ? "" : $" [{example.Excerpt}]";
                output.WriteLine($"    {example.Place}{field} {example.Reason}{excerpt}");
            }

            if (group.Count > group.Examples.Count)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {group.Count - group.Examples.Count:N0} more; --report FILE lists them all"));
            }

            if (ProblemAdvice.Of(group.Code) is { } advice)
            {
                output.WriteLine($"    What to do: {advice}");
            }
        }
    }

    /// <summary>Writes what the articles lack, what languages they are in, and the outlets that the registry doesn't know.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">At its end.</param>
    public static void WriteArticles(TextWriter output, IngestionReport report)
    {
        Counts(output, "  articles without: ", report.Missing);
        Counts(output, "  languages: ", report.Languages);
        if (report.OutletsUnknown == 0)
        {
            return;
        }

        IReadOnlyList<UnknownOutlet> outlets = report.UnknownOutlets.List();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  outlets the registry doesn't know: {outlets.Count:N0}, of {report.OutletsUnknown:N0} articles; lines for it, with country and stance to be filled in:"));
        foreach (UnknownOutlet outlet in outlets.Take(OutletsShown))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {outlet.Articles,9:N0}  {outlet.ToLine()}"));
        }

        if (outlets.Count > OutletsShown)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {outlets.Count - OutletsShown:N0} more; indexer outlets lists them all"));
        }
    }

    /// <summary>The counts, on one line.</summary>
    /// <param name="report">At its end.</param>
    public static string Totals(IngestionReport report)
    {
        string totals = string.Create(
            CultureInfo.InvariantCulture,
            $"added {report.Added:N0}, updated {report.Updated:N0}, unchanged {report.Unchanged:N0}, rejected {report.Rejected:N0}, removed {report.Removed:N0}");
        if (report.Stories < report.Articles)
        {
            totals += string.Create(CultureInfo.InvariantCulture, $"; stories {report.Stories:N0}: the other {report.Articles - report.Stories:N0} articles are versions of one before");
        }

        if (report.FilesRejected > 0)
        {
            totals += string.Create(CultureInfo.InvariantCulture, $"; files not read, or not to their end: {report.FilesRejected:N0}");
        }

        return report.OutletsUnknown > 0
            ? totals + string.Create(CultureInfo.InvariantCulture, $"; of outlets the registry doesn't know: {report.OutletsUnknown:N0}")
            : totals;
    }

    private static void Counts(TextWriter output, string title, IEnumerable<(string Name, long Count)> counts)
    {
        List<(string Name, long Count)> all = [.. counts];
        if (all.Count > 0)
        {
            IEnumerable<string> shown = all.Take(CountsShown).Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Name} {count.Count:N0}"));
            output.WriteLine($"{title}{string.Join(", ", shown)}{(all.Count > CountsShown ? ", …" : "")}");
        }
    }

    private static string Describe(ProblemEffect effect) => effect switch
    {
        ProblemEffect.Noted => "kept as it is",
        ProblemEffect.ValueMissing => "article kept, value missing",
        ProblemEffect.RecordRejected => "record rejected",
        ProblemEffect.FileRejected => "file not read, or not to its end",
        _ => "left aside",
    };
}
