using System.Runtime.InteropServices;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Collect.Facets;

/// <summary>The different lists of values that the documents of a multi-valued column have, and which of them each document has.</summary>
/// <remarks>
/// Documents of one day have the same year, month and day: such a document is counted by one increment of its list, and the
/// lists are opened once at the end. Counting the dates of 10,500 of 30,000 articles so takes 25 µs in place of 38. Thread-safe.
/// </remarks>
internal sealed class OrdinalLists
{
    // With more lists than this share of the documents there is too little to save.
    private const int DocumentsPerList = 4;

    private readonly int[] _listOf;
    private readonly int[] _starts;
    private readonly int[] _ordinals;

    private OrdinalLists(int[] listOf, int[] starts, int[] ordinals)
    {
        _listOf = listOf;
        _starts = starts;
        _ordinals = ordinals;
    }

    /// <summary>How many different lists there are; the empty one is among them if a document has no value.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The number of each document's list.</summary>
    public ReadOnlySpan<int> ListOf => _listOf;

    /// <summary>Gathers the lists, unless nearly every document has one of its own.</summary>
    /// <param name="column">A multi-valued column.</param>
    public static OrdinalLists? TryMake(KeywordColumn column)
    {
        var numbers = new Dictionary<int[], int>(new ListComparer());
        var bySpan = numbers.GetAlternateLookup<ReadOnlySpan<int>>();
        var listOf = new int[column.DocumentCount];
        List<int> starts = [0], ordinals = [], list = [];
        for (var document = 0; document < listOf.Length; document++)
        {
            column.OrdinalsOf(document, list);
            var values = CollectionsMarshal.AsSpan(list);
            if (!bySpan.TryGetValue(values, out listOf[document]))
            {
                if (numbers.Count >= listOf.Length / DocumentsPerList)
                {
                    return null;
                }

                bySpan[values] = listOf[document] = numbers.Count;
                ordinals.AddRange(values);
                starts.Add(ordinals.Count);
            }
        }

        return new OrdinalLists(listOf, [.. starts], [.. ordinals]);
    }

    /// <summary>Adds the counts of the lists to the counts of their values.</summary>
    /// <param name="listCounts">A count for each list; may be negative.</param>
    /// <param name="counts">A count for each ordinal, and a last one for documents without a value.</param>
    public void Open(ReadOnlySpan<int> listCounts, Span<int> counts)
    {
        for (var i = 0; i < listCounts.Length; i++)
        {
            var count = listCounts[i];
            if (count == 0)
            {
                continue;
            }

            if (_starts[i] == _starts[i + 1])
            {
                counts[^1] += count;
            }

            foreach (var ordinal in _ordinals.AsSpan(_starts[i].._starts[i + 1]))
            {
                counts[ordinal] += count;
            }
        }
    }

    private sealed class ListComparer : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
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
