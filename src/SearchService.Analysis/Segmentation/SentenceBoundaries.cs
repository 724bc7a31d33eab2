using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Segmentation;

/// <summary>Finds the next sentence boundary by the default rules of UAX #29 (revision 41), section 5.1.</summary>
/// <remarks>One pass forward from a boundary. The look ahead of SB8 stops at the next terminator, so the whole is linear.</remarks>
internal static class SentenceBoundaries
{
    /// <summary>Finds the boundary that ends the sentence beginning at an offset.</summary>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="start">A boundary less than the text's length.</param>
    /// <param name="ending">Why the sentence ends there.</param>
    /// <returns>The offset of the next boundary, at most the text's length.</returns>
    public static int Next(ReadOnlySpan<char> text, int start, out SentenceEnding ending)
    {
        SentenceBreak before = SentenceBreak.Other;
        int at = start;
        while (at < text.Length)
        {
            SentenceBreak current = Read(text, at, out int units);
            if (IsParagraphSeparator(current))
            {
                // SB3, SB4
                ending = new SentenceEnding(Terminator: -1, IsFullStop: false, AtLineEnd: true);
                return AfterSeparator(text, at, units);
            }

            if (current is not (SentenceBreak.ATerm or SentenceBreak.STerm))
            {
                // SB5, SB998
                before = IsIgnored(current) ? before : current;
                at += units;
                continue;
            }

            int terminator = at;
            at += units;
            if (EndsAfter(text, ref at, isFullStop: current == SentenceBreak.ATerm, before, out bool atLineEnd))
            {
                ending = new SentenceEnding(terminator, current == SentenceBreak.ATerm, atLineEnd);
                return at;
            }

            before = current;
        }

        ending = new SentenceEnding(Terminator: -1, IsFullStop: false, AtLineEnd: false);
        return at;
    }

    /// <summary>Decides what follows a terminator.</summary>
    /// <param name="text">UTF-16 text.</param>
    /// <param name="at">After the terminator; moved to the boundary, or to where the sentence goes on.</param>
    /// <param name="isFullStop">Whether the terminator is ATerm.</param>
    /// <param name="before">What stands before the terminator.</param>
    /// <param name="atLineEnd">Whether the boundary follows a separator.</param>
    private static bool EndsAfter(ReadOnlySpan<char> text, ref int at, bool isFullStop, SentenceBreak before, out bool atLineEnd)
    {
        atLineEnd = false;
        at = Skip(text, at, SentenceBreak.Other);
        if (isFullStop && at < text.Length)
        {
            SentenceBreak next = Read(text, at, out _);
            if (next == SentenceBreak.Numeric || (next == SentenceBreak.Upper && before is (SentenceBreak.Upper or SentenceBreak.Lower)))
            {
                // SB6, SB7
                return false;
            }
        }

        // SB9, SB10
        at = Skip(text, at, SentenceBreak.Close);
        at = Skip(text, at, SentenceBreak.Sp);
        if (at == text.Length)
        {
            return true;
        }

        SentenceBreak following = Read(text, at, out int units);
        if (IsParagraphSeparator(following))
        {
            at = AfterSeparator(text, at, units);
            atLineEnd = true;
            return true;
        }

        // SB8a, SB8, SB11
        return following is not (SentenceBreak.SContinue or SentenceBreak.STerm or SentenceBreak.ATerm)
            && !(isFullStop && LowerFollows(text, at));
    }

    /// <summary>SB8: whether a lower-case letter comes before any other letter, separator or terminator.</summary>
    private static bool LowerFollows(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            SentenceBreak value = Read(text, at, out int units);
            if (value is SentenceBreak.Lower)
            {
                return true;
            }

            if (value is SentenceBreak.OLetter or SentenceBreak.Upper or SentenceBreak.ATerm or SentenceBreak.STerm || IsParagraphSeparator(value))
            {
                return false;
            }

            at += units;
        }

        return false;
    }

    /// <summary>Skips a run of one value, and what SB5 ignores within and after it.</summary>
    private static int Skip(ReadOnlySpan<char> text, int at, SentenceBreak wanted)
    {
        while (at < text.Length)
        {
            SentenceBreak value = Read(text, at, out int units);
            if (!IsIgnored(value) && (value != wanted || wanted == SentenceBreak.Other))
            {
                break;
            }

            at += units;
        }

        return at;
    }

    private static int AfterSeparator(ReadOnlySpan<char> text, int at, int units) =>
        text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + units;

    private static bool IsIgnored(SentenceBreak value) => value is SentenceBreak.Extend or SentenceBreak.Format;

    private static bool IsParagraphSeparator(SentenceBreak value) => value is SentenceBreak.CR or SentenceBreak.LF or SentenceBreak.Sep;

    private static SentenceBreak Read(ReadOnlySpan<char> text, int at, out int units) =>
        CodePoints.SentenceBreakOf(CodePoints.Read(text, at, out units));
}
