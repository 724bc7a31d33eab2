using SearchService.Backend.Embedded.Quotations;
using SearchService.Core.Indexes;
using SearchService.Engine.Index.Verification;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>Checks both indexes of a generation, and that they belong together.</summary>
internal static class ArchiveCheck
{
    /// <summary>Checks the latest generation.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was found; damage is a finding, no exception.</returns>
    internal static IndexCheck Run(IIndexDirectory directory, CancellationToken cancellation)
    {
        IndexCheckReport articles = IndexVerifier.Check(directory, cancellation);
        List<string> findings = [.. articles.Findings.Select(static finding => finding.ToString())];
        string? prefix = articles.Manifest?.UserData.GetValueOrDefault(QuotationFiles.Key);
        IndexCheckReport? quotations = prefix is null ? null : IndexVerifier.Check(new PrefixedDirectory(directory, prefix), cancellation);
        findings.AddRange(quotations?.Findings.Select(finding => (finding.File.StartsWith(prefix!, StringComparison.Ordinal) ? finding : finding with { File = prefix + finding.File }).ToString()) ?? []);
        bool isSound = articles.IsSound && quotations?.IsSound != false;
        if (isSound && prefix is not null && Mismatch(directory) is { } mismatch)
        {
            isSound = false;
            findings.Add(new IndexFinding(FindingSeverity.Error, "manifest", mismatch).ToString());
        }

        if (articles.Manifest is not null)
        {
            findings.AddRange(QuotationFiles.Strays(directory, prefix).Select(static name => new IndexFinding(
                FindingSeverity.Warning, name, "belongs to no commit: a killed writer left it, or one is at work; the next writer deletes it").ToString()));
        }

        return new IndexCheck(
            articles.Manifest?.Generation,
            isSound,
            [.. findings],
            articles.Bytes + (quotations?.Bytes ?? 0),
            articles.Terms + (quotations?.Terms ?? 0),
            articles.Postings + (quotations?.Postings ?? 0),
            articles.Positions + (quotations?.Positions ?? 0),
            articles.StoredDocuments + (quotations?.StoredDocuments ?? 0));
    }

    private static string? Mismatch(IIndexDirectory directory)
    {
        try
        {
            using ArchiveIndex archive = ArchiveIndex.Open(directory);
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or CorruptIndexException)
        {
            return e.Message;
        }
        catch (IndexFormatException)
        {
            return null; // another version's: sound, though not for this one
        }
    }
}
