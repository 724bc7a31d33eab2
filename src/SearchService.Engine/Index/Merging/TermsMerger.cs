using SearchService.Analysis;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Index.Merging;

/// <summary>Merges the dictionaries of one field and form, with postings and positions.</summary>
internal static class TermsMerger
{
    /// <summary>Writes the dictionary; terms that only deleted documents have are left out.</summary>
    public static void Merge(MergeSource[] sources, SegmentWriter writer, int field, TermForm form, CancellationToken cancellation)
    {
        TermEnumerator[] terms = [.. sources.Select(source => source.Reader.Terms(field, form).From([]))];
        var cursors = new PositionsCursor?[sources.Length];

        // A source's term changes only while the source is out of the queue, so the order of those within holds. Equal
        // terms come by number of source, which is the order of their documents.
        var order = Comparer<int>.Create((left, right) =>
            terms[left].Term.SequenceCompareTo(terms[right].Term) is var compared and not 0 ? compared : left.CompareTo(right));
        var queue = new PriorityQueue<int, int>(sources.Length, order);
        for (int source = 0; source < sources.Length; source++)
        {
            Advance(source);
        }

        using TermFieldWriter target = writer.BeginTerms(field, form);
        byte[] term = new byte[TermsFormat.MaxTermLength];
        while (queue.TryPeek(out int first, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            int length = terms[first].Term.Length;
            terms[first].Term.CopyTo(term);
            bool begun = false;
            while (queue.TryPeek(out int source, out _) && terms[source].Term.SequenceEqual(term.AsSpan(0, length)))
            {
                queue.Dequeue();
                TermEntry entry = terms[source].Entry;
                PositionsCursor cursor = cursors[source] ??= sources[source].Reader.Positions(field, entry);
                cursor.Reset(entry);
                begun = Append(cursor, sources[source].Documents, target, term.AsSpan(0, length), begun);
                Advance(source);
            }
        }

        void Advance(int source)
        {
            if (terms[source].MoveNext())
            {
                queue.Enqueue(source, source);
            }
        }
    }

    private static bool Append(PositionsCursor cursor, DocumentMap documents, TermFieldWriter target, ReadOnlySpan<byte> term, bool begun)
    {
        for (int document = cursor.NextDocument(); document != PositionsCursor.NoMoreDocuments; document = cursor.NextDocument())
        {
            if (documents.TryGet(document, out int id))
            {
                if (!begun)
                {
                    target.BeginTerm(term);
                    begun = true;
                }

                target.Add(id, cursor.Positions);
            }
        }

        return begun;
    }
}
