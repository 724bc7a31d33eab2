namespace SearchService.Engine.Execution;

/// <summary>Counts for each document of a window how many of some sets it is in: for "at least m of n clauses".</summary>
/// <remarks>
/// Bit-sliced: plane <c>p</c> holds bit <c>p</c> of all 4,096 counts, so a set is added by a ripple of ANDs and XORs, about two
/// planes on average, and the comparison with m goes through the planes once, whatever m is.
/// </remarks>
/// <param name="planes">Room for ⌈log2(clauses + 1)⌉ planes of <see cref="Window.Words"/> words.</param>
internal readonly ref struct ClauseCounter(Span<ulong> planes)
{
    private readonly Span<ulong> _planes = planes;

    /// <summary>Words needed to count up to a number of clauses.</summary>
    public static int WordsFor(int clauses) => (32 - int.LeadingZeroCount(clauses)) * Window.Words;

    /// <summary>Sets every count to zero.</summary>
    public void Clear() => _planes.Clear();

    /// <summary>Counts one for each document of the set.</summary>
    public void Add(ReadOnlySpan<ulong> set)
    {
        for (var i = 0; i < Window.Words; i++)
        {
            var carry = set[i];
            for (var at = i; carry != 0; at += Window.Words)
            {
                var plane = _planes[at];
                _planes[at] = plane ^ carry;
                carry &= plane;
            }
        }
    }

    /// <summary>Writes the set of documents whose count is at least a minimum.</summary>
    /// <param name="minimum">At least 1.</param>
    /// <param name="set">Overwritten.</param>
    public void AtLeast(int minimum, Span<ulong> set)
    {
        var planeCount = _planes.Length / Window.Words;
        if (minimum >> planeCount != 0)
        {
            set.Clear();
            return;
        }

        for (var i = 0; i < Window.Words; i++)
        {
            ulong greater = 0, equal = ulong.MaxValue;
            for (var p = planeCount - 1; p >= 0; p--)
            {
                var plane = _planes[(p * Window.Words) + i];
                if (((minimum >> p) & 1) != 0)
                {
                    equal &= plane;
                }
                else
                {
                    greater |= equal & plane;
                    equal &= ~plane;
                }
            }

            set[i] = greater | equal;
        }
    }
}
