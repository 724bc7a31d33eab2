namespace SearchService.Analysis;

/// <summary>The forms under which one token is indexed, all at the token's one position.</summary>
public enum TermForm : byte
{
    /// <summary>As written: NFC, case folded, glyph variants of apostrophes folded; diacritics kept. Quotations search this form.</summary>
    Written = 0,

    /// <summary><see cref="Written"/> without diacritics and compatibility letter shapes; emitted only where it differs from <see cref="Written"/>.</summary>
    Folded = 1,

    /// <summary>The stem without diacritics where the analyzer stems, else the folded form; always emitted. Plain words search this form.</summary>
    Word = 2,
}
