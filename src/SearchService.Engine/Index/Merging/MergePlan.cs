using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Merging;

/// <summary>Which of the segments written for one commit are merged with which.</summary>
internal static class MergePlan
{
    // A term's list addresses its blocks with 32 bits, and a segment its documents with 31; within these no list of the
    // merged segment can pass them. Segments of such a size are also as large as is good for merging later.
    private const long MaxLengthInBytes = 4L << 30;
    private const long MaxDocuments = 1L << 30;

    /// <summary>Parts segments into runs that are merged into one each: all of them, unless that would be too large.</summary>
    /// <param name="segments">In the order of their documents.</param>
    /// <returns>Runs in the same order; one of a single segment stays as it is.</returns>
    public static IReadOnlyList<IReadOnlyList<SegmentInfo>> Groups(IReadOnlyList<SegmentInfo> segments)
    {
        var groups = new List<IReadOnlyList<SegmentInfo>>();
        var group = new List<SegmentInfo>();
        long length = 0;
        long documents = 0;
        foreach (SegmentInfo segment in segments)
        {
            if (group.Count > 0 && (length + segment.LengthInBytes > MaxLengthInBytes || documents + segment.DocumentCount > MaxDocuments))
            {
                groups.Add(group);
                group = [];
                length = 0;
                documents = 0;
            }

            group.Add(segment);
            length += segment.LengthInBytes;
            documents += segment.DocumentCount;
        }

        if (group.Count > 0)
        {
            groups.Add(group);
        }

        return groups;
    }
}
