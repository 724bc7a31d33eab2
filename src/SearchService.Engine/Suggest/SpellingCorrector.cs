using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Analysis.Suggest;
using SearchService.Engine.Automata;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Suggest;

/// <summary>Finds the terms that a word may be a misspelling of, by <see cref="SpellingRules"/>.</summary>
/// <remarks>Thread-safe; doesn't own the snapshot.</remarks>
/// <param name="snapshot">The snapshot.</param>
/// <param name="options">Limits; null for the usual ones.</param>
public sealed class SpellingCorrector(IndexSnapshot snapshot, SuggestOptions? options = null)
{
    private readonly SuggestOptions _options = options ?? SuggestOptions.Default;
    private readonly FrequentTerms _terms = new(snapshot, options);

    /// <summary>Finds other spellings.</summary>
    /// <param name="fields">Numbers of the text fields whose terms are looked at, in every form that isn't stemmed.</param>
    /// <param name="word">The word.</param>
    /// <param name="size">Spellings wanted; 0 or more.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <returns>The best first; never the word itself. None for a word of a length that <see cref="SuggestOptions"/> rules out.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImmutableArray<Correction> Correct(ImmutableArray<int> fields, string word, int size, CancellationToken cancellation) =>
        SpellingRules.Correct(word, size, _options, (edits, kept, wanted) =>
        {
            var automaton = TermAutomaton.Fuzzy(word, edits, TermForm.Folded, AutomatonOptions.Default, kept);
            return _terms.Find(Sets(fields, automaton), Query.All, wanted, cancellation).Terms;
        });

    private ImmutableArray<TermSetQuery> Sets(ImmutableArray<int> fields, TermAutomaton automaton) =>
    [
        .. fields.SelectMany(field => snapshot.Schema[field].Forms
            .Where(form => form != TermForm.Word)
            .Select(form => new AutomatonQuery(field, [form], automaton))),
    ];
}
