using System.Collections.Immutable;
using SearchService.Analysis.Patterns;

namespace SearchService.Analysis.Suggest;

/// <summary>Which words of an archive a word may be a misspelling of, and in which order.</summary>
/// <remarks>
/// An edit adds, removes or replaces a letter, or swaps two neighbours; diacritics cost nothing. People seldom mistype a first letter,
/// so terms one edit away that keep it come first, then those one edit away that don't, then, for longer words, those two edits away that
/// keep it; each the most frequent first, a term with and without its diacritics once.
/// Source: Damerau, A technique for computer detection and correction of spelling errors (1964); Pollock and Zamora, Automatic spelling
/// correction in scientific and scholarly text (1984), for the first letter.
/// </remarks>
public static class SpellingRules
{
    private static readonly ImmutableArray<(int Edits, int Kept)> Rounds = [(1, 1), (1, 0), (2, 1)];

    /// <summary>Looks for terms near a word.</summary>
    /// <param name="edits">How far at most, both without diacritics.</param>
    /// <param name="kept">How many letters the terms begin with as the word does.</param>
    /// <param name="size">Terms wanted: the most frequent.</param>
    public delegate ImmutableArray<TermCount> Search(int edits, int kept, int size);

    /// <summary>Finds other spellings.</summary>
    /// <param name="word">The word.</param>
    /// <param name="size">Spellings wanted; 0 or more.</param>
    /// <param name="options">Limits.</param>
    /// <param name="search">Finds terms, as written and without their diacritics.</param>
    /// <returns>The best first; never the word itself. None for a word of a length that <see cref="SuggestOptions"/> rules out.</returns>
    public static ImmutableArray<Correction> Correct(string word, int size, SuggestOptions options, Search search)
    {
        string itself = Folded(word);
        int length = itself.EnumerateRunes().Count();
        if (length > options.MaxWordLength)
        {
            return [];
        }

        ImmutableArray<Correction>.Builder found = ImmutableArray.CreateBuilder<Correction>();
        HashSet<string> known = new(StringComparer.Ordinal) { itself };
        foreach ((int edits, int kept) in Rounds)
        {
            if (found.Count >= size || length < (edits == 1 ? options.MinLengthForOneEdit : options.MinLengthForTwoEdits))
            {
                break;
            }

            // A round finds what those before found once more: all of it, for that was less than was wanted. And a term twice, with
            // diacritics and without.
            foreach ((string term, long count) in search(edits, kept, 2 * (size + known.Count)))
            {
                if (found.Count < size && known.Add(Folded(term)))
                {
                    found.Add(new Correction(term, edits, count));
                }
            }
        }

        return found.DrainToImmutable();
    }

    private static string Folded(string text) => PatternFolding.Fold(text, TermForm.Folded);
}
