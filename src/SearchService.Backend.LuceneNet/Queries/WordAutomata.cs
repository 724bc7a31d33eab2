using System.Collections.Immutable;
using Lucene.Net.Util.Automaton;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Makes automata of words.</summary>
internal static class WordAutomata
{
    /// <summary>Words that are at most some edits from one.</summary>
    /// <param name="word">Folded as the words are.</param>
    /// <param name="edits">0 to 2; adding, removing or replacing a code point, or swapping two neighbours, is one.</param>
    internal static Automaton Near(string word, int edits) =>
        edits == 0 ? BasicAutomata.MakeString(word) : new LevenshteinAutomata(word, withTranspositions: true).ToAutomaton(edits);

    /// <summary>Words that begin with any of some texts.</summary>
    internal static Automaton Beginning(params IEnumerable<string> texts) =>
        BasicOperations.Concatenate(BasicOperations.Union([.. texts.Select(BasicAutomata.MakeString)]), BasicAutomata.MakeAnyString());

    /// <summary>The terms that words are in the index.</summary>
    /// <param name="forms">Of words in any of these.</param>
    /// <param name="words">The words.</param>
    /// <returns>Deterministic.</returns>
    /// <exception cref="InvalidPatternException">It takes too many states.</exception>
    internal static Automaton Terms(ImmutableArray<TermForm> forms, Automaton words)
    {
        Automaton marks = BasicOperations.Union([.. forms.Select(static form => BasicAutomata.MakeChar(TermBytes.MarkOf(form)))]);
        return Determinism.Of(BasicOperations.Concatenate(marks, words), AutomatonOptions.Default);
    }
}
