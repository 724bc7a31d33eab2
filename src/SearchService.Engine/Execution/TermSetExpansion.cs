using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Postings;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Execution;

/// <summary>Gathers the documents of all terms of a set: term after term into one bit set, whatever their number.</summary>
internal static class TermSetExpansion
{
    private const int BatchLength = 1024;

    /// <summary>Writes the set of documents.</summary>
    /// <param name="query">The set.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="words">Overwritten as far as the segment has documents.</param>
    /// <param name="scratch">Lends room.</param>
    /// <param name="cancellation">Looked at now and then: a prefix of one letter may stand for very many terms.</param>
    /// <returns>How many documents there are.</returns>
    public static int Fill(TermSetQuery query, SegmentReader segment, ulong[] words, Scratch scratch, CancellationToken cancellation)
    {
        var set = words.AsSpan(0, BitSet.WordsFor(segment.DocumentCount));
        set.Clear();
        var batch = scratch.Ints(BatchLength).AsSpan(0, BatchLength);
        PostingsCursor? cursor = null;
        var walk = new TermSetWalk(query, segment, cancellation);
        while (walk.MoveNext())
        {
            Add(segment, walk.Entry, ref cursor, batch, set, scratch);
        }

        return BitKernels.PopCount(set);
    }

    private static void Add(SegmentReader segment, in TermEntry entry, ref PostingsCursor? cursor, Span<int> batch, Span<ulong> set, Scratch scratch)
    {
        if (cursor is null)
        {
            cursor = segment.Postings(entry, scratch.PostingsReader());
        }
        else
        {
            cursor.Reset(entry);
        }

        int count;
        while ((count = cursor.Next(int.MaxValue, batch, default)) > 0)
        {
            foreach (var document in batch[..count])
            {
                WindowSet.Add(set, document);
            }
        }
    }
}
