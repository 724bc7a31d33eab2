namespace SearchService.Analysis.Names;

/// <summary>A system of writing other scripts in Latin letters.</summary>
public enum TransliterationStyle
{
    /// <summary>As newspapers write: no apostrophes for soft and hard signs, <c>-y</c> for Russian <c>-ий</c> and <c>-ый</c>.</summary>
    Press,

    /// <summary>Of the United States Board on Geographic Names and the Permanent Committee on Geographical Names.</summary>
    BgnPcgn,

    /// <summary>ISO 9:1995, a Latin letter for each Cyrillic one; other scripts as in <see cref="BgnPcgn"/>.</summary>
    Iso9,
}
