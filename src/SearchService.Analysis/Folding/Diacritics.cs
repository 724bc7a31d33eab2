namespace SearchService.Analysis.Folding;

/// <summary>Which marks the folded form leaves out: those a reader who types without them still means.</summary>
/// <remarks>
/// Diacritics of Latin and Greek, points of Hebrew, harakat and tatweel of Arabic, stress marks of Cyrillic. Not the signs of
/// Indic scripts, the voicing marks of kana or the vowels of Thai, without which a word is another.
/// Two scripts write letters of their own with marks: in Cyrillic й, ї, ў and the like stay (only ё, ѐ and ѝ lose their
/// mark), in Arabic the hamza stays but on alef, where it is often left out.
/// </remarks>
internal static class Diacritics
{
    private const int Tatweel = 0x0640;
    private const int Alef = 0x0627;

    /// <summary>Tells whether a code point falls away after a letter.</summary>
    /// <param name="letter">The letter it follows, decomposed and case folded; 0 when there is none.</param>
    /// <param name="mark">The code point in question.</param>
    /// <returns>Whether the folded form leaves it out.</returns>
    public static bool FallsAway(int letter, int mark)
    {
        if (!IsDiacritic(mark))
        {
            return mark is Tatweel or 0x200C or 0x200D;
        }

        if (letter is >= 0x0400 and <= 0x052F)
        {
            return !CanonicalForm.TryCompose(letter, mark, out int composite) || composite is 'ё' or 'ѐ' or 'ѝ';
        }

        return mark is not (>= 0x0653 and <= 0x0655) || letter == Alef;
    }

    private static bool IsDiacritic(int point) => point >= 0x0300 && point switch
    {
        <= 0x036F => true, // Latin, Greek, Cyrillic
        >= 0x0483 and <= 0x0487 => true, // Cyrillic
        (>= 0x0591 and <= 0x05BD) or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7 => true, // Hebrew
        (>= 0x0610 and <= 0x061A) or (>= 0x064B and <= 0x065F) or 0x0670 => true, // Arabic
        (>= 0x06D6 and <= 0x06DC) or (>= 0x06DF and <= 0x06E4) or 0x06E7 or 0x06E8 or (>= 0x06EA and <= 0x06ED) => true,
        (>= 0x0898 and <= 0x089F) or (>= 0x08CA and <= 0x08E1) or (>= 0x08E3 and <= 0x08FF) => true,
        (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F) => true,
        _ => false,
    };
}
