namespace SearchService.Analysis.Unicode;

/// <summary>What word segmentation knows of one code point: its Word_Break value and three flags, in one byte.</summary>
/// <remarks>Bits 0–4: <see cref="WordBreak"/>; bit 5: Extended_Pictographic; bit 6: a letter or number; bit 7: changed by <see cref="Segmentation.SearchTailoring"/>.</remarks>
internal readonly record struct WordClass(byte Bits)
{
    private const int BreakMask = 0x1F;
    private const int PictographicBit = 0x20;
    private const int WordLikeBit = 0x40;
    private const int TailoredBit = 0x80;

    /// <summary>Gets the value of Word_Break.</summary>
    public WordBreak Break => (WordBreak)(Bits & BreakMask);

    /// <summary>Gets a value indicating whether the code point is Extended_Pictographic.</summary>
    public bool IsPictographic => (Bits & PictographicBit) != 0;

    /// <summary>Gets a value indicating whether the code point is a letter, an ideograph, a syllable or a number: what makes a segment a word.</summary>
    public bool IsWordLike => (Bits & WordLikeBit) != 0;

    /// <summary>Gets a value indicating whether search segments this code point otherwise than the standard.</summary>
    public bool IsTailored => (Bits & TailoredBit) != 0;

    /// <summary>Gets a value indicating whether rule WB4 skips the code point.</summary>
    public bool IsIgnored => Break is WordBreak.Extend or WordBreak.Format or WordBreak.Zwj;

    /// <summary>Gives the same class with another value of Word_Break.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The class, flags kept.</returns>
    public WordClass With(WordBreak value) => new((byte)((Bits & ~BreakMask) | (int)value));
}
