using System.Globalization;

namespace SearchService.Analysis.Languages;

/// <summary>Tells the script of characters.</summary>
internal static class Scripts
{
    /// <summary>How many scripts there are.</summary>
    public const int Count = (int)Script.None;

    /// <summary>How many of them have a model.</summary>
    public const int Modelled = (int)Script.Devanagari + 1;

    // Blocks of UTF-16 units, in order: each from a first unit to a last.
    private static readonly (char First, char Last, Script Script)[] Blocks =
    [
        ('\u0080', '\u024F', Script.Latin), ('\u0370', '\u03FF', Script.Greek), ('\u0400', '\u052F', Script.Cyrillic), ('\u0531', '\u058F', Script.Armenian),
        ('\u0590', '\u05FF', Script.Hebrew), ('\u0600', '\u06FF', Script.Arabic), ('\u0900', '\u097F', Script.Devanagari), ('\u0980', '\u09FF', Script.Bengali),
        ('\u0A00', '\u0A7F', Script.Gurmukhi), ('\u0A80', '\u0AFF', Script.Gujarati), ('\u0B80', '\u0BFF', Script.Tamil), ('\u0C00', '\u0C7F', Script.Telugu),
        ('\u0C80', '\u0CFF', Script.Kannada), ('\u0D00', '\u0D7F', Script.Malayalam), ('\u0D80', '\u0DFF', Script.Sinhala), ('\u0E00', '\u0E7F', Script.Thai),
        ('\u0E80', '\u0EFF', Script.Lao), ('\u1000', '\u109F', Script.Myanmar), ('\u10A0', '\u10FF', Script.Georgian), ('\u1100', '\u11FF', Script.Hangul),
        ('\u1200', '\u137F', Script.Ethiopic), ('\u1780', '\u17FF', Script.Khmer), ('\u1E00', '\u1EFF', Script.Latin), ('\u1F00', '\u1FFF', Script.Greek),
        ('\u3040', '\u30FF', Script.Kana), ('\u3400', '\u9FFF', Script.Han), ('\uAC00', '\uD7AF', Script.Hangul), ('\uF900', '\uFAFF', Script.Han),
    ];

    /// <summary>The script of a unit that is a letter or a mark on one; <see cref="Script.None"/> for any other, and for scripts not known here.</summary>
    public static Script Of(char unit)
    {
        if (unit < 0x80)
        {
            return char.IsAsciiLetter(unit) ? Script.Latin : Script.None;
        }

        int low = 0;
        int high = Blocks.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = unit <= Blocks[middle].Last ? (low, middle) : (middle + 1, high);
        }

        return unit >= Blocks[low].First && unit <= Blocks[low].Last && IsLetterOrMark(unit) ? Blocks[low].Script : Script.None;
    }

    /// <summary>The language of a script that only one of those detected is written in, or null.</summary>
    public static string? OnlyLanguage(Script script) => script switch
    {
        Script.Han => "zh",
        Script.Kana => "ja",
        Script.Hangul => "ko",
        Script.Greek => "el",
        Script.Hebrew => "he",
        Script.Armenian => "hy",
        Script.Georgian => "ka",
        Script.Thai => "th",
        Script.Lao => "lo",
        Script.Bengali => "bn",
        Script.Gurmukhi => "pa",
        Script.Gujarati => "gu",
        Script.Tamil => "ta",
        Script.Telugu => "te",
        Script.Kannada => "kn",
        Script.Malayalam => "ml",
        Script.Sinhala => "si",
        Script.Khmer => "km",
        Script.Myanmar => "my",
        Script.Ethiopic => "am",
        _ => null,
    };

    private static bool IsLetterOrMark(char unit) => CharUnicodeInfo.GetUnicodeCategory(unit)
        is <= UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
