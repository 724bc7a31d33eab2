using System.Collections.Immutable;
using Lucene.Net.Util.Automaton;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Queries;

namespace SearchService.Backend.LuceneNet.Suggest;

/// <summary>Words of one field and form that dictionaries are walked for.</summary>
/// <param name="Field">The field of the index.</param>
/// <param name="Terms">The words, with the byte of their form.</param>
internal sealed record WordSet(string Field, CompiledAutomaton Terms)
{
    /// <summary>The words, as written, that begin with any of some texts.</summary>
    /// <param name="field">The field.</param>
    /// <param name="beginnings">At least one.</param>
    internal static WordSet Beginning(string field, IEnumerable<string> beginnings) =>
        new(field, new CompiledAutomaton(WordAutomata.Terms([TermForm.Written], WordAutomata.Beginning(beginnings))));

    /// <summary>The words near one in each form that isn't stemmed: as written, and without their diacritics.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="word">The word, without its diacritics.</param>
    /// <param name="edits">How far they may be.</param>
    /// <param name="kept">How many characters they begin with as the word does.</param>
    internal static ImmutableArray<WordSet> Near(ImmutableArray<string> fields, string word, int edits, int kept)
    {
        int head = word.EnumerateRunes().Take(kept).Sum(static rune => rune.Utf16SequenceLength);
        Automaton near = BasicOperations.Concatenate(BasicAutomata.MakeString(word[..head]), WordAutomata.Near(word[head..], edits));
        CompiledAutomaton written = new(WordAutomata.Terms([TermForm.Written], near)), folded = new(WordAutomata.Terms([TermForm.Folded], near));
        return [.. fields.SelectMany(field => new[] { new WordSet(field, written), new WordSet(field, folded) })];
    }
}
