namespace SearchService.Ingestion.Reporting;

/// <summary>What a problem cost; the worst is the greatest.</summary>
public enum ProblemEffect
{
    /// <summary>Nothing was lost; something was done that one may want to know.</summary>
    Noted,

    /// <summary>A file was left aside because it isn't one of articles.</summary>
    FileSkipped,

    /// <summary>The article is kept; the field is missing, or part of its value is.</summary>
    ValueMissing,

    /// <summary>A record is not in the index.</summary>
    RecordRejected,

    /// <summary>A file, or the rest of one, was not read because it couldn't be.</summary>
    FileRejected,
}
