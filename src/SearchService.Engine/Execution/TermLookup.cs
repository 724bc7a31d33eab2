using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Queries;
using SearchService.Engine.Segments.Terms;

namespace SearchService.Engine.Execution;

/// <summary>Looks each term of a search up once in every segment, for its weight is that of the whole snapshot.</summary>
/// <param name="snapshot">The snapshot searched.</param>
/// <param name="found">An empty table.</param>
internal sealed class TermLookup(IndexSnapshot snapshot, Dictionary<TermQuery, TermLookup.Occurrences> found)
{
    /// <summary>What the snapshot knows of a term.</summary>
    public Occurrences Find(int field, TermForm form, ReadOnlyMemory<byte> term) => Find(new TermQuery(field, form, term));

    /// <summary>What the snapshot knows of the term of a query.</summary>
    public Occurrences Find(TermQuery query)
    {
        if (!found.TryGetValue(query, out var occurrences))
        {
            var entries = new TermEntry?[snapshot.Segments.Length];
            long documentFrequency = 0;
            for (var i = 0; i < entries.Length; i++)
            {
                if (snapshot.Segments[i].Terms(query.Field, query.Form).TryFind(query.Term.Span, out var entry))
                {
                    entries[i] = entry;
                    documentFrequency += entry.DocumentFrequency;
                }
            }

            found[query] = occurrences = new Occurrences(entries, query.SharedFrequency ?? documentFrequency);
        }

        return occurrences;
    }

    /// <summary>A term in a snapshot.</summary>
    /// <param name="Entries">Its entry in each segment, null where it isn't.</param>
    /// <param name="DocumentFrequency">Documents that have it, or a term that stands for the same word.</param>
    internal readonly record struct Occurrences(TermEntry?[] Entries, long DocumentFrequency);
}
