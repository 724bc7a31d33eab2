using System.Numerics;
using System.Runtime.InteropServices;

namespace SearchService.Engine.Automata;

/// <summary>The deterministic automaton of an <see cref="Nfa"/>, whose states are made when something comes upon them.</summary>
/// <remarks>
/// A state is the ascending list of those states of the other that may be it. <see cref="IsFull"/> tells that it is time to
/// <see cref="Clear"/>: an automaton that would have a million states has as many as there is room for. One thread.
/// Source: Cox, Regular Expression Matching in the Wild (2010).
/// </remarks>
/// <param name="nfa">The automaton.</param>
/// <param name="cacheLengthInBytes">Memory that states may take; those of one term are made beyond it.</param>
internal sealed class LazyDfa(Nfa nfa, int cacheLengthInBytes)
{
    /// <summary>The state that nothing leads out of.</summary>
    public const int Dead = 0;

    private const int Unknown = -1;
    private const int StateOverheadInBytes = 160;
    private const int WordsPerState = 256 / 64;

    private readonly Dictionary<int[], int> _numbers = new(Members.Comparer);
    private readonly List<int[]> _members = [];
    private readonly List<int[]> _targets = [];
    private readonly List<ulong> _live = []; // a bit for each byte that leads somewhere
    private readonly List<int> _pending = [];
    private readonly List<int> _found = [];
    private readonly int[] _seen = new int[nfa.StateCount];
    private int _round;
    private long _lengthInBytes;
    private int _start = Unknown;

    /// <summary>Whether the states take more memory than they may.</summary>
    public bool IsFull => _lengthInBytes > cacheLengthInBytes;

    /// <summary>How many states there are at present.</summary>
    public int StateCount => _members.Count;

    /// <summary>The state to begin in.</summary>
    public int Start
    {
        get
        {
            if (_start == Unknown)
            {
                Begin();
                Visit(nfa.Start);
                _start = Found();
            }

            return _start;
        }
    }

    /// <summary>Forgets every state: their numbers mean nothing from now on.</summary>
    public void Clear()
    {
        _numbers.Clear();
        _members.Clear();
        _targets.Clear();
        _live.Clear();
        _lengthInBytes = 0;
        _start = Unknown;
    }

    /// <summary>Whether a word may end in a state.</summary>
    public bool Accepts(int state) => _members[state] is [Nfa.End, ..];

    /// <summary>Where a byte leads.</summary>
    public int Step(int state, byte value)
    {
        var target = _targets[state][nfa.ClassOf(value)];
        return target != Unknown ? target : MakeStep(state, value);
    }

    /// <summary>The lowest byte, from one on, that doesn't lead to <see cref="Dead"/>.</summary>
    /// <param name="state">The state it leads out of.</param>
    /// <param name="least">The first byte considered; 256 for none.</param>
    /// <param name="next">The byte.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFindByte(int state, int least, out byte next)
    {
        var live = CollectionsMarshal.AsSpan(_live).Slice(state * WordsPerState, WordsPerState);
        var mask = ulong.MaxValue << (least & 63); // of the first word looked at
        for (var word = least >> 6; word < WordsPerState; word++)
        {
            var bits = live[word] & mask;
            if (bits != 0)
            {
                next = (byte)((word << 6) + BitOperations.TrailingZeroCount(bits));
                return true;
            }

            mask = ulong.MaxValue;
        }

        next = 0;
        return false;
    }

    private int MakeStep(int state, byte value)
    {
        Begin();
        foreach (var member in _members[state])
        {
            foreach (var transition in nfa.Transitions(member))
            {
                if (value >= transition.First && value <= transition.Last)
                {
                    Visit(transition.Target);
                }
            }
        }

        return _targets[state][nfa.ClassOf(value)] = Found();
    }

    private void Begin()
    {
        _found.Clear();
        if (++_round == int.MaxValue)
        {
            Array.Clear(_seen);
            _round = 1;
        }
    }

    /// <summary>Finds a state, and what can be reached from it for nothing.</summary>
    private void Visit(int state)
    {
        _pending.Add(state);
        while (_pending.Count > 0)
        {
            var next = _pending[^1];
            _pending.RemoveAt(_pending.Count - 1);
            if (_seen[next] == _round)
            {
                continue;
            }

            _seen[next] = _round;
            if (next == Nfa.End || !nfa.Transitions(next).IsEmpty)
            {
                _found.Add(next);
            }

            _pending.AddRange(nfa.Empty(next));
        }
    }

    /// <summary>The number of the state that stands for what was found.</summary>
    private int Found()
    {
        if (_members.Count == 0)
        {
            Add([]); // Dead
        }

        _found.Sort();
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<int>>();
        return lookup.TryGetValue(CollectionsMarshal.AsSpan(_found), out var number) ? number : Add([.. _found]);
    }

    private int Add(int[] members)
    {
        var targets = new int[nfa.ClassCount];
        Array.Fill(targets, members.Length == 0 ? Dead : Unknown);
        _members.Add(members);
        _targets.Add(targets);
        _numbers.Add(members, _members.Count - 1);
        AddLive(members);
        _lengthInBytes += StateOverheadInBytes + (sizeof(int) * ((long)members.Length + targets.Length));
        return _members.Count - 1;
    }

    private void AddLive(int[] members)
    {
        Span<ulong> live = stackalloc ulong[WordsPerState];
        live.Clear();
        foreach (var member in members)
        {
            foreach (var transition in nfa.Transitions(member))
            {
                for (int value = transition.First; value <= transition.Last; value++)
                {
                    live[value >> 6] |= 1UL << (value & 63);
                }
            }
        }

        _live.AddRange(live);
    }

    private sealed class Members : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public static Members Comparer { get; } = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(int[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
