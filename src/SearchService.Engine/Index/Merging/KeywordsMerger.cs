using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Index.Merging;

/// <summary>Merges the columns of a keyword field.</summary>
internal static class KeywordsMerger
{
    /// <summary>The merged column; values that only deleted documents have are left out.</summary>
    public static KeywordColumnData Merge(MergeSource[] sources, int field, int documentCount)
    {
        KeywordColumn[] columns = [.. sources.Select(source => source.Reader.Keywords(field))];
        (IReadOnlyList<byte[]> values, int[][] ordinalMaps) = MergeValues(sources, columns);
        int[] starts = new int[documentCount + 1];
        var ordinals = new List<int>(columns.Sum(column => column.PairCount));
        var own = new List<int>();
        for (int source = 0; source < sources.Length; source++)
        {
            for (int document = 0; document < columns[source].DocumentCount; document++)
            {
                if (sources[source].Documents.TryGet(document, out int id))
                {
                    // Values keep their order, so a document's ordinals still ascend.
                    columns[source].OrdinalsOf(document, own);
                    foreach (int ordinal in own)
                    {
                        ordinals.Add(ordinalMaps[source][ordinal]);
                    }

                    starts[id + 1] = ordinals.Count;
                }
            }
        }

        return new KeywordColumnData(values, starts, [.. ordinals]);
    }

    /// <summary>Merges the sorted values of all columns, and gives the new ordinal of each old one.</summary>
    private static (IReadOnlyList<byte[]> Values, int[][] OrdinalMaps) MergeValues(MergeSource[] sources, KeywordColumn[] columns)
    {
        int[] at = new int[columns.Length]; // the next ordinal of each column
        int[][] maps = [.. columns.Select(column => new int[column.ValueCount])];
        var order = Comparer<int>.Create((left, right) => columns[left].Value(at[left]).SequenceCompareTo(columns[right].Value(at[right])));
        var queue = new PriorityQueue<int, int>(columns.Length, order);
        for (int source = 0; source < columns.Length; source++)
        {
            Enqueue(source);
        }

        var values = new List<byte[]>();
        while (queue.TryDequeue(out int source, out _))
        {
            ReadOnlySpan<byte> value = columns[source].Value(at[source]);
            if (values.Count == 0 || !value.SequenceEqual(values[^1]))
            {
                values.Add(value.ToArray());
            }

            maps[source][at[source]] = values.Count - 1;
            at[source]++;
            Enqueue(source);
        }

        return (values, maps);

        void Enqueue(int source)
        {
            while (at[source] < columns[source].ValueCount && !IsUsed(sources[source].Documents, columns[source], at[source]))
            {
                at[source]++;
            }

            if (at[source] < columns[source].ValueCount)
            {
                queue.Enqueue(source, source);
            }
        }
    }

    private static bool IsUsed(DocumentMap documents, KeywordColumn column, int ordinal)
    {
        if (documents.KeepsAll)
        {
            return true;
        }

        foreach (int document in column.DocumentsOf(ordinal))
        {
            if (documents.TryGet(document, out _))
            {
                return true;
            }
        }

        return false;
    }
}
