using System.Text;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Index;

/// <summary>
/// The values of a keyword field over all segments of a snapshot, sorted by bytes: counts of facets are made per
/// segment by its own ordinals and added up by these.
/// </summary>
/// <remarks>Immutable and thread-safe; made once per snapshot and field, by merging the segments' sorted values.</remarks>
public sealed class GlobalOrdinals
{
    private readonly byte[][] _values;
    private readonly int[][] _maps;
    private readonly long[] _counts;

    // Those that were asked for: made twice by two threads one is the same.
    private readonly string?[] _texts;

    internal GlobalOrdinals(IReadOnlyList<SegmentReader> segments, int field)
    {
        KeywordColumn[] columns = [.. segments.Select(segment => segment.Keywords(field))];
        _maps = [.. columns.Select(column => new int[column.ValueCount])];
        var next = new PriorityQueue<int, byte[]>(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        int[] at = new int[columns.Length];
        for (int segment = 0; segment < columns.Length; segment++)
        {
            if (columns[segment].ValueCount > 0)
            {
                next.Enqueue(segment, columns[segment].Value(0).ToArray());
            }
        }

        var values = new List<byte[]>();
        var counts = new List<long>();
        while (next.TryDequeue(out int segment, out byte[]? value))
        {
            if (values.Count == 0 || !values[^1].AsSpan().SequenceEqual(value))
            {
                values.Add(value);
                counts.Add(0);
            }

            int ordinal = at[segment]++;
            _maps[segment][ordinal] = values.Count - 1;
            counts[^1] += columns[segment].Count(ordinal);
            if (at[segment] < columns[segment].ValueCount)
            {
                next.Enqueue(segment, columns[segment].Value(at[segment]).ToArray());
            }
        }

        _values = [.. values];
        _counts = [.. counts];
        _texts = new string?[_values.Length];
        MissingCount = columns.Sum(column => (long)column.MissingCount);
    }

    /// <summary>How many distinct values there are.</summary>
    public int ValueCount => _values.Length;

    /// <summary>How many documents have each value, deleted ones included.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>How many documents have no value, deleted ones included.</summary>
    public long MissingCount { get; }

    /// <summary>The ordinal in the snapshot of each ordinal in a segment.</summary>
    /// <param name="segment">The segment's place in the snapshot.</param>
    public ReadOnlySpan<int> Map(int segment) => _maps[segment];

    /// <summary>The bytes of a value.</summary>
    /// <param name="ordinal">From 0 to <see cref="ValueCount"/> − 1.</param>
    public ReadOnlySpan<byte> Value(int ordinal) => _values[ordinal];

    /// <summary>A value as text; made once.</summary>
    /// <param name="ordinal">From 0 to <see cref="ValueCount"/> − 1.</param>
    public string Text(int ordinal) => _texts[ordinal] ??= Encoding.UTF8.GetString(_values[ordinal]);

    /// <summary>Looks a value up.</summary>
    /// <param name="value">Its bytes.</param>
    /// <param name="ordinal">Its ordinal, or that of the next value above.</param>
    /// <returns>Whether it is there.</returns>
    public bool TryFindOrdinal(ReadOnlySpan<byte> value, out int ordinal)
    {
        int low = 0;
        int high = _values.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            int order = _values[middle].AsSpan().SequenceCompareTo(value);
            if (order == 0)
            {
                ordinal = middle;
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        ordinal = low;
        return false;
    }
}
