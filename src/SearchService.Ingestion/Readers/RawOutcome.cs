using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>What a reader found next: a record, or a problem that has none.</summary>
/// <param name="Record">The record, or null.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="SizeInBytes">Of the record in the file, roughly.</param>
internal readonly record struct RawOutcome(RawRecord? Record, IngestionProblem? Problem, int SizeInBytes)
{
    public static implicit operator RawOutcome(IngestionProblem problem) => new(null, problem, 0);
}
