using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Automata;

/// <summary>Runs an automaton over terms, each from where it parts from the one before.</summary>
/// <remarks>
/// A term on which the automaton dies says how far nothing can fit: back up to the last byte that could have been a higher one
/// that lives. The walk then goes on there, past all that begins like the dead one.
/// </remarks>
/// <param name="automaton">The automaton.</param>
/// <param name="filter">What every term it accepts passes; null when there is nothing to say.</param>
internal sealed class AutomatonJudge(LazyDfa automaton, SketchFilter? filter) : TermJudge
{
    private const int MaxTermLength = Analysis.LongTerms.MaxLength;

    private readonly byte[] _term = new byte[MaxTermLength + 1];
    private readonly int[] _states = new int[MaxTermLength + 1]; // _states[n]: after n bytes of _term
    private int _read = -1;       // how many bytes of _term have a state; −1 before the first
    private int _nextLength;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Next => _term.AsSpan(0, _nextLength);

    /// <inheritdoc/>
    internal override SketchFilter? Filter => filter;

    /// <inheritdoc/>
    public override TermFit Fit(ReadOnlySpan<byte> term)
    {
        var at = _read < 0 ? -1 : _term.AsSpan(0, _read).CommonPrefixLength(term);
        if (automaton.IsFull)
        {
            automaton.Clear();
            at = -1;
        }

        if (at < 0)
        {
            _states[0] = automaton.Start;
            at = 0;
        }

        for (; at < term.Length; at++)
        {
            var state = automaton.Step(_states[at], term[at]);
            if (state == LazyDfa.Dead)
            {
                return PassOver(term, at);
            }

            _term[at] = term[at];
            _states[at + 1] = state;
        }

        _read = at;
        return automaton.Accepts(_states[at]) ? TermFit.Yes : TermFit.No;
    }

    /// <inheritdoc/>
    public override bool Contains(ReadOnlySpan<byte> term)
    {
        if (automaton.IsFull)
        {
            automaton.Clear();
            _read = -1; // the states noted of the last term are gone
        }

        var state = automaton.Start;
        foreach (var value in term)
        {
            state = automaton.Step(state, value);
            if (state == LazyDfa.Dead)
            {
                return false;
            }
        }

        return automaton.Accepts(state);
    }

    /// <summary>Finds the least that can fit after a term that died of a byte.</summary>
    private TermFit PassOver(ReadOnlySpan<byte> term, int at)
    {
        for (; at >= 0; at--)
        {
            if (automaton.TryFindByte(_states[at], term[at] + 1, out var next))
            {
                _term[at] = next;
                _read = at;
                _nextLength = at + 1;
                return TermFit.Skip;
            }
        }

        _read = 0;
        return TermFit.Past;
    }
}
