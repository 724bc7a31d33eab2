using System.Globalization;
using SearchService.Analysis.Patterns;

namespace SearchService.Engine.Automata;

/// <summary>Builds an <see cref="Nfa"/> from its end to its beginning: every state is made with something to lead to.</summary>
/// <remarks>Source: Thompson, Regular Expression Search Algorithm (1968), with code points spelt out as bytes.</remarks>
internal sealed class NfaBuilder
{
    private readonly AutomatonOptions _options;
    private readonly List<List<Transition>> _transitions = [[]];
    private readonly List<List<int>> _empty = [[]];

    /// <summary>An automaton with its end only.</summary>
    /// <param name="options">Limits.</param>
    public NfaBuilder(AutomatonOptions options) => _options = options;

    /// <summary>Adds a state.</summary>
    /// <exception cref="InvalidPatternException">There are too many.</exception>
    public int AddState()
    {
        if (_transitions.Count >= _options.MaxStates)
        {
            throw new InvalidPatternException(string.Create(
                CultureInfo.InvariantCulture,
                $"The pattern needs more than {_options.MaxStates:N0} states ({nameof(AutomatonOptions)}.{nameof(AutomatonOptions.MaxStates)}); shorten it or its repeats."));
        }

        _transitions.Add([]);
        _empty.Add([]);
        return _transitions.Count - 1;
    }

    /// <summary>Adds a way that costs nothing.</summary>
    public void AddEmpty(int from, int to) => _empty[from].Add(to);

    /// <summary>Adds ways for every code point from one to another.</summary>
    /// <param name="from">Where they begin.</param>
    /// <param name="first">The first code point.</param>
    /// <param name="last">The last code point.</param>
    /// <param name="to">Where they lead.</param>
    public void AddCodePoints(int from, int first, int last, int to)
    {
        // Of one length in bytes at a time. Surrogates are encoded like their neighbours: no term holds any.
        ReadOnlySpan<int> ends = [0x7F, 0x7FF, 0xFFFF, CharacterSet.LastCodePoint];
        var anything = new int[ends.Length]; // by number of bytes: a state that any such continuation leads on from
        Span<byte> lower = stackalloc byte[4];
        Span<byte> upper = stackalloc byte[4];
        for (var length = 1; length <= ends.Length; length++)
        {
            var above = length == 1 ? 0 : ends[length - 2] + 1;
            if (first <= ends[length - 1] && last >= above)
            {
                Encode(Math.Max(first, above), length, lower);
                Encode(Math.Min(last, ends[length - 1]), length, upper);
                AddBytes(from, lower[..length], upper[..length], to, anything);
            }
        }
    }

    /// <summary>Builds a pattern in front of a state.</summary>
    /// <param name="node">The pattern; nested no deeper than <see cref="AutomatonOptions.MaxDepth"/> lets it be.</param>
    /// <param name="next">What follows it.</param>
    /// <returns>The state it begins with; a new one, so that no pattern, however empty, is built for nothing.</returns>
    /// <exception cref="InvalidPatternException">There would be too many states, or a class without members.</exception>
    public int Build(PatternNode node, int next)
    {
        switch (node)
        {
            case PatternNode.Literal literal:
                foreach (var rune in literal.Text.EnumerateRunes().Reverse())
                {
                    var state = AddState();
                    AddCodePoints(state, rune.Value, rune.Value, next);
                    next = state;
                }

                return literal.Text.Length == 0 ? Split(next) : next;
            case PatternNode.OneOf set:
                return Build(set, next);
            case PatternNode.Sequence sequence:
                for (var i = sequence.Parts.Length - 1; i >= 0; i--)
                {
                    next = Build(sequence.Parts[i], next);
                }

                return sequence.Parts.IsEmpty ? Split(next) : next;
            case PatternNode.Alternatives alternatives:
                var fork = AddState();
                foreach (var part in alternatives.Parts)
                {
                    AddEmpty(fork, Build(part, next));
                }

                return fork;
            case PatternNode.Repeat repeat:
                return Build(repeat, next);
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "There is no such part of a pattern.");
        }
    }

    /// <summary>The automaton that begins with a state.</summary>
    public Nfa ToNfa(int start) => new(_transitions, _empty, start);

    private int Build(PatternNode.OneOf set, int next)
    {
        var characters = set.IsNegated ? set.Characters.Complement() : set.Characters;
        if (characters.IsEmpty)
        {
            throw new InvalidPatternException("No character is left by a class of the regular expression.");
        }

        var state = AddState();
        foreach (var (first, last) in characters.Ranges)
        {
            AddCodePoints(state, first, last, next);
        }

        return state;
    }

    private int Build(PatternNode.Repeat repeat, int next)
    {
        var end = next;
        if (repeat.Max is null)
        {
            next = Split(end);
            AddEmpty(next, Build(repeat.Part, next));
        }
        else
        {
            for (var i = repeat.Min; i < repeat.Max; i++)
            {
                next = Split(Build(repeat.Part, next), end);
            }
        }

        for (var i = 0; i < repeat.Min; i++)
        {
            next = Build(repeat.Part, next);
        }

        return next == end ? Split(end) : next;
    }

    private int Split(params ReadOnlySpan<int> targets)
    {
        var state = AddState();
        foreach (var target in targets)
        {
            AddEmpty(state, target);
        }

        return state;
    }

    private void AddBytes(int from, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper, int to, int[] anything)
    {
        var rest = lower.Length - 1;
        if (rest == 0)
        {
            _transitions[from].Add(new Transition(lower[0], upper[0], to));
            return;
        }

        Span<byte> lowest = stackalloc byte[rest];
        Span<byte> highest = stackalloc byte[rest];
        lowest.Fill(0x80);
        highest.Fill(0xBF);
        if (lower[0] == upper[0] && !(lower[1..].SequenceEqual(lowest) && upper[1..].SequenceEqual(highest)))
        {
            AddBytes(Follow(from, lower[0]), lower[1..], upper[1..], to, anything);
            return;
        }

        int first = lower[0];
        int last = upper[0];
        if (!lower[1..].SequenceEqual(lowest))
        {
            AddBytes(Follow(from, lower[0]), lower[1..], highest, to, anything);
            first++;
        }

        if (!upper[1..].SequenceEqual(highest))
        {
            AddBytes(Follow(from, upper[0]), lowest, upper[1..], to, anything);
            last--;
        }

        if (first <= last)
        {
            _transitions[from].Add(new Transition((byte)first, (byte)last, Anything(rest, to, anything)));
        }
    }

    private int Follow(int from, byte value)
    {
        var state = AddState();
        _transitions[from].Add(new Transition(value, value, state));
        return state;
    }

    private int Anything(int length, int to, int[] states)
    {
        if (length == 0)
        {
            return to;
        }

        if (states[length] == 0)
        {
            var next = Anything(length - 1, to, states);
            states[length] = AddState();
            _transitions[states[length]].Add(new Transition(0x80, 0xBF, next));
        }

        return states[length];
    }

    private static void Encode(int point, int length, Span<byte> bytes)
    {
        for (var i = length - 1; i > 0; i--)
        {
            bytes[i] = (byte)(0x80 | (point & 0x3F));
            point >>= 6;
        }

        ReadOnlySpan<byte> leads = [0, 0, 0xC0, 0xE0, 0xF0];
        bytes[0] = (byte)(leads[length] | point);
    }
}
