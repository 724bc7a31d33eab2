using System.Globalization;
using System.Text;

namespace SearchService.Ingestion.Articles;

/// <summary>What two spellings of the same name have in common: letters and digits, without case and diacritics.</summary>
internal static class NameKey
{
    /// <summary>The key of a name; empty where the name has no letter or digit.</summary>
    public static string Of(string name)
    {
        string decomposed = Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormD);
        return string.Create(CountKept(decomposed), decomposed, static (key, source) =>
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

    // Surrogates stay: names in scripts beyond the first plane are names too. Marks go, but only those that combine.
    private static bool IsKept(char unit) => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || CharUnicodeInfo.GetUnicodeCategory(unit) == UnicodeCategory.SpacingCombiningMark;
}
