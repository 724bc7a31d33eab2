using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Engine.Automata;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents whose text field holds a term of a pattern. Score: 1.</summary>
/// <param name="Field">Number of a text field.</param>
/// <param name="Forms">The forms of the tokens that are looked at; one that fits is enough.</param>
/// <param name="Automaton">The pattern.</param>
public sealed record AutomatonQuery(int Field, ImmutableArray<TermForm> Forms, TermAutomaton Automaton) : TermSetQuery(Field, Forms)
{
    /// <inheritdoc/>
    public override TermJudge Judge() => Automaton.Judge();

    /// <inheritdoc/>
    public bool Equals(AutomatonQuery? other) =>
        other is not null && Field == other.Field && Forms.AsSpan().SequenceEqual(other.Forms.AsSpan()) && Automaton.Equals(other.Automaton);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Forms.Length, Automaton);

    /// <inheritdoc/>
    public override string ToString() => $"{Field}.{string.Join('|', Forms)}:{Automaton}";
}
