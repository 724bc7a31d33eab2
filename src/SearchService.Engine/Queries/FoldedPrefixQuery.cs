using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;

namespace SearchService.Engine.Queries;

/// <summary>
/// Matches the documents whose text field holds a term as written that, without its diacritics, begins like a text without its own. Score: 1.
/// </summary>
/// <remarks>What a <see cref="PrefixQuery"/> of both forms matches, but its terms are all words as they are written: good to be shown.</remarks>
public sealed record FoldedPrefixQuery : TermSetQuery
{
    // Each letter takes some two hundred states: as many as it has accents, each of two or three bytes.
    private const int MaxAutomatonLength = 32;

    private readonly byte[] _folded;
    private readonly TermAutomaton _automaton; // of the first letters
    private readonly bool _isLong;

    /// <summary>A query for a prefix as typed.</summary>
    /// <param name="field">Number of a text field.</param>
    /// <param name="prefix">The text; not divided into tokens.</param>
    public FoldedPrefixQuery(int field, string prefix)
        : base(field, [TermForm.Written])
    {
        _folded = TermNormalizer.FoldPrefix(prefix).Folded;
        var letters = Encoding.UTF8.GetString(_folded).EnumerateRunes().ToList();
        _isLong = letters.Count > MaxAutomatonLength;
        _automaton = TermAutomaton.FoldedPrefix(string.Concat(letters.Take(MaxAutomatonLength)), AutomatonOptions.Default);
    }

    /// <inheritdoc/>
    public override TermJudge Judge() => new FoldedPrefixJudge(_folded, _isLong, _automaton.Judge());

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
    private sealed class FoldedPrefixJudge(byte[] folded, bool isLong, TermJudge automaton) : TermJudge
    {
        public override ReadOnlySpan<byte> Next => automaton.Next;

        public override TermFit Fit(ReadOnlySpan<byte> term)
        {
            if (term.StartsWith(folded))
            {
                return TermFit.Yes;
            }

            var fit = automaton.Fit(term);
            return fit == TermFit.Yes && !Agrees(term) ? TermFit.No : fit;
        }

        public override bool Contains(ReadOnlySpan<byte> term) => term.StartsWith(folded) || (automaton.Contains(term) && Agrees(term));

        private bool Agrees(ReadOnlySpan<byte> term) =>
            !isLong || TermNormalizer.FoldPrefix(Encoding.UTF8.GetString(term)).Folded.AsSpan().StartsWith(folded);
    }
}
