namespace SearchService.Analysis.Unicode;

/// <summary>Code points of UTF-16 text, and their properties from the generated tables.</summary>
internal static class CodePoints
{
    private const int BlockShift = 7;
    private const int BlockMask = (1 << BlockShift) - 1;

    /// <summary>Reads the code point that begins at an offset.</summary>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="at">An offset inside the text.</param>
    /// <param name="units">How many UTF-16 units the code point has: 1 or 2.</param>
    /// <returns>The code point; a lone surrogate stands for itself.</returns>
    public static int Read(ReadOnlySpan<char> text, int at, out int units)
    {
        char first = text[at];
        if (char.IsHighSurrogate(first) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            units = 2;
            return char.ConvertToUtf32(first, text[at + 1]);
        }

        units = 1;
        return first;
    }

    /// <summary>Reads the code point that ends at an offset.</summary>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="end">An offset from 1 to the text's length.</param>
    /// <param name="units">How many UTF-16 units the code point has: 1 or 2.</param>
    /// <returns>The code point; a lone surrogate stands for itself.</returns>
    public static int ReadBack(ReadOnlySpan<char> text, int end, out int units)
    {
        char last = text[end - 1];
        if (char.IsLowSurrogate(last) && end > 1 && char.IsHighSurrogate(text[end - 2]))
        {
            units = 2;
            return char.ConvertToUtf32(text[end - 2], last);
        }

        units = 1;
        return last;
    }

    /// <summary>Gives what word segmentation knows of a code point.</summary>
    /// <param name="codePoint">0 to 0x10FFFF, surrogates included.</param>
    /// <returns>Its class.</returns>
    public static WordClass WordClassOf(int codePoint) =>
        new(PropertyTables.WordBreakBlocks[(PropertyTables.WordBreakIndex[codePoint >> BlockShift] << BlockShift) | (codePoint & BlockMask)]);

    /// <summary>Gives a code point's Sentence_Break value.</summary>
    /// <param name="codePoint">0 to 0x10FFFF, surrogates included.</param>
    /// <returns>The value.</returns>
    public static SentenceBreak SentenceBreakOf(int codePoint) =>
        (SentenceBreak)PropertyTables.SentenceBreakBlocks[(PropertyTables.SentenceBreakIndex[codePoint >> BlockShift] << BlockShift) | (codePoint & BlockMask)];

    /// <summary>Gives a code point's Canonical_Combining_Class.</summary>
    /// <param name="codePoint">0 to 0x10FFFF, surrogates included.</param>
    /// <returns>0 for starters, up to 240.</returns>
    public static byte CombiningClassOf(int codePoint) =>
        PropertyTables.CombiningClassBlocks[(PropertyTables.CombiningClassIndex[codePoint >> BlockShift] << BlockShift) | (codePoint & BlockMask)];
}
