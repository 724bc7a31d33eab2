using SearchService.Analysis.Segmentation;
using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Tests.Segmentation;

/// <summary>The word rules of UAX #29 asked one after another at every place, looking both ways: slow, and easy to compare with the annex.</summary>
internal static class RuleByRuleWords
{
    /// <summary>Gives the offsets of all boundaries but the first, at the text's beginning.</summary>
    public static List<int> Boundaries<TTailoring>(string text)
        where TTailoring : struct, IWordTailoring
    {
        var classes = new List<WordClass>();
        var offsets = new List<int>();
        for (int at = 0; at < text.Length;)
        {
            offsets.Add(at);
            classes.Add(TTailoring.Of(CodePoints.Read(text, at, out int units)));
            at += units;
        }

        var boundaries = new List<int>();
        for (int i = 1; i < classes.Count; i++)
        {
            if (IsBoundary(classes, i))
            {
                boundaries.Add(offsets[i]);
            }
        }

        if (text.Length > 0)
        {
            boundaries.Add(text.Length);
        }

        return boundaries;
    }

    private static bool IsBoundary(List<WordClass> classes, int i)
    {
        WordBreak left = classes[i - 1].Break;
        WordBreak right = classes[i].Break;
        if (left == WordBreak.CR && right == WordBreak.LF)
        {
            return false; // WB3
        }

        if (IsLineEnd(left) || IsLineEnd(right))
        {
            return true; // WB3a, WB3b
        }

        if (left == WordBreak.Zwj && classes[i].IsPictographic)
        {
            return false; // WB3c
        }

        if (left == WordBreak.WSegSpace && right == WordBreak.WSegSpace)
        {
            return false; // WB3d
        }

        if (classes[i].IsIgnored)
        {
            return false; // WB4
        }

        int before = Previous(classes, i);
        WordBreak b = At(classes, before);
        WordBreak bb = At(classes, before < 0 ? -1 : Previous(classes, before));
        WordBreak a = right;
        WordBreak aa = At(classes, Following(classes, i));
        bool joins =
            (IsLetter(b) && IsLetter(a)) // WB5
            || (IsLetter(b) && (a == WordBreak.MidLetter || IsMidBoth(a)) && IsLetter(aa)) // WB6
            || (IsLetter(bb) && (b == WordBreak.MidLetter || IsMidBoth(b)) && IsLetter(a)) // WB7
            || (b == WordBreak.HebrewLetter && a == WordBreak.SingleQuote) // WB7a
            || (b == WordBreak.HebrewLetter && a == WordBreak.DoubleQuote && aa == WordBreak.HebrewLetter) // WB7b
            || (bb == WordBreak.HebrewLetter && b == WordBreak.DoubleQuote && a == WordBreak.HebrewLetter) // WB7c
            || (b == WordBreak.Numeric && a == WordBreak.Numeric) // WB8
            || (IsLetter(b) && a == WordBreak.Numeric) // WB9
            || (b == WordBreak.Numeric && IsLetter(a)) // WB10
            || (bb == WordBreak.Numeric && (b == WordBreak.MidNum || IsMidBoth(b)) && a == WordBreak.Numeric) // WB11
            || (b == WordBreak.Numeric && (a == WordBreak.MidNum || IsMidBoth(a)) && aa == WordBreak.Numeric) // WB12
            || (b == WordBreak.Katakana && a == WordBreak.Katakana) // WB13
            || ((IsLetter(b) || b is WordBreak.Numeric or WordBreak.Katakana or WordBreak.ExtendNumLet) && a == WordBreak.ExtendNumLet) // WB13a
            || (b == WordBreak.ExtendNumLet && (IsLetter(a) || a is WordBreak.Numeric or WordBreak.Katakana)) // WB13b
            || (a == WordBreak.RegionalIndicator && RegionalIndicatorsBefore(classes, i) % 2 == 1); // WB15, WB16
        return !joins; // WB999
    }

    private static int RegionalIndicatorsBefore(List<WordClass> classes, int i)
    {
        int count = 0;
        for (int at = Previous(classes, i); At(classes, at) == WordBreak.RegionalIndicator; at = Previous(classes, at))
        {
            count++;
        }

        return count;
    }

    /// <summary>The nearest code point to the left that WB4 doesn't skip; the rule skips nothing after a line end or at the beginning.</summary>
    private static int Previous(List<WordClass> classes, int i)
    {
        int at = i - 1;
        while (at > 0 && classes[at].IsIgnored && !IsLineEnd(classes[at - 1].Break))
        {
            at--;
        }

        return at;
    }

    private static int Following(List<WordClass> classes, int i)
    {
        int at = i + 1;
        while (at < classes.Count && classes[at].IsIgnored)
        {
            at++;
        }

        return at < classes.Count ? at : -1;
    }

    private static WordBreak At(List<WordClass> classes, int i) => i < 0 ? WordBreak.Other : classes[i].Break;

    private static bool IsLineEnd(WordBreak value) => value is WordBreak.CR or WordBreak.LF or WordBreak.Newline;

    private static bool IsLetter(WordBreak value) => value is WordBreak.ALetter or WordBreak.HebrewLetter;

    private static bool IsMidBoth(WordBreak value) => value is WordBreak.MidNumLet or WordBreak.SingleQuote;
}
