using System.Runtime.InteropServices;
using System.Text;

namespace SearchService.Engine.Segments.Columns;

/// <summary>Collects the values of a keyword field, document by document, until a column is written of them.</summary>
/// <remarks>Reusable by <see cref="Clear"/>; not thread-safe.</remarks>
internal sealed class KeywordColumnBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal); // of values, in order of appearance
    private readonly List<byte[]> _values = [];
    private readonly List<int> _documents = []; // of each pair
    private readonly List<int> _pairs = [];     // value number of each pair

    /// <summary>Adds a value of a document.</summary>
    /// <param name="document">Not below the one before.</param>
    /// <param name="value">The value; the same twice in a document counts once.</param>
    /// <exception cref="ArgumentException">The document is below the one before.</exception>
    public void Add(int document, string value)
    {
        if (_documents.Count > 0 && document < _documents[^1])
        {
            throw new ArgumentException($"Document {document} after {_documents[^1]}: documents of a column ascend.", nameof(document));
        }

        if (!_numbers.TryGetValue(value, out int number))
        {
            number = _values.Count;
            _numbers.Add(value, number);
            _values.Add(Encoding.UTF8.GetBytes(value));
        }

        _documents.Add(document);
        _pairs.Add(number);
    }

    /// <summary>Forgets everything, keeps the capacity.</summary>
    public void Clear()
    {
        _numbers.Clear();
        _values.Clear();
        _documents.Clear();
        _pairs.Clear();
    }

    /// <summary>Sorts what was collected into the shape of a column.</summary>
    /// <param name="documentCount">How many documents the segment has.</param>
    internal KeywordColumnData Build(int documentCount)
    {
        int[] order = [.. Enumerable.Range(0, _values.Count)];
        Array.Sort(order, (left, right) => _values[left].AsSpan().SequenceCompareTo(_values[right]));

        // Two strings can have the same bytes: a lone surrogate becomes U+FFFD. They are one value then.
        var values = new List<byte[]>(order.Length);
        int[] ordinalOf = new int[order.Length];
        foreach (int number in order)
        {
            if (values.Count == 0 || !values[^1].AsSpan().SequenceEqual(_values[number]))
            {
                values.Add(_values[number]);
            }

            ordinalOf[number] = values.Count - 1;
        }

        int[] starts = new int[documentCount + 1];
        var ordinals = new List<int>(_pairs.Count);
        int pair = 0;
        for (int document = 0; document < documentCount; document++)
        {
            int first = ordinals.Count;
            for (; pair < _pairs.Count && _documents[pair] == document; pair++)
            {
                ordinals.Add(ordinalOf[_pairs[pair]]);
            }

            int kept = SortDistinct(CollectionsMarshal.AsSpan(ordinals)[first..]);
            CollectionsMarshal.SetCount(ordinals, first + kept);
            starts[document + 1] = ordinals.Count;
        }

        return pair == _pairs.Count
            ? new KeywordColumnData(values, starts, [.. ordinals])
            : throw new InvalidOperationException($"A keyword was added to document {_documents[^1]} of a segment of {documentCount}.");
    }

    private static int SortDistinct(Span<int> ordinals)
    {
        if (ordinals.Length < 2)
        {
            return ordinals.Length;
        }

        ordinals.Sort();
        int kept = 1;
        foreach (int ordinal in ordinals[1..])
        {
            if (ordinal != ordinals[kept - 1])
            {
                ordinals[kept++] = ordinal;
            }
        }

        return kept;
    }
}
