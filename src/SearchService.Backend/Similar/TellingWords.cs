using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SearchService.Analysis;
using SearchService.Backend.Words;
using SearchService.Core.Articles;
using SearchService.Core.Queries;

namespace SearchService.Backend.Similar;

/// <summary>Chooses the words of an article that tell best what it is about: those it has often and few others have.</summary>
/// <remarks>
/// The article is read again, as it was when it was indexed: an index keeps no list of an article's words. Weights are of the kind compared by Salton
/// and Buckley, "Term-weighting approaches in automatic text retrieval", 1988; which ones, and how many words, was measured (ADR 27).
/// </remarks>
/// <param name="words">Says how many articles have a word.</param>
internal sealed class TellingWords(IWordFrequencies words)
{
    /// <summary>The most words chosen.</summary>
    internal const int MaxCount = 40;

    // Far more than an article has; what comes after it only costs time.
    private const int MaxLength = 200_000;

    // Each is a look into all dictionaries. What an article has more of, it has once each.
    private const int MaxLookedUp = 1_000;

    // A word of the headline counts as one that is in the text so much oftener.
    private const int TitleCount = 5;

    // What only the article itself has leads to no other.
    private const int LeastDocuments = 2;

    // By 1 one word repeated all over outweighs the rest; by 0.5 what is said four times counts but twice as much as what is said once.
    private const double Damping = 0.75;

    /// <summary>The words, the most telling first.</summary>
    /// <param name="article">A stored article.</param>
    internal ImmutableArray<TellingWord> Of(Article article) =>
    [
        .. Count(article)
            .OrderByDescending(static word => word.Value).ThenBy(static word => word.Key, StringComparer.Ordinal).Take(MaxLookedUp)
            .Select(word => (Word: new TellingWord(word.Key, Math.Pow(word.Value, Damping)), Place: PlaceOf(word.Key)))
            .Where(static word => word.Place.Frequency >= LeastDocuments)
            .OrderByDescending(word => word.Word.Weight * Rarity(word.Place.Field, word.Place.Frequency)).ThenBy(static word => word.Word.Term, StringComparer.Ordinal)
            .Take(MaxCount)
            .Select(static word => word.Word),
    ];

    /// <summary>How many articles have a word.</summary>
    /// <param name="field">The text or the headline.</param>
    /// <param name="term">The word.</param>
    internal long Frequency(string field, string term) => words.ArticlesWith(field, Encoding.UTF8.GetBytes(term));

    /// <summary>The weight of a word in a search, and so the most that an article can score by it.</summary>
    /// <remarks>BM25 has the same: ln(1 + (N − n + ½) / (n + ½)).</remarks>
    /// <param name="field">The text or the headline.</param>
    /// <param name="frequency">How many articles have the word there.</param>
    internal double Rarity(string field, long frequency) =>
        Math.Log(1 + ((words.ArticlesWithAny(field) - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>Where a word is to be judged: among texts, unless only headlines have it.</summary>
    private (string Field, long Frequency) PlaceOf(string term) => Frequency(QueryFields.Body, term) is >= LeastDocuments and long frequency
        ? (QueryFields.Body, frequency)
        : (QueryFields.Title, Frequency(QueryFields.Title, term));

    private static Dictionary<string, int> Count(Article article)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        TokenReader reader = TextAnalyzer.ForLanguage(article.Language).CreateReader();
        Add(article.Title, TitleCount);
        Add(article.Text.Length <= MaxLength ? article.Text : article.Text[..MaxLength], 1);
        return counts;

        void Add(string text, int times)
        {
            reader.Reset(text);
            while (reader.Next())
            {
                if (MayTell(text.AsSpan(reader.Start, reader.End - reader.Start)))
                {
                    string term = Encoding.UTF8.GetString(reader.Term(TermForm.Word));
                    counts[term] = counts.GetValueOrDefault(term) + times;
                }
            }
        }
    }

    /// <summary>One letter is an initial, digits alone are a figure of something else; but an ideograph is a word.</summary>
    private static bool MayTell(ReadOnlySpan<char> word)
    {
        int letters = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            letters += Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter ? 2 : Rune.IsLetter(rune) ? 1 : 0;
        }

        return letters > 1;
    }
}
