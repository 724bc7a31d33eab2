using System.Collections.Immutable;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>The values of a label of every document, in arrays: immutable, read by many threads at once.</summary>
/// <remarks>
/// A value's ordinal is its place in the order of UTF-8 bytes. Read once a generation: doc values read through a mapped file take a reference count
/// for each look, which threads contend for.
/// </remarks>
internal sealed class LabelColumn
{
    private readonly int[] _starts; // of each document, in _ordinals; one more than there are
    private readonly int[] _ordinals;
    private readonly ArticleBlocks? _blocks;

    /// <summary>Reads a column.</summary>
    /// <param name="reader">The whole index.</param>
    /// <param name="field">A field of sorted sets.</param>
    /// <param name="blocks">Of a label that quotations share with their article; null for one that each document has for itself.</param>
    internal LabelColumn(IndexReader reader, string field, ArticleBlocks? blocks)
    {
        _blocks = blocks;
        _starts = new int[reader.MaxDoc + 1];
        List<int> ordinals = [];
        SortedSetDocValues? values = MultiDocValues.GetSortedSetValues(reader, field);
        for (int document = 0; document < reader.MaxDoc; document++)
        {
            _starts[document] = ordinals.Count;
            values?.SetDocument(document);
            for (long ordinal; values is not null && (ordinal = values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
            {
                ordinals.Add((int)ordinal);
            }
        }

        _starts[^1] = ordinals.Count;
        _ordinals = [.. ordinals];
        Values = values is null ? [] : Read(values);
    }

    /// <summary>Gets the values, by ordinal.</summary>
    internal ImmutableArray<string> Values { get; }

    /// <summary>The ordinals of a document's values, ascending.</summary>
    internal ReadOnlySpan<int> Of(int document)
    {
        int owner = _blocks is null ? document : _blocks.ArticleOf(document);
        return _ordinals.AsSpan(_starts[owner], _starts[owner + 1] - _starts[owner]);
    }

    /// <summary>The first value of a document, or null.</summary>
    internal string? First(int document) => Of(document) is [int ordinal, ..] ? Values[ordinal] : null;

    /// <summary>The ordinal of a value; −1 when no document has it.</summary>
    internal int OrdinalOf(string value)
    {
        (int low, int high) = (0, Values.Length - 1);
        byte[] wanted = Encoding.UTF8.GetBytes(value);
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = Encoding.UTF8.GetBytes(Values[middle]).AsSpan().SequenceCompareTo(wanted);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    /// <summary>The documents that have any of some values: a set of its own.</summary>
    /// <param name="wanted">Says of each ordinal whether it is one of them.</param>
    internal FixedBitSet DocumentsWith(bool[] wanted)
    {
        if (_blocks is not null)
        {
            return _blocks.Where(IsWanted);
        }

        FixedBitSet found = new(_starts.Length - 1);
        for (int document = 0; document < found.Length; document++)
        {
            if (IsWanted(document))
            {
                found.Set(document);
            }
        }

        return found;

        bool IsWanted(int document)
        {
            foreach (int ordinal in _ordinals.AsSpan(_starts[document], _starts[document + 1] - _starts[document]))
            {
                if (wanted[ordinal])
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The documents that have any of the values that fit.</summary>
    internal FixedBitSet DocumentsWith(Func<string, bool> fits) => DocumentsWith([.. Values.Select(fits)]);

    /// <summary>The documents that have any value.</summary>
    internal FixedBitSet DocumentsWithAny()
    {
        bool[] all = new bool[Values.Length];
        all.AsSpan().Fill(true);
        return DocumentsWith(all);
    }

    private static ImmutableArray<string> Read(SortedSetDocValues values)
    {
        ImmutableArray<string>.Builder all = ImmutableArray.CreateBuilder<string>((int)values.ValueCount);
        BytesRef value = new();
        for (long ordinal = 0; ordinal < values.ValueCount; ordinal++)
        {
            values.LookupOrd(ordinal, value);
            all.Add(Encoding.UTF8.GetString(value.Bytes, value.Offset, value.Length));
        }

        return all.MoveToImmutable();
    }
}
