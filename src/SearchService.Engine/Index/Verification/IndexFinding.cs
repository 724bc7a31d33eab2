namespace SearchService.Engine.Index.Verification;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>The index is whole; something lies about that needn't.</summary>
    Warning,

    /// <summary>The index is damaged.</summary>
    Error,
}

/// <summary>Something that a check found.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">The file it was found in.</param>
/// <param name="Problem">What is wrong, and where in the file.</param>
public sealed record IndexFinding(FindingSeverity Severity, string File, string Problem)
{
    /// <summary>One line: <c>error s00000001.terms: …</c>.</summary>
    public override string ToString() => $"{(Severity == FindingSeverity.Error ? "error" : "warning")} {File}: {Problem}";
}
