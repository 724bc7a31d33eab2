namespace SearchService.Core.Citations;

/// <summary>The forms a citation is given in.</summary>
public enum CitationFormat
{
    /// <summary>A sentence to read and to paste.</summary>
    Text,

    /// <summary>BibTeX.</summary>
    Bibtex,

    /// <summary>RIS, of reference managers.</summary>
    Ris,

    /// <summary>CSL JSON, of citation processors.</summary>
    Csl,
}
