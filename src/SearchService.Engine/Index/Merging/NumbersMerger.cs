using SearchService.Engine.Segments.Columns;

namespace SearchService.Engine.Index.Merging;

/// <summary>Merges the columns of a number field.</summary>
internal static class NumbersMerger
{
    /// <summary>The numbers of all documents kept.</summary>
    public static NumberColumnBuilder Merge(MergeSource[] sources, int field)
    {
        var merged = new NumberColumnBuilder();
        foreach (MergeSource source in sources)
        {
            NumberColumn column = source.Reader.Numbers(field);
            for (int document = 0; document < column.DocumentCount; document++)
            {
                if (source.Documents.TryGet(document, out int id) && column.TryGet(document, out long value))
                {
                    merged.Add(id, value);
                }
            }
        }

        return merged;
    }
}
