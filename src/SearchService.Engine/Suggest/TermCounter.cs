using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Suggest;

/// <summary>Counts the documents of a set that have a term in any of several dictionaries.</summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="documents">The set.</param>
/// <param name="scratch">Lends room.</param>
internal sealed class TermCounter(IndexSnapshot snapshot, DocumentSets documents, Scratch scratch)
{
    private const int BatchLength = 1024;

    private readonly int[] _batch = scratch.Ints(BatchLength);
    private readonly PostingsCursor?[] _cursors = new PostingsCursor?[snapshot.Segments.Length];
    private readonly ulong[]?[] _seen = new ulong[]?[snapshot.Segments.Length];

    /// <summary>Counts, unless it can't be more than a number.</summary>
    /// <param name="terms">Stands at the term.</param>
    /// <param name="least">The count that has to be exceeded.</param>
    /// <returns>The documents, exactly; 0 when they aren't more than <paramref name="least"/>.</returns>
    public long CountAbove(MergedTerms terms, long least)
    {
        if (terms.SumOfFrequencies <= least)
        {
            return 0;
        }

        long count = 0;
        var dictionaries = terms.Dictionaries;
        while (!dictionaries.IsEmpty)
        {
            var segment = terms.SegmentOf(dictionaries[0]);
            var same = 1;
            while (same < dictionaries.Length && terms.SegmentOf(dictionaries[same]) == segment)
            {
                same++;
            }

            count += Count(terms, dictionaries[..same], segment);
            dictionaries = dictionaries[same..];
        }

        return count > least ? count : 0;
    }

    private long Count(MergedTerms terms, ReadOnlySpan<int> dictionaries, int segment)
    {
        if (dictionaries.Length == 1)
        {
            var only = terms.Entry(dictionaries[0]);
            return documents.IsAll(segment) ? only.DocumentFrequency : Walk(only, segment);
        }

        // The documents of all lists, each once, by what each list adds to those before.
        var seen = Seen(segment);
        long count = 0;
        foreach (var dictionary in dictionaries)
        {
            count += Mark(terms.Entry(dictionary), segment, seen);
        }

        seen.Clear();
        return count;
    }

    /// <summary>Counts a term's documents that are in the set.</summary>
    private long Walk(in TermEntry entry, int segment)
    {
        var cursor = Cursor(entry, segment);
        var set = documents[segment];
        ulong count = 0;
        int read;
        while ((read = cursor.Next(int.MaxValue, _batch.AsSpan(0, BatchLength), default)) > 0)
        {
            foreach (var document in _batch.AsSpan(0, read))
            {
                count += (set[document >> 6] >> document) & 1; // which way it goes can't be foreseen: no branch
            }
        }

        return (long)count;
    }

    /// <summary>Counts a term's documents that are in the set and not marked, and marks them.</summary>
    private long Mark(in TermEntry entry, int segment, Span<ulong> seen)
    {
        var cursor = Cursor(entry, segment);
        var isAll = documents.IsAll(segment);
        var set = documents[segment];
        ulong count = 0;
        int read;
        while ((read = cursor.Next(int.MaxValue, _batch.AsSpan(0, BatchLength), default)) > 0)
        {
            foreach (var document in _batch.AsSpan(0, read))
            {
                var found = isAll ? 1 : (set[document >> 6] >> document) & 1;
                ref var word = ref seen[document >> 6];
                count += found & ~(word >> document);
                word |= found << document;
            }
        }

        return (long)count;
    }

    private PostingsCursor Cursor(in TermEntry entry, int segment)
    {
        if (_cursors[segment] is { } cursor)
        {
            cursor.Reset(entry);
            return cursor;
        }

        return _cursors[segment] = snapshot.Segments[segment].Postings(entry, scratch.PostingsReader());
    }

    private Span<ulong> Seen(int segment)
    {
        var length = BitSet.WordsFor(snapshot.Segments[segment].DocumentCount);
        if (_seen[segment] is null)
        {
            _seen[segment] = scratch.Words(length);
            _seen[segment].AsSpan(0, length).Clear();
        }

        return _seen[segment].AsSpan(0, length);
    }
}
