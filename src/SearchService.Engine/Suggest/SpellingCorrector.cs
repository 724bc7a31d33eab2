using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Suggest;

/// <summary>Finds the terms that a word may be a misspelling of.</summary>
/// <remarks>
/// An edit adds, removes or replaces a letter, or swaps two neighbours; diacritics cost nothing. People seldom mistype a first letter,
/// so terms one edit away that keep it come first, then those one edit away that don't, then, for longer words, those two edits away that
/// keep it; each the most frequent first, a term with and without its diacritics once. Thread-safe; doesn't own the snapshot.
/// Source: Damerau, A technique for computer detection and correction of spelling errors (1964); Pollock and Zamora, Automatic spelling
/// correction in scientific and scholarly text (1984), for the first letter.
/// </remarks>
/// <param name="snapshot">The snapshot.</param>
/// <param name="options">Limits; null for the usual ones.</param>
public sealed class SpellingCorrector(IndexSnapshot snapshot, SuggestOptions? options = null)
{
    private static readonly ImmutableArray<(int Edits, int Kept)> Rounds = [(1, 1), (1, 0), (2, 1)];

    private readonly SuggestOptions _options = options ?? SuggestOptions.Default;
    private readonly FrequentTerms _terms = new(snapshot, options);

    /// <summary>Finds other spellings.</summary>
    /// <param name="fields">Numbers of the text fields whose terms are looked at, in every form that isn't stemmed.</param>
    /// <param name="word">The word.</param>
    /// <param name="size">Spellings wanted; 0 or more.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <returns>The best first; never the word itself. None for a word of a length that <see cref="SuggestOptions"/> rules out.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImmutableArray<Correction> Correct(ImmutableArray<int> fields, string word, int size, CancellationToken cancellation)
    {
        var itself = Folded(word);
        var length = itself.EnumerateRunes().Count();
        if (length > _options.MaxWordLength)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Correction>();
        var known = new HashSet<string>(StringComparer.Ordinal) { itself };
        foreach (var (edits, kept) in Rounds)
        {
            if (found.Count >= size || length < (edits == 1 ? _options.MinLengthForOneEdit : _options.MinLengthForTwoEdits))
            {
                break;
            }

            // A round finds what those before found once more: all of it, for that was less than was wanted. And a term twice, with
            // diacritics and without.
            var automaton = TermAutomaton.Fuzzy(word, edits, TermForm.Folded, AutomatonOptions.Default, kept);
            foreach (var (term, count) in _terms.Find(Sets(fields, automaton), Query.All, 2 * (size + known.Count), cancellation).Terms)
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

    private ImmutableArray<TermSetQuery> Sets(ImmutableArray<int> fields, TermAutomaton automaton) =>
    [
        .. fields.SelectMany(field => snapshot.Schema[field].Forms
            .Where(form => form != TermForm.Word)
            .Select(form => new AutomatonQuery(field, [form], automaton))),
    ];
}
