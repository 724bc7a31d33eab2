namespace SearchService.Indexer;

/// <summary>Where a command writes: results to one stream, everything else to the other.</summary>
/// <param name="Output">Results; may be buffered.</param>
/// <param name="Error">Progress, reports, errors.</param>
/// <param name="OutputIsTerminal">Whether a person looks at <paramref name="Output"/>: marks are shown in colour.</param>
/// <param name="ErrorIsTerminal">Whether a person looks at <paramref name="Error"/>: progress stays on one line.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error, bool OutputIsTerminal = false, bool ErrorIsTerminal = false);
