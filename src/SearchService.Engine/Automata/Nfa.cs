namespace SearchService.Engine.Automata;

/// <summary>A nondeterministic automaton over the bytes of UTF-8, with empty transitions.</summary>
/// <remarks>
/// From every state the end can be reached: so a set of states is dead only when it is empty. Immutable, thread-safe.
/// Flat: what belongs to state <c>s</c> begins at <c>starts[s]</c> and ends at <c>starts[s + 1]</c>.
/// </remarks>
internal sealed class Nfa
{
    /// <summary>The number of the only state that accepts; nothing leads out of it.</summary>
    public const int End = 0;

    private readonly Transition[] _transitions;
    private readonly int[] _transitionStarts;
    private readonly int[] _empty;
    private readonly int[] _emptyStarts;
    private readonly byte[] _classOf = new byte[256];

    /// <summary>An automaton of states 0 to <c>transitions.Count</c> − 1, of which 0 is the end.</summary>
    /// <param name="transitions">By state.</param>
    /// <param name="empty">By state: where it is possible to go for nothing.</param>
    /// <param name="start">The first state.</param>
    public Nfa(IReadOnlyList<List<Transition>> transitions, IReadOnlyList<List<int>> empty, int start)
    {
        Start = start;
        StateCount = transitions.Count;
        (_transitions, _transitionStarts) = Flatten(transitions);
        (_empty, _emptyStarts) = Flatten(empty);

        var begins = new bool[257];
        foreach (var transition in _transitions)
        {
            begins[transition.First] = true;
            begins[transition.Last + 1] = true;
        }

        for (var value = 1; value < 256; value++)
        {
            ClassCount += begins[value] ? 1 : 0;
            _classOf[value] = (byte)ClassCount;
        }

        ClassCount++;
    }

    /// <summary>The state to begin in.</summary>
    public int Start { get; }

    /// <summary>How many states there are.</summary>
    public int StateCount { get; }

    /// <summary>How many classes there are of bytes that no transition tells apart.</summary>
    public int ClassCount { get; }

    /// <summary>The class of a byte, from 0.</summary>
    public int ClassOf(byte value) => _classOf[value];

    /// <summary>What leads out of a state by a byte.</summary>
    public ReadOnlySpan<Transition> Transitions(int state) => _transitions.AsSpan(_transitionStarts[state].._transitionStarts[state + 1]);

    /// <summary>What leads out of a state by nothing.</summary>
    public ReadOnlySpan<int> Empty(int state) => _empty.AsSpan(_emptyStarts[state].._emptyStarts[state + 1]);

    private static (T[] Items, int[] Starts) Flatten<T>(IReadOnlyList<List<T>> lists)
    {
        var starts = new int[lists.Count + 1];
        for (var i = 0; i < lists.Count; i++)
        {
            starts[i + 1] = starts[i] + lists[i].Count;
        }

        return ([.. lists.SelectMany(list => list)], starts);
    }
}

/// <summary>A way from a state to another.</summary>
/// <param name="First">The first byte that opens it.</param>
/// <param name="Last">The last byte that opens it.</param>
/// <param name="Target">Where it leads.</param>
internal readonly record struct Transition(byte First, byte Last, int Target);
