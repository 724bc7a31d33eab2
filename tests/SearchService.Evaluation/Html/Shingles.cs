using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SearchService.Evaluation.Html;

/// <summary>How much of two texts is the same, as the article extraction benchmark of Zyte (once Scrapinghub) defines it.</summary>
/// <remarks>
/// A token is a run of letters, digits, other numbers and low lines (Python's <c>\w+</c>); a shingle is four tokens in a row, or all of a
/// shorter text. Shingles are counted with how often they occur. Precision is the mean over pages for which something was found, recall
/// the mean over pages that have a text, and F1 their harmonic mean.
/// </remarks>
internal static class Shingles
{
    private const int Size = 4;

    /// <summary>Compares what was found on a page with what is right.</summary>
    public static Overlap Compare(string expected, string actual)
    {
        Dictionary<string, int> wanted = Count(Tokens(expected));
        Dictionary<string, int> found = Count(Tokens(actual));
        int hits = 0;
        foreach ((string shingle, int times) in found)
        {
            hits += Math.Min(times, wanted.GetValueOrDefault(shingle));
        }

        return new Overlap(hits, found.Values.Sum() - hits, wanted.Values.Sum() - hits);
    }

    /// <summary>The tokens of a text.</summary>
    public static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        int start = -1;
        int at = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsWord(rune))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                tokens.Add(text[start..at]);
                start = -1;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
        {
            tokens.Add(text[start..]);
        }

        return tokens;
    }

    /// <summary>The shingles of tokens and how often each occurs.</summary>
    public static Dictionary<string, int> Count(List<string> tokens)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int i = 0; i < Math.Max(1, tokens.Count - Size + 1) && tokens.Count > 0; i++)
        {
            string shingle = string.Join(' ', CollectionsMarshal.AsSpan(tokens).Slice(i, Math.Min(Size, tokens.Count - i))!);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, shingle, out _)++;
        }

        return counts;
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
