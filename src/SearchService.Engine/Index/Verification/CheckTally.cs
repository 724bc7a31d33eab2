namespace SearchService.Engine.Index.Verification;

/// <summary>Findings and counts of a check while it goes on.</summary>
internal sealed class CheckTally
{
    // A damaged block would otherwise give a finding per posting.
    private const int MaxFindingsPerFile = 20;

    private readonly List<IndexFinding> _findings = [];
    private readonly Dictionary<string, int> _perFile = new(StringComparer.Ordinal);

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<IndexFinding> Findings => _findings;

    /// <summary>Bytes whose checksum was computed.</summary>
    public long Bytes { get; set; }

    /// <summary>Terms walked.</summary>
    public long Terms { get; set; }

    /// <summary>Documents of terms walked.</summary>
    public long Postings { get; set; }

    /// <summary>Positions walked.</summary>
    public long Positions { get; set; }

    /// <summary>Stored documents read.</summary>
    public long StoredDocuments { get; set; }

    /// <summary>Notes damage; after twenty findings in a file, only that there are more.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong.</param>
    public void Error(string file, string problem)
    {
        int count = _perFile[file] = _perFile.GetValueOrDefault(file) + 1;
        if (count <= MaxFindingsPerFile)
        {
            _findings.Add(new IndexFinding(FindingSeverity.Error, file, problem));
        }
        else if (count == MaxFindingsPerFile + 1)
        {
            _findings.Add(new IndexFinding(FindingSeverity.Error, file, "more of the like; the rest isn't listed"));
        }
    }

    /// <summary>Notes something that does no harm.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is odd.</param>
    public void Warning(string file, string problem) => _findings.Add(new IndexFinding(FindingSeverity.Warning, file, problem));

    /// <summary>Notes damage unless a condition holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong otherwise; made only then.</param>
    public void Expect(bool holds, string file, Func<string> problem)
    {
        if (!holds)
        {
            Error(file, problem());
        }
    }
}
