using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Automata;

namespace SearchService.Engine.Queries;

/// <summary>
/// Matches the documents whose text field holds a term as written that, without its diacritics, begins like a text without its own. Score: 1.
/// </summary>
/// <remarks>What a <see cref="PrefixQuery"/> of both forms matches, but its terms are all words as they are written: good to be shown.</remarks>
public sealed record FoldedPrefixQuery : TermSetQuery
{
    private readonly byte[] _folded;
    private readonly TermAutomaton _automaton;

    /// <summary>A query for a prefix as typed.</summary>
    /// <param name="field">Number of a text field.</param>
    /// <param name="prefix">The text; not divided into tokens.</param>
    /// <exception cref="InvalidPatternException">The text is beyond a limit of <see cref="AutomatonOptions"/>.</exception>
    public FoldedPrefixQuery(int field, string prefix)
        : base(field, [TermForm.Written])
    {
        _folded = TermNormalizer.FoldPrefix(prefix).Folded;
        _automaton = TermAutomaton.FoldedPrefix(prefix, AutomatonOptions.Default);
    }

    /// <inheritdoc/>
    public override TermJudge Judge() => new FoldedPrefixJudge(_folded, _automaton.Judge());

    /// <inheritdoc/>
    public bool Equals(FoldedPrefixQuery? other) => other is not null && Field == other.Field && _folded.AsSpan().SequenceEqual(other._folded);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        hash.AddBytes(_folded);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}.{TermForm.Written}:{Encoding.UTF8.GetString(_folded)}…";

    /// <summary>Most terms begin with the very bytes; only the others need the automaton.</summary>
    private sealed class FoldedPrefixJudge(byte[] folded, AutomatonJudge automaton) : TermJudge
    {
        public override ReadOnlySpan<byte> Next => automaton.Next;

        public override TermFit Fit(ReadOnlySpan<byte> term) => term.StartsWith(folded) ? TermFit.Yes : automaton.Fit(term);

        public override bool Contains(ReadOnlySpan<byte> term) => term.StartsWith(folded) || automaton.Contains(term);
    }
}
