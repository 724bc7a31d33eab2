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
        long most = 0;
        foreach (var dictionary in terms.Dictionaries)
        {
            most += terms.Entry(dictionary).DocumentFrequency;
        }

        if (most <= least)
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
            return documents.IsAll(segment) ? only.DocumentFrequency : Walk(only, segment, default, mark: false);
        }

        // All lists but the longest are marked; what the longest has of them is counted once.
        var longest = 0;
        for (var i = 1; i < dictionaries.Length; i++)
        {
            longest = terms.Entry(dictionaries[i]).DocumentFrequency > terms.Entry(dictionaries[longest]).DocumentFrequency ? i : longest;
        }

        var seen = Seen(segment);
        long count = 0;
        for (var i = 0; i < dictionaries.Length; i++)
        {
            count += i == longest ? 0 : Walk(terms.Entry(dictionaries[i]), segment, seen, mark: true);
        }

        count += Walk(terms.Entry(dictionaries[longest]), segment, seen, mark: false);
        seen.Clear();
        return count;
    }

    /// <summary>Counts a term's documents that are in the set and not marked, and marks them if asked to.</summary>
    private long Walk(in TermEntry entry, int segment, Span<ulong> seen, bool mark)
    {
        var cursor = Cursor(entry, segment);
        var isAll = documents.IsAll(segment);
        var set = isAll ? default : documents[segment];
        long count = 0;
        int read;
        while ((read = cursor.Next(int.MaxValue, _batch.AsSpan(0, BatchLength), default)) > 0)
        {
            foreach (var document in _batch.AsSpan(0, read))
            {
                if ((isAll || WindowSet.Contains(set, document)) && (seen.IsEmpty || !WindowSet.Contains(seen, document)))
                {
                    count++;
                    if (mark)
                    {
                        WindowSet.Add(seen, document);
                    }
                }
            }
        }

        return count;
    }

    private PostingsCursor Cursor(in TermEntry entry, int segment)
    {
        if (_cursors[segment] is { } cursor)
        {
            cursor.Reset(entry);
            return cursor;
        }

        return _cursors[segment] = snapshot.Segments[segment].Postings(entry, scratch.LendInts);
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
