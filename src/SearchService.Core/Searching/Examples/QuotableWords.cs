using System.Text;
using SearchService.Core.Articles;

namespace SearchService.Core.Searching.Examples;

/// <summary>Finds quotations that are worth showing: short whole sentences of somebody who is known, first those that several outlets carried.</summary>
public static class QuotableWords
{
    private const int FewestWords = 6;
    private const int MostWords = 14;

    /// <summary>A quotation of small words alone could be anybody's: so many words have at least <see cref="LongWord"/> letters.</summary>
    private const int LongWords = 2;

    private const int LongWord = 5;

    /// <summary>Finds them; what stands on either side of a "he said" is one each.</summary>
    /// <param name="quotations">In any order.</param>
    /// <returns>The words without punctuation at their ends, each once; those that most outlets carried first, then the shorter ones.</returns>
    public static IEnumerable<string> Of(IEnumerable<QuotationHit> quotations) => quotations
        .Where(static hit => hit.Quote.Kind == QuoteKind.Direct)
        .SelectMany(static hit => hit.Quote.Parts.Select(part => (Words: hit.Article.Text[part.Start..part.End], hit.Article.Source)))
        .Where(static part => IsShown(part.Words))
        .GroupBy(static part => Folded(part.Words), StringComparer.Ordinal)
        .OrderByDescending(static same => same.Select(static part => part.Source).Distinct(StringComparer.Ordinal).Count())
        .ThenBy(static same => same.Key.Length)
        .ThenBy(static same => same.Key, StringComparer.Ordinal)
        .Select(static same => Trimmed(same.First().Words));

    private static bool IsShown(string text)
    {
        string[] words = Trimmed(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= FewestWords and <= MostWords
            && !char.IsLower(words[0][0])
            && text.AsSpan().IndexOfAny('[', '(', '"') < 0
            && text.AsSpan().IndexOf("...", StringComparison.Ordinal) < 0 && !text.Contains('…', StringComparison.Ordinal)
            && words.Count(static word => word.Count(char.IsLetter) >= LongWord) >= LongWords;
    }

    private static string Trimmed(string text) => text.Trim().TrimEnd('.', ',', ';', ':', '!', '?', '-', '–', '—', ' ');

    private static string Folded(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            _ = char.IsLetterOrDigit(c) ? folded.Append(char.ToLowerInvariant(c))
                : folded.Length > 0 && folded[^1] != ' ' ? folded.Append(' ')
                : folded;
        }

        return folded.ToString().TrimEnd();
    }
}
