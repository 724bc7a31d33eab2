using System.Buffers;
using System.Numerics;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Collect.Facets;

/// <summary>Counts the values that a set of a segment's documents has in a keyword field.</summary>
/// <remarks>
/// A document costs an increment for each of its values. Where a field has few values and the set holds many documents, each
/// value's set is intersected with it instead. Else, where the set holds more than half of the documents, the others are
/// counted and taken from the counts of the whole column, which are kept: counting everything costs a copy. Thread-safe.
/// </remarks>
/// <param name="column">The field's column.</param>
internal sealed class FacetCounter(KeywordColumn column)
{
    // Opening so many lists costs as much as counting a document by its values.
    private const int ListsPerDocument = 2;

    // Intersecting so many words of two sets costs as much as counting a document by its values.
    private const int WordsPerDocument = 3;

    private readonly Lazy<OrdinalLists?> _lists = new(() => column.IsMultiValued ? OrdinalLists.TryMake(column) : null);

    // Made twice by two threads it is the same.
    private int[]? _whole;

    /// <summary>Counts wanted: one for each ordinal, and one for the documents without a value.</summary>
    public int CountLength => column.ValueCount + 1;

    private int[] Whole => _whole ??= CountWhole();

    /// <summary>Counts.</summary>
    /// <param name="set">A set of the segment's documents.</param>
    /// <param name="counts"><see cref="CountLength"/> counts, overwritten.</param>
    public void Count(CountedSet set, Span<int> counts)
    {
        var words = set.Words;
        var documents = set.Count;
        if (documents < column.DocumentCount && (long)counts.Length * words.Length < (long)documents * WordsPerDocument && column.Sets is { } sets)
        {
            for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            {
                counts[ordinal] = BitKernels.PopCountAnd(words, sets[ordinal].Words);
            }

            return;
        }

        if (documents <= column.DocumentCount / 2)
        {
            counts.Clear();
            Add(set.Documents, 1, counts);
            return;
        }

        Whole.CopyTo(counts);
        if (documents < column.DocumentCount)
        {
            Add(set.Others, -1, counts);
        }
    }

    private int[] CountWhole()
    {
        var counts = new int[CountLength];
        for (var ordinal = 0; ordinal < column.ValueCount; ordinal++)
        {
            counts[ordinal] = column.Count(ordinal);
        }

        counts[^1] = column.MissingCount;
        return counts;
    }

    // Adds a step for each document.
    private void Add(ReadOnlySpan<int> documents, int step, Span<int> counts)
    {
        if (column.IsMultiValued && documents.Length > 0 && _lists.Value is { } lists && documents.Length >= lists.Count / ListsPerDocument)
        {
            var room = ArrayPool<int>.Shared.Rent(lists.Count);
            var listCounts = room.AsSpan(0, lists.Count);
            listCounts.Clear();
            AddSingle(lists.ListOf, documents, step, listCounts);
            lists.Open(listCounts, counts);
            ArrayPool<int>.Shared.Return(room);
            return;
        }

        switch (column.OrdinalLength, column.IsMultiValued)
        {
            case (1, false):
                AddSingle(column.ByteOrdinals, documents, step, counts);
                break;
            case (2, false):
                AddSingle(column.UInt16Ordinals, documents, step, counts);
                break;
            case (_, false):
                AddSingle(column.Int32Ordinals, documents, step, counts);
                break;
            case (1, _):
                AddMultiple(column.ByteOrdinals, documents, step, counts);
                break;
            case (2, _):
                AddMultiple(column.UInt16Ordinals, documents, step, counts);
                break;
            default:
                AddMultiple(column.Int32Ordinals, documents, step, counts);
                break;
        }
    }

    private static void AddSingle<T>(ReadOnlySpan<T> ordinals, ReadOnlySpan<int> documents, int step, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (var document in documents)
        {
            counts[int.CreateTruncating(ordinals[document])] += step;
        }
    }

    private void AddMultiple<T>(ReadOnlySpan<T> ordinals, ReadOnlySpan<int> documents, int step, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        var starts = column.OrdinalStarts;
        foreach (var document in documents)
        {
            var at = starts[document];
            var end = starts[document + 1];
            if (at == end)
            {
                counts[^1] += step;
            }

            for (; at < end; at++)
            {
                counts[int.CreateTruncating(ordinals[at])] += step;
            }
        }
    }
}
