using System.Collections.Immutable;
using SearchService.Engine.Index.Commits;

namespace SearchService.Engine.Index.Verification;

/// <summary>What a check of an index looked at and found.</summary>
/// <param name="Manifest">The commit that was checked, or null when there is none that can be read.</param>
/// <param name="Findings">What was found; empty for a whole index.</param>
/// <param name="Bytes">How many bytes of files had their checksum computed.</param>
/// <param name="Terms">How many terms were walked, in all dictionaries.</param>
/// <param name="Postings">How many of their documents.</param>
/// <param name="Positions">How many of their positions.</param>
/// <param name="StoredDocuments">How many stored documents were read.</param>
public sealed record IndexCheckReport(
    IndexManifest? Manifest,
    ImmutableArray<IndexFinding> Findings,
    long Bytes,
    long Terms,
    long Postings,
    long Positions,
    long StoredDocuments)
{
    /// <summary>Whether nothing is damaged.</summary>
    public bool IsSound => !Findings.Any(finding => finding.Severity == FindingSeverity.Error);
}
