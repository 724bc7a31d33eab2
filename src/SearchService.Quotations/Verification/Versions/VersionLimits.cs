namespace SearchService.Quotations.Verification.Versions;

/// <summary>How much is looked at to find the versions of a quotation.</summary>
public sealed record VersionLimits
{
    /// <summary>Quotations of a cluster.</summary>
    public int MaxQuotations { get; init; } = 500;

    /// <summary>Wordings of a cluster that others are looked for by.</summary>
    public int MaxWordings { get; init; } = 40;

    /// <summary>Quotations that are compared with a wording, or a part of it: those with most of its rare words and runs of words.</summary>
    public int MaxCandidates { get; init; } = 100;

    /// <summary>Words of a quotation that are compared: the first.</summary>
    public int MaxWords { get; init; } = 600;

    /// <summary>Words of a part that is looked for by itself, as it may be all that another version has.</summary>
    public int WordsOfPart { get; init; } = 16;

    /// <summary>Words, and as many pairs and runs of three, that a part is looked for by: the rarest.</summary>
    public int MaxClues { get; init; } = 16;
}
