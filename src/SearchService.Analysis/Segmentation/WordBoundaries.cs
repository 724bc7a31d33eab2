using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Segmentation;

/// <summary>Finds the next word boundary by the rules of UAX #29 (Unicode Standard Annex #29, revision 41), section 4.1.1.</summary>
/// <remarks>
/// From a boundary the rules need no look behind it: where one of them names two code points before the break, an earlier
/// rule has joined them. So one pass forward finds the end of a segment, with a look ahead past one code point (WB6, WB7b, WB12).
/// </remarks>
internal static class WordBoundaries
{
    /// <summary>Finds the boundary that ends the segment beginning at an offset.</summary>
    /// <typeparam name="TTailoring">The values of Word_Break to go by.</typeparam>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="start">A boundary less than the text's length.</param>
    /// <param name="isWord">Whether the segment holds a letter, an ideograph, a syllable or a number.</param>
    /// <returns>The offset of the next boundary, at most the text's length.</returns>
    public static int Next<TTailoring>(ReadOnlySpan<char> text, int start, out bool isWord)
        where TTailoring : struct, IWordTailoring
    {
        WordClass current = Read<TTailoring>(text, start, out int units);
        int at = start + units;
        isWord = current.IsWordLike;
        if (current.Break is WordBreak.CR or WordBreak.LF or WordBreak.Newline)
        {
            // WB3, WB3a
            return current.Break == WordBreak.CR && at < text.Length && text[at] == '\n' ? at + 1 : at;
        }

        // The last code point that WB4 doesn't skip, and the last one of all.
        WordBreak before = current.Break;
        WordBreak adjacent = current.Break;
        bool oddRegionalIndicators = before == WordBreak.RegionalIndicator;
        while (at < text.Length)
        {
            current = Read<TTailoring>(text, at, out units);
            if (adjacent == WordBreak.Zwj && current.IsPictographic)
            {
                // WB3c
                before = current.Break;
            }
            else if (adjacent == WordBreak.WSegSpace && current.Break == WordBreak.WSegSpace)
            {
                // WB3d
            }
            else if (current.IsIgnored)
            {
                // WB4
            }
            else if (before == WordBreak.RegionalIndicator && current.Break == WordBreak.RegionalIndicator)
            {
                // WB15, WB16: flags are pairs.
                if (!oddRegionalIndicators)
                {
                    return at;
                }

                oddRegionalIndicators = false;
            }
            else if (Joins(before, current.Break))
            {
                before = current.Break;
            }
            else if (JoinsWithNext(before, current.Break, out WordBreak needed)
                && FollowedBy<TTailoring>(text, at + units, needed, out int next, out WordClass following))
            {
                at = next;
                before = adjacent = following.Break;
                isWord = true;
                continue;
            }
            else if (before == WordBreak.HebrewLetter && current.Break == WordBreak.SingleQuote)
            {
                // WB7a
                before = WordBreak.SingleQuote;
            }
            else
            {
                // WB3b, WB999
                return at;
            }

            adjacent = current.Break;
            isWord |= current.IsWordLike;
            at += units;
        }

        return at;
    }

    /// <summary>The rules that need two code points only: WB5, WB8, WB9, WB10, WB13, WB13a, WB13b.</summary>
    private static bool Joins(WordBreak before, WordBreak after) => after switch
    {
        WordBreak.ALetter or WordBreak.HebrewLetter or WordBreak.Numeric =>
            before is WordBreak.ALetter or WordBreak.HebrewLetter or WordBreak.Numeric or WordBreak.ExtendNumLet,
        WordBreak.Katakana => before is WordBreak.Katakana or WordBreak.ExtendNumLet,
        WordBreak.ExtendNumLet => before is WordBreak.ALetter or WordBreak.HebrewLetter or WordBreak.Numeric
            or WordBreak.Katakana or WordBreak.ExtendNumLet,
        _ => false,
    };

    /// <summary>The rules that look one further: WB6 with WB7, WB7b with WB7c, WB12 with WB11.</summary>
    /// <param name="before">What stands before.</param>
    /// <param name="middle">What may join.</param>
    /// <param name="needed">What must follow for it to join; <see cref="WordBreak.ALetter"/> stands for letters of either kind.</param>
    private static bool JoinsWithNext(WordBreak before, WordBreak middle, out WordBreak needed)
    {
        bool inBoth = middle is WordBreak.MidNumLet or WordBreak.SingleQuote;
        needed = before switch
        {
            WordBreak.HebrewLetter when middle == WordBreak.DoubleQuote => WordBreak.HebrewLetter,
            WordBreak.ALetter or WordBreak.HebrewLetter when inBoth || middle == WordBreak.MidLetter => WordBreak.ALetter,
            WordBreak.Numeric when inBoth || middle == WordBreak.MidNum => WordBreak.Numeric,
            _ => WordBreak.Other,
        };
        return needed != WordBreak.Other;
    }

    private static bool FollowedBy<TTailoring>(ReadOnlySpan<char> text, int at, WordBreak needed, out int next, out WordClass following)
        where TTailoring : struct, IWordTailoring
    {
        while (at < text.Length)
        {
            following = Read<TTailoring>(text, at, out int units);
            at += units;
            if (!following.IsIgnored)
            {
                next = at;
                return following.Break == needed || (needed == WordBreak.ALetter && following.Break == WordBreak.HebrewLetter);
            }
        }

        next = at;
        following = default;
        return false;
    }

    private static WordClass Read<TTailoring>(ReadOnlySpan<char> text, int at, out int units)
        where TTailoring : struct, IWordTailoring => TTailoring.Of(CodePoints.Read(text, at, out units));
}
