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

    // A look costs nothing beside a term; a term of a pattern with thousands of states at once costs a millisecond.
    private const int TermsBetweenLooks = 64;

    /// <summary>
    /// Terms read one after the other before the dictionary is sent to where the next can be: a search reads half a block of terms
    /// besides finding it, so what is near is reached sooner on foot.
    /// </summary>
    private const int TermsBeforeSeek = 16;

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
        var untilLook = TermsBetweenLooks;
        var judge = query.Judge();
        foreach (var form in query.Forms)
        {
            var terms = segment.Terms(query.Field, form).From(judge.First);
            var isTerm = terms.MoveNext();
            while (isTerm && judge.Fit(terms.Term) is var fit && fit != TermFit.Past)
            {
                if (fit == TermFit.Yes)
                {
                    Add(segment, terms.Entry, ref cursor, batch, set);
                }

                isTerm = fit == TermFit.Skip ? MoveTo(terms, judge.Next) : terms.MoveNext();
                if (--untilLook == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    untilLook = TermsBetweenLooks;
                }
            }
        }

        return BitKernels.PopCount(set);
    }

    private static bool MoveTo(TermEnumerator terms, ReadOnlySpan<byte> least)
    {
        for (var i = 0; i < TermsBeforeSeek; i++)
        {
            if (!terms.MoveNext())
            {
                return false;
            }

            if (terms.Term.SequenceCompareTo(least) >= 0)
            {
                return true;
            }
        }

        terms.Seek(least);
        return terms.MoveNext();
    }

    private static void Add(SegmentReader segment, in TermEntry entry, ref PostingsCursor? cursor, Span<int> batch, Span<ulong> set)
    {
        if (cursor is null)
        {
            cursor = segment.Postings(entry);
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
