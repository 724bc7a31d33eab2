using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Merging;

/// <summary>A segment to be merged, and where its documents go.</summary>
internal sealed record MergeSource(SegmentReader Reader, DocumentMap Documents)
{
    /// <summary>Numbers the documents of segments one after another.</summary>
    public static MergeSource[] Number(IReadOnlyList<SegmentReader> readers)
    {
        var sources = new MergeSource[readers.Count];
        int first = 0;
        for (int i = 0; i < sources.Length; i++)
        {
            var documents = new DocumentMap(readers[i].DocumentCount, readers[i].Deleted, first);
            sources[i] = new MergeSource(readers[i], documents);
            first = checked(first + documents.Count);
        }

        return sources;
    }
}
