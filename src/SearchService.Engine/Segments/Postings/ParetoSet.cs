namespace SearchService.Engine.Segments.Postings;

/// <summary>
/// The (frequency, norm) pairs that no other pair beats in both: all a score can depend on, whatever the averages of
/// the index are. Kept as the highest frequency seen for each norm.
/// </summary>
internal sealed class ParetoSet
{
    // The highest frequency of each norm, and the range of norms in use: clearing and listing touch only those.
    private readonly int[] _frequencies = new int[256];
    private int _least = 256;
    private int _most = -1;

    /// <summary>Adds a pair.</summary>
    /// <param name="frequency">At least 1.</param>
    /// <param name="norm">The document's norm.</param>
    public void Add(int frequency, byte norm)
    {
        _frequencies[norm] = Math.Max(_frequencies[norm], frequency);
        _least = Math.Min(_least, norm);
        _most = Math.Max(_most, norm);
    }

    /// <summary>Lists the pairs, by ascending norm and so by ascending frequency.</summary>
    /// <param name="impacts">At least 256 places.</param>
    /// <returns>How many there are.</returns>
    public int List(Span<Impact> impacts)
    {
        int count = 0;
        int highest = 0;
        for (int norm = _least; norm <= _most; norm++)
        {
            if (_frequencies[norm] > highest)
            {
                highest = _frequencies[norm];
                impacts[count++] = new Impact(highest, (byte)norm);
            }
        }

        return count;
    }

    /// <summary>Forgets all pairs.</summary>
    public void Clear()
    {
        if (_most >= 0)
        {
            _frequencies.AsSpan(_least, _most - _least + 1).Clear();
        }

        _least = 256;
        _most = -1;
    }
}
