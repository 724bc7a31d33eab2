using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Segmentation;

/// <summary>The fast path of word segmentation: words of ASCII and the typographic apostrophe, which nearly all of English news is.</summary>
/// <remarks>Equal to <see cref="WordBoundaries"/> under <see cref="SearchTailoring"/> wherever it answers; that equality is a test.</remarks>
internal static class AsciiWords
{
    /// <summary>The bit of the underscore in a segment's kinds; alone it makes no word.</summary>
    public const byte Connector = 4;

    private const byte Letter = 1;
    private const byte Digit = 2;
    private const byte JoinsLetters = 8;
    private const byte JoinsDigits = 16;
    private const byte Word = Letter | Digit | Connector;

    private static readonly byte[] Kinds = BuildKinds();

    /// <summary>Skips ASCII that begins no word.</summary>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="at">Where to begin.</param>
    /// <returns>The offset of the first unit that may begin a word: an ASCII letter, digit or connector, or anything else.</returns>
    public static int Skip(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<byte> kinds = Kinds;
        while (at < text.Length && text[at] < kinds.Length && (kinds[text[at]] & Word) == 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>Finds the end of the segment that begins with an ASCII letter, digit or connector.</summary>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="start">A word boundary, before such a character.</param>
    /// <param name="kinds">The kinds of all characters in the segment, or'ed.</param>
    /// <returns>The next boundary, or -1 when a character is met that takes the tables to judge.</returns>
    public static int End(ReadOnlySpan<char> text, int start, out byte kinds)
    {
        ReadOnlySpan<byte> table = Kinds;
        byte last = table[text[start]];
        kinds = last;
        int at = start + 1;
        while (at < text.Length)
        {
            char unit = text[at];
            byte kind;
            if (unit < table.Length)
            {
                kind = table[unit];
                if ((kind & Word) != 0)
                {
                    last = kind;
                    kinds |= kind;
                    at++;
                    continue;
                }
            }
            else if (unit is '\u2019' or '\u2018')
            {
                kind = JoinsLetters | JoinsDigits;
            }
            else
            {
                return IsPlainPunctuation(unit) ? at : -1;
            }

            // WB6, WB7, WB11, WB12: punctuation joins letters with letters, and digits with digits.
            byte joined = (byte)(kind & (last == Letter ? JoinsLetters : last == Digit ? JoinsDigits : 0));
            if (joined == 0 || at + 1 == text.Length)
            {
                return at;
            }

            char next = text[at + 1];
            if (next >= table.Length)
            {
                return -1;
            }

            if (table[next] != last)
            {
                return at;
            }

            kinds |= kind;
            at += 2;
        }

        return at;
    }

    /// <summary>Whether a unit above ASCII always ends a word: the quotation marks, dashes and spaces of print.</summary>
    private static bool IsPlainPunctuation(char unit) => unit is '\u201C' or '\u201D' or '\u2014' or '\u2013' or '\u2026' or '\u00A0';

    private static byte[] BuildKinds()
    {
        byte[] kinds = new byte[0x80];
        for (int unit = 0; unit < kinds.Length; unit++)
        {
            WordBreak value = SearchTailoring.Of(unit).Break;
            kinds[unit] = value switch
            {
                WordBreak.ALetter => Letter,
                WordBreak.Numeric => Digit,
                WordBreak.ExtendNumLet => Connector,
                WordBreak.MidNumLet or WordBreak.SingleQuote => JoinsLetters | JoinsDigits,
                WordBreak.MidLetter => JoinsLetters,
                WordBreak.MidNum => JoinsDigits,
                _ => 0,
            };
        }

        return kinds;
    }
}
