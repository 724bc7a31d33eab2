using SearchService.Ingestion;
using SearchService.Ingestion.Reporting;

namespace SearchService.Indexer.Building;

/// <summary>Takes down what was wrong: counted in the report and, if wanted, each in the report's file.</summary>
internal sealed class Reporting(IngestionReport report, ReportFile? file)
{
    /// <summary>Takes down what was wrong with a record or file.</summary>
    public void Add(ReadOutcome outcome)
    {
        report.Add(outcome);
        foreach (IngestionProblem problem in outcome.Problems)
        {
            file?.Write(problem);
        }
    }

    /// <summary>Takes down a problem of the registry of outlets.</summary>
    public void Add(IngestionProblem problem)
    {
        report.Add(problem);
        file?.Write(problem);
    }

    /// <summary>How a command ends that read articles.</summary>
    /// <param name="report">At its end.</param>
    /// <param name="strict">Whether rejections count.</param>
    /// <returns>One of <see cref="ExitCodes"/>: a path that isn't there is wrong usage, strict or not.</returns>
    public static int CodeOf(IngestionReport report, bool strict) =>
        report.Groups.Any(static group => group.Code == ProblemCodes.PathNotFound) ? ExitCodes.Usage
        : strict && !report.IsComplete ? ExitCodes.Rejected
        : ExitCodes.Done;
}
