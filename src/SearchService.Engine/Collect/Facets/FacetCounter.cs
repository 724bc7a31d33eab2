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
            if (column.IsMultiValued)
            {
                Add(words, documents, 0, 1, counts);
            }
            else
            {
                AddSingle(set.Documents, counts);
            }

            return;
        }

        Whole.CopyTo(counts);
        if (documents < column.DocumentCount)
        {
            Add(words, column.DocumentCount - documents, ulong.MaxValue, -1, counts);
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

    // Adds a step for each document of the set, or, with all bits turned over, for each that isn't in it.
    private void Add(ReadOnlySpan<ulong> words, int documents, ulong turn, int step, Span<int> counts)
    {
        if (column.IsMultiValued && documents > 0 && _lists.Value is { } lists && documents >= lists.Count / ListsPerDocument)
        {
            var room = ArrayPool<int>.Shared.Rent(lists.Count);
            var listCounts = room.AsSpan(0, lists.Count);
            listCounts.Clear();
            AddSingle(lists.ListOf, words, turn, step, listCounts);
            lists.Open(listCounts, counts);
            ArrayPool<int>.Shared.Return(room);
            return;
        }

        switch (column.OrdinalLength, column.IsMultiValued)
        {
            case (1, false):
                AddSingle(column.ByteOrdinals, words, turn, step, counts);
                break;
            case (2, false):
                AddSingle(column.UInt16Ordinals, words, turn, step, counts);
                break;
            case (_, false):
                AddSingle(column.Int32Ordinals, words, turn, step, counts);
                break;
            case (1, _):
                AddMultiple(column.ByteOrdinals, words, turn, step, counts);
                break;
            case (2, _):
                AddMultiple(column.UInt16Ordinals, words, turn, step, counts);
                break;
            default:
                AddMultiple(column.Int32Ordinals, words, turn, step, counts);
                break;
        }
    }

    private void AddSingle(ReadOnlySpan<int> documents, Span<int> counts)
    {
        switch (column.OrdinalLength)
        {
            case 1:
                AddSingle(column.ByteOrdinals, documents, counts);
                break;
            case 2:
                AddSingle(column.UInt16Ordinals, documents, counts);
                break;
            default:
                AddSingle(column.Int32Ordinals, documents, counts);
                break;
        }
    }

    private static void AddSingle<T>(ReadOnlySpan<T> ordinals, ReadOnlySpan<int> documents, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        foreach (var document in documents)
        {
            counts[int.CreateTruncating(ordinals[document])]++;
        }
    }

    private void AddSingle<T>(ReadOnlySpan<T> ordinals, ReadOnlySpan<ulong> words, ulong turn, int step, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = Turned(words, i, turn); word != 0; word &= word - 1)
            {
                counts[int.CreateTruncating(ordinals[(i << 6) + BitOperations.TrailingZeroCount(word)])] += step;
            }
        }
    }

    private void AddMultiple<T>(ReadOnlySpan<T> ordinals, ReadOnlySpan<ulong> words, ulong turn, int step, Span<int> counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        var starts = column.OrdinalStarts;
        for (var i = 0; i < words.Length; i++)
        {
            for (var word = Turned(words, i, turn); word != 0; word &= word - 1)
            {
                var document = (i << 6) + BitOperations.TrailingZeroCount(word);
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

    private ulong Turned(ReadOnlySpan<ulong> words, int i, ulong turn)
    {
        var word = words[i] ^ turn;
        var left = column.DocumentCount - (i << 6);
        return left >= 64 ? word : word & ((1UL << left) - 1);
    }
}
