using Lucene.Net.Index;
using Lucene.Net.Util;

namespace SearchService.Benchmarks.Peers.LuceneNet;

/// <summary>The values of a field by document, read once: a column of Lucene's is read through its file for each document, by way of a shared count of its users.</summary>
internal sealed class LabelOrdinals
{
    internal LabelOrdinals(AtomicReader segment, string field)
    {
        SortedDocValues values = segment.GetSortedDocValues(field);
        Values = new string[values.ValueCount];
        BytesRef value = new();
        for (int ordinal = 0; ordinal < Values.Length; ordinal++)
        {
            values.LookupOrd(ordinal, value);
            Values[ordinal] = value.Utf8ToString();
        }

        Ordinals = new int[segment.MaxDoc];
        for (int document = 0; document < Ordinals.Length; document++)
        {
            Ordinals[document] = values.GetOrd(document);
        }
    }

    /// <summary>By ordinal, ascending.</summary>
    internal string[] Values { get; }

    /// <summary>By document; -1 for none.</summary>
    internal int[] Ordinals { get; }
}
