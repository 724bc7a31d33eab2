using System.Buffers.Binary;
using System.Numerics;

namespace SearchService.Analysis.Segmentation;

/// <summary>The fast path of word segmentation: words of ASCII and the typographic apostrophe, which nearly all of English news is.</summary>
/// <remarks>
/// Reads <see cref="AsciiUnits"/>. Equal to <see cref="WordBoundaries"/> under <see cref="SearchTailoring"/> wherever it
/// answers; that equality is a test.
/// </remarks>
internal static class AsciiWords
{
    /// <summary>The bit of the underscore in a segment's kinds; alone it makes no word.</summary>
    public const byte Connector = 4;

    internal const byte Letter = 1;
    internal const byte Digit = 2;
    internal const byte JoinsLetters = 8;
    internal const byte JoinsDigits = 16;
    internal const byte Unknown = 32;
    private const byte Word = Letter | Digit | Connector;

    private const ulong HighBits = 0x8080_8080_8080_8080;
    private const ulong FromA = 0x0101_0101_0101_0101 * (0x80 - 'a');
    private const ulong AboveZ = 0x0101_0101_0101_0101 * (0x80 - 'z' - 1);

    /// <summary>The kinds of all units, what <see cref="SearchTailoring"/> says of ASCII. As constant data: a table made at run time is asked for whether it is made, a unit at a time, where code isn't compiled in tiers.</summary>
    internal static ReadOnlySpan<byte> Kinds =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 24, 0, 0, 0, 0, 16, 0, 24, 0,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 16, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 4,
        24, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
        32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32,
    ];

    /// <summary>Skips what begins no word.</summary>
    /// <param name="units">The text's units and padding.</param>
    /// <param name="at">Where to begin; at most the text's length.</param>
    /// <returns>The offset of the first unit that may begin a word: an ASCII letter, digit or connector, or a unit not judged here; or the text's length.</returns>
    public static int Skip(ReadOnlySpan<byte> units, int at)
    {
        ReadOnlySpan<byte> kinds = Kinds;
        int length = units.Length - AsciiUnits.Padding;
        while (at < length && (kinds[units[at]] & (Word | Unknown)) == 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>Finds the end of the segment that begins with an ASCII letter, digit or connector.</summary>
    /// <param name="units">The text's units and padding.</param>
    /// <param name="start">A word boundary, before such a character.</param>
    /// <param name="kinds">The kinds of all characters in the segment, or'ed.</param>
    /// <returns>The next boundary, or -1 when a character is met that takes the tables to judge.</returns>
    public static int End(ReadOnlySpan<byte> units, int start, out byte kinds)
    {
        ReadOnlySpan<byte> table = Kinds;
        int at = start;
        kinds = 0;
        byte last = 0;
        while (true)
        {
            int letters = at;
            at = SkipLetters(units, at);
            if (at > letters)
            {
                last = Letter;
                kinds |= Letter;
            }

            byte kind = table[units[at]];
            if (kind == 0)
            {
                return at;
            }

            if ((kind & Word) == 0)
            {
                if (kind == Unknown)
                {
                    return -1;
                }

                // WB6, WB7, WB11, WB12: punctuation joins letters with letters, and digits with digits.
                if ((kind & (last == Letter ? JoinsLetters : last == Digit ? JoinsDigits : 0)) == 0)
                {
                    return at;
                }

                byte next = table[units[at + 1]];
                if (next != last)
                {
                    return next == Unknown ? -1 : at;
                }
            }
            else
            {
                last = kind;
            }

            kinds |= kind;
            at++;
        }
    }

    /// <summary>Eight units at a time: in each byte of a sum the high bit tells on which side of <c>a</c>, or of <c>z</c>, the unit is.</summary>
    private static int SkipLetters(ReadOnlySpan<byte> units, int at)
    {
        while (true)
        {
            // No byte is above 0x80, so no sum carries into the next byte.
            ulong eight = BinaryPrimitives.ReadUInt64LittleEndian(units[at..]);
            ulong others = ~((eight + FromA) & ~(eight + AboveZ) & ~eight) & HighBits;
            if (others != 0)
            {
                return at + (BitOperations.TrailingZeroCount(others) >> 3);
            }

            at += sizeof(ulong);
        }
    }
}
