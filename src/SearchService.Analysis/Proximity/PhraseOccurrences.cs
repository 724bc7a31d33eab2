namespace SearchService.Analysis.Proximity;

/// <summary>Finds the occurrences of a phrase in the positions of its terms.</summary>
/// <remarks>
/// <para>Let the term at offset <c>i</c> of the phrase occur at position <c>p</c> of the text: its <em>displacement</em>
/// is <c>p − i</c>. A choice of one occurrence for each term of the phrase, where a term that is there twice has two
/// different occurrences, has the <em>width</em> max − min of its displacements. An occurrence of the phrase is a minimal choice of at most a width, the slop:
/// an interval of displacements that holds a choice and holds no smaller such interval.</para>
/// <para>Give it positions by <see cref="Positions"/> and <see cref="SetCount"/> for each distinct term, then call <see cref="Start"/>
/// and <see cref="Next"/> until it is false. Reusable; not thread-safe; nothing is allocated once the buffers have grown.</para>
/// <para>The minimal choices are found by one sweep. For a lower bound <c>lo</c> on the displacements, let <c>hi(lo)</c> be the
/// smallest upper bound for which a choice exists. Taking for each term of the phrase, in order, the first occurrence not
/// below <c>lo</c> (and after the one taken for the same term before) reaches it: exchanging two occurrences of a repeated
/// term so that they stand in order never widens a choice, and the first one that fits is the best for all that come
/// later. <c>hi</c> never falls, so <c>[lo, hi(lo)]</c> is minimal exactly when the next displacement's <c>hi</c> is larger. Each
/// list is walked once: the cost is the number of positions times the terms of the phrase.</para>
/// </remarks>
public sealed class PhraseOccurrences
{
    private readonly int[] _listOf;
    private readonly int[] _previousOfSameTerm;
    private readonly int[][] _positions;
    private readonly int[] _counts;
    private readonly int[] _at;
    private readonly int _slop;
    private int[] _choice;
    private int[] _found;
    private int _low;
    private int _high;
    private int _lead;
    private bool _open;

    /// <summary>Prepares for a phrase.</summary>
    /// <param name="listOf">For each offset of the phrase the number of its distinct term, from 0.</param>
    /// <param name="slop">The largest width of a match.</param>
    public PhraseOccurrences(ReadOnlySpan<int> listOf, int slop)
    {
        _listOf = listOf.ToArray();
        _slop = slop;
        _previousOfSameTerm = new int[listOf.Length];
        var lists = 0;
        for (var i = 0; i < listOf.Length; i++)
        {
            _previousOfSameTerm[i] = listOf[..i].LastIndexOf(listOf[i]);
            lists = Math.Max(lists, listOf[i] + 1);
        }

        _positions = new int[lists][];
        Array.Fill(_positions, []);
        _counts = new int[lists];
        _at = new int[listOf.Length];
        _choice = new int[listOf.Length];
        _found = new int[listOf.Length];
    }

    /// <summary>Distinct terms of the phrase.</summary>
    public int ListCount => _counts.Length;

    /// <summary>The width of the occurrence found.</summary>
    public int Width { get; private set; }

    /// <summary>The positions of the occurrence found, by offset in the phrase; valid until the next call.</summary>
    public ReadOnlySpan<int> Choice => _found;

    /// <summary>Room for a term's positions, to be filled ascending and distinct.</summary>
    public Span<int> Positions(int list, int count)
    {
        if (_positions[list].Length < count)
        {
            _positions[list] = new int[Math.Max(16, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count))];
        }

        _counts[list] = count;
        return _positions[list].AsSpan(0, count);
    }

    /// <summary>Says that a term has no more than the first positions of its room.</summary>
    public void SetCount(int list, int count) => _counts[list] = count;

    /// <summary>Begins with the positions given.</summary>
    public void Start()
    {
        Array.Clear(_at);
        _lead = 0;
        if (_slop == 0)
        {
            for (var i = 1; i < _listOf.Length; i++)
            {
                if (_counts[_listOf[i]] < _counts[_listOf[_lead]])
                {
                    _lead = i;
                }
            }

            return;
        }

        _open = NextDisplacement(int.MinValue, out _low) && Choose(_low, out _high);
    }

    /// <summary>Moves to the next occurrence.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next() => _slop == 0 ? NextExact() : NextSloppy();

    /// <summary>Sums 1 / (1 + width) over all occurrences of the positions given: 0 when the phrase doesn't match.</summary>
    /// <param name="untilFirst">Whether it is enough to know that the sum isn't 0.</param>
    public double Frequency(bool untilFirst)
    {
        var frequency = 0.0;
        Start();
        while (Next())
        {
            frequency += 1.0 / (1 + Width);
            if (untilFirst)
            {
                break;
            }
        }

        return frequency;
    }

    // Goes by the rarest term's positions; every other list only moves forward.
    private bool NextExact()
    {
        var lead = _positions[_listOf[_lead]].AsSpan(0, _counts[_listOf[_lead]]);
        while (_at[_lead] < lead.Length)
        {
            var start = lead[_at[_lead]++] - _lead;
            var matches = true;
            for (var i = 0; i < _listOf.Length && matches; i++)
            {
                if (i == _lead)
                {
                    continue;
                }

                var list = _positions[_listOf[i]].AsSpan(0, _counts[_listOf[i]]);
                var at = _at[i];
                while (at < list.Length && list[at] < start + i)
                {
                    at++;
                }

                _at[i] = at;
                matches = at < list.Length && list[at] == start + i;
            }

            if (matches)
            {
                for (var i = 0; i < _found.Length; i++)
                {
                    _found[i] = start + i;
                }

                Width = 0;
                return true;
            }
        }

        return false;
    }

    private bool NextSloppy()
    {
        while (_open)
        {
            var (low, high) = (_low, _high);
            (_found, _choice) = (_choice, _found);
            _open = NextDisplacement(low, out _low) && Choose(_low, out _high);
            if ((!_open || _high > high) && high - low <= _slop)
            {
                Width = high - low;
                return true;
            }
        }

        return false;
    }

    private bool NextDisplacement(int after, out int displacement)
    {
        displacement = int.MaxValue;
        for (var i = 0; i < _listOf.Length; i++)
        {
            var list = _positions[_listOf[i]].AsSpan(0, _counts[_listOf[i]]);
            while (_at[i] < list.Length && list[_at[i]] - i <= after)
            {
                _at[i]++;
            }

            if (_at[i] < list.Length)
            {
                displacement = Math.Min(displacement, list[_at[i]] - i);
            }
        }

        return displacement != int.MaxValue;
    }

    private bool Choose(int low, out int high)
    {
        high = low;
        for (var i = 0; i < _listOf.Length; i++)
        {
            var list = _positions[_listOf[i]].AsSpan(0, _counts[_listOf[i]]);
            var at = _at[i];
            var previous = _previousOfSameTerm[i];
            while (previous >= 0 && at < list.Length && list[at] <= _choice[previous])
            {
                at++;
            }

            if (at == list.Length)
            {
                return false;
            }

            _choice[i] = list[at];
            high = Math.Max(high, list[at] - i);
        }

        return true;
    }
}
