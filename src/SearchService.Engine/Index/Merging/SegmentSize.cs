using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Merging;

/// <summary>What a merge policy knows of a segment.</summary>
/// <param name="LengthInBytes">The length of its files.</param>
/// <param name="Documents">How many documents it has, deleted ones included.</param>
/// <param name="Deleted">How many of them are deleted.</param>
internal readonly record struct SegmentSize(long LengthInBytes, long Documents, long Deleted)
{
    /// <summary>How many documents are left.</summary>
    public long LiveDocuments => Documents - Deleted;

    /// <summary>About how long it will be without its deleted documents, in bytes.</summary>
    public long LiveBytes => Deleted == 0 ? LengthInBytes : (long)(LengthInBytes * ((double)LiveDocuments / Documents));

    /// <summary>The size of a segment that was written.</summary>
    public static SegmentSize Of(SegmentInfo info) => new(info.LengthInBytes, info.DocumentCount, info.DeletedCount);

    /// <summary>
    /// About the size that some segments have as one. A guess made of what goes in, so that a choice can build on a merge
    /// that isn't done yet, and doesn't depend on when it is.
    /// </summary>
    public static SegmentSize Merged(IEnumerable<SegmentSize> sizes)
    {
        long bytes = 0;
        long documents = 0;
        foreach (SegmentSize size in sizes)
        {
            bytes += size.LiveBytes;
            documents += size.LiveDocuments;
        }

        return new SegmentSize(bytes, documents, 0);
    }
}
