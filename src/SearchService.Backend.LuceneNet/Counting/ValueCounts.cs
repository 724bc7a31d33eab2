namespace SearchService.Backend.LuceneNet.Counting;

/// <summary>Counts, by the ordinal of a value.</summary>
internal sealed class ValueCounts
{
    private readonly long[] _counts;
    private readonly int[] _lastGroup;
    private int _lastMissing = -1;

    /// <summary>Begins at zero.</summary>
    /// <param name="values">How many values there are.</param>
    internal ValueCounts(int values)
    {
        _counts = new long[values];
        _lastGroup = new int[values];
        _lastGroup.AsSpan().Fill(-1);
    }

    /// <summary>Gets how many have no value.</summary>
    internal long Missing { get; private set; }

    /// <summary>Gets how many have the value of an ordinal.</summary>
    internal long this[int ordinal] => _counts[ordinal];

    /// <summary>Counts a group once for a value, if it comes all at once.</summary>
    internal void Add(int ordinal, int group)
    {
        if (_lastGroup[ordinal] != group)
        {
            _lastGroup[ordinal] = group;
            _counts[ordinal]++;
        }
    }

    /// <summary>Counts a group once for having no value.</summary>
    internal void AddMissing(int group)
    {
        if (_lastMissing != group)
        {
            _lastMissing = group;
            Missing++;
        }
    }

    /// <summary>The ordinals that any have.</summary>
    internal IEnumerable<int> Present()
    {
        for (int ordinal = 0; ordinal < _counts.Length; ordinal++)
        {
            if (_counts[ordinal] > 0)
            {
                yield return ordinal;
            }
        }
    }

    /// <summary>The most frequent ordinals; of those alike the lower ones.</summary>
    /// <param name="among">Ascending.</param>
    /// <param name="size">The most wanted.</param>
    internal IEnumerable<int> MostFrequent(IEnumerable<int> among, int size) => among.OrderByDescending(ordinal => _counts[ordinal]).Take(size);
}
