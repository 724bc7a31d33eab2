namespace SearchService.Ingestion.Reporting;

/// <summary>Where a record stands.</summary>
/// <param name="File">The path as it was given, or below the folder that was given.</param>
/// <param name="Line">The line it begins on, from 1; 0 for the file as a whole.</param>
public readonly record struct RecordPlace(string File, long Line)
{
    /// <summary>As people write it: <c>articles.csv:12</c>.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
