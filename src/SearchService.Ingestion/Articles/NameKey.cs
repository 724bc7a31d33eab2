using System.Globalization;
using System.Text;
using SearchService.Analysis;

namespace SearchService.Ingestion.Articles;

/// <summary>What two spellings of the same name have in common: letters and digits, without case and diacritics.</summary>
internal static class NameKey
{
    /// <summary>The key of a name; empty where the name has no letter or digit.</summary>
    public static string Of(string name)
    {
        // The runtime can't decompose without its culture data; the analysis that indexes words folds with tables of its own.
        string folded = Ascii.IsValid(name) ? name : Encoding.UTF8.GetString(TermNormalizer.FoldPrefix(name).Folded);
        return string.Create(CountKept(folded), folded, static (key, source) =>
        {
            int length = 0;
            foreach (char unit in source)
            {
                if (IsKept(unit))
                {
                    key[length++] = char.ToLowerInvariant(unit);
                }
            }
        });
    }

    private static int CountKept(string name)
    {
        int count = 0;
        foreach (char unit in name)
        {
            count += IsKept(unit) ? 1 : 0;
        }

        return count;
    }

    // Marks that folding has left are vowels of scripts that write them so. Surrogates are of letters beyond the first plane.
    private static bool IsKept(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark;
}
