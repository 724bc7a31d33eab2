using SearchService.Core.Articles;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Finds words in a text as they are, one after another.</summary>
internal static class VerbatimPlaces
{
    /// <summary>Every place, also those that overlap, in order.</summary>
    /// <param name="needle">Numbers of the words; at least one.</param>
    /// <param name="text">The text.</param>
    /// <remarks>Linear in both, however often words repeat (D. E. Knuth, J. H. Morris, V. R. Pratt, "Fast Pattern Matching in Strings", 1977).</remarks>
    public static IEnumerable<TextSpan> Find(int[] needle, TextWords text) =>
        FirstWords(needle, text).Select(first => text.SpanOf(first, needle.Length));

    /// <summary>Numbers of the first words of every place.</summary>
    /// <param name="needle">Numbers of the words; at least one.</param>
    /// <param name="text">The text.</param>
    public static IEnumerable<int> FirstWords(int[] needle, TextWords text)
    {
        int[] borders = new int[needle.Length + 1];
        borders[0] = -1;
        for (int i = 0, border = -1; i < needle.Length; borders[i] = border)
        {
            while (border >= 0 && needle[border] != needle[i])
            {
                border = borders[border];
            }

            border++;
            i++;
        }

        for (int i = 0, matched = 0; i < text.Count; i++)
        {
            int number = text.Numbers[i];
            while (matched >= 0 && (matched == needle.Length || needle[matched] != number))
            {
                matched = borders[matched];
            }

            matched++;
            if (matched == needle.Length)
            {
                yield return i + 1 - matched;
            }
        }
    }
}
