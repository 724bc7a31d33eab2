using System.Globalization;

namespace SearchService.Ingestion.Reporting;

/// <summary>A report for people.</summary>
public static class ReportSummary
{
    /// <summary>Writes each kind of problem with its count and first examples.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="report">At its end.</param>
    public static void WriteProblems(TextWriter output, IngestionReport report)
    {
        foreach (ProblemGroup group in report.Groups)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group.Code}: {group.Count:N0} ({Describe(group.Effect)})"));
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

    private static string Describe(ProblemEffect effect) => effect switch
    {
        ProblemEffect.Noted => "kept as it is",
        ProblemEffect.ValueMissing => "article kept, value missing",
        ProblemEffect.RecordRejected => "record rejected",
        ProblemEffect.FileRejected => "file not read, or not to its end",
        _ => "left aside",
    };
}
