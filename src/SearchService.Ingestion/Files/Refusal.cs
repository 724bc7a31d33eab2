namespace SearchService.Ingestion.Files;

/// <summary>Why a file isn't read.</summary>
/// <param name="Code">A code of <see cref="Reporting.ProblemCodes"/>.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Holds">What the file holds in place of articles, where nobody said that it holds any: it is left aside.</param>
/// <param name="IsArchive">Whether it is a zip archive on the disk, of which the entries can be read.</param>
internal readonly record struct Refusal(string Code, string Reason, string? Holds = null, bool IsArchive = false);
