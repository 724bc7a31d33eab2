namespace SearchService.Engine.Index.Merging;

/// <summary>
/// Chooses which segments are merged: few segments to search, little written again, deletions reclaimed.
/// </summary>
/// <remarks>
/// <para>
/// Segments are thought of in tiers, each <see cref="SegmentsPerTier"/> times as large as the one below, the lowest as
/// large as the smallest segment. A tier may hold <see cref="SegmentsPerTier"/> segments. As long as there are more than
/// all tiers may hold, that many segments (or fewer, if they would pass <see cref="MaxMergedBytes"/>) become one: those of
/// the least skew, which means of sizes that differ least, since a large one among small ones is written again for
/// nothing; among equals the smaller ones, and those with more deletions. So a byte is written again about once a tier.
/// </para>
/// <para>
/// If more than <see cref="MaxDeletedShare"/> of all documents are deleted after that, the segment with the largest share
/// of them is written again alone. It has at least that share, so reclaiming a byte costs at most
/// (1 − share) / share bytes.
/// </para>
/// <para>
/// The idea of a budget of segments and of choosing by skew is that of Lucene's <c>TieredMergePolicy</c>. Immutable; a
/// choice follows from the sizes alone.
/// </para>
/// </remarks>
public sealed record TieredMergePolicy
{
    // A term's list addresses its blocks with 32 bits, and a segment its documents with 31; within these no list of a
    // merged segment can pass them.
    private const long LargestMergedBytes = 4L << 30;
    private const long LargestMergedDocuments = 1L << 30;

    /// <summary>How many segments a tier may hold, and how many are merged at once. Default: 8.</summary>
    public int SegmentsPerTier { get; init; } = 8;

    /// <summary>No merge makes a segment that is likely to be larger. Default, and the most: 4 GiB.</summary>
    public long MaxMergedBytes { get; init; } = LargestMergedBytes;

    /// <summary>Smaller segments count as if they had this many bytes, so that many tiny ones don't make tiers of their own. Default: 16 MiB.</summary>
    public long FloorBytes { get; init; } = 16L << 20;

    /// <summary>The share of all documents that may stay deleted, from 0 (none) to 1 (any number). Default: 0.2.</summary>
    public double MaxDeletedShare { get; init; } = 0.2;

    /// <summary>The next merge that is worth its while.</summary>
    /// <param name="segments">All segments, in any order.</param>
    /// <returns>Indices of the segments to merge, ascending: two or more, or one that has deletions; null when all is well.</returns>
    internal int[]? Next(IReadOnlyList<SegmentSize> segments)
    {
        int[] eligible = [.. Enumerable.Range(0, segments.Count)
            .Where(index => segments[index].LiveBytes <= MaxMergedBytes / 2)
            .OrderByDescending(index => segments[index].LiveBytes)
            .ThenBy(index => index)];
        int budget = Budget(eligible.Select(index => segments[index].LiveBytes));
        return (eligible.Length > budget ? LeastSkewed(segments, eligible) : null) ?? MostDeleted(segments);
    }

    /// <summary>How many segments of these sizes the tiers may hold.</summary>
    /// <param name="liveBytes">Sizes of segments, in any order.</param>
    internal int Budget(IEnumerable<long> liveBytes)
    {
        double left = 0;
        double tier = double.MaxValue;
        foreach (long bytes in liveBytes)
        {
            double size = Math.Max(bytes, FloorBytes);
            left += size;
            tier = Math.Min(tier, size);
        }

        double allowed = 0;
        while (left > 0)
        {
            if (left / tier <= SegmentsPerTier || tier >= MaxMergedBytes)
            {
                allowed += Math.Ceiling(left / tier);
                break;
            }

            allowed += SegmentsPerTier;
            left -= SegmentsPerTier * tier;
            tier = Math.Min(tier * SegmentsPerTier, MaxMergedBytes);
        }

        return (int)Math.Max(allowed, SegmentsPerTier);
    }

    /// <summary>The merges that leave at most so many segments and none with deletions, at the least cost.</summary>
    /// <param name="segments">All segments, in any order.</param>
    /// <param name="maxSegments">How many may be left; more are when fewer would pass the largest size a segment may have.</param>
    /// <param name="reclaim">Whether segments with deletions are written again in any case.</param>
    /// <returns>Indices of segments for each merge, ascending; no segment twice.</returns>
    internal static IReadOnlyList<int[]> Force(IReadOnlyList<SegmentSize> segments, int maxSegments, bool reclaim)
    {
        // The smallest become one, until that would be too large, or few enough are left.
        var merges = new List<int[]>();
        var group = new List<int>();
        int left = segments.Count;
        long bytes = 0;
        long documents = 0;
        foreach (int index in Enumerable.Range(0, segments.Count).OrderBy(index => segments[index].LiveBytes).ThenBy(index => index))
        {
            SegmentSize size = segments[index];
            if (group.Count > 0 && (bytes + size.LiveBytes > LargestMergedBytes || documents + size.LiveDocuments > LargestMergedDocuments))
            {
                End();
            }

            if (group.Count == 0 ? left > maxSegments || (reclaim && size.Deleted > 0) : left > maxSegments)
            {
                group.Add(index);
                left -= group.Count > 1 ? 1 : 0;
                bytes += size.LiveBytes;
                documents += size.LiveDocuments;
            }
            else if (reclaim && size.Deleted > 0)
            {
                merges.Add([index]);
            }
        }

        End();
        merges.Sort((left, right) => left[0].CompareTo(right[0]));
        return merges;

        void End()
        {
            if (group.Count > 1 || (reclaim && group.Exists(index => segments[index].Deleted > 0)))
            {
                merges.Add([.. group.Order()]);
            }

            group.Clear();
            bytes = 0;
            documents = 0;
        }
    }

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SegmentsPerTier, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxMergedBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxMergedBytes, LargestMergedBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FloorBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxDeletedShare);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDeletedShare, 1);
    }

    // Candidates are neighbours by size: any other choice of as many has a greater skew.
    private int[]? LeastSkewed(IReadOnlyList<SegmentSize> segments, int[] bySize)
    {
        int[]? best = null;
        double bestScore = double.MaxValue;
        var candidate = new List<int>(SegmentsPerTier);
        for (int first = 0; first < bySize.Length - 1; first++)
        {
            candidate.Clear();
            long bytes = 0;
            long documents = 0;
            foreach (int index in bySize.AsSpan(first))
            {
                SegmentSize size = segments[index];
                if (bytes + size.LiveBytes <= MaxMergedBytes && documents + size.LiveDocuments <= LargestMergedDocuments)
                {
                    candidate.Add(index);
                    bytes += size.LiveBytes;
                    documents += size.LiveDocuments;
                    if (candidate.Count == SegmentsPerTier)
                    {
                        break;
                    }
                }
            }

            if (candidate.Count > 1 && Score(segments, candidate) is var score && score < bestScore)
            {
                best = [.. candidate.Order()];
                bestScore = score;
            }
        }

        return best;
    }

    // Less is better. The skew is the largest segment's part of the whole: 1/n when all are of a size, towards 1 when one
    // is written again only to take in crumbs. The size weighs little: a decision between equals, for the cheaper one.
    private double Score(IReadOnlyList<SegmentSize> segments, List<int> candidate)
    {
        double largest = 0;
        double floored = 0;
        double live = 0;
        double all = 0;
        foreach (int index in candidate)
        {
            double size = Math.Max(segments[index].LiveBytes, FloorBytes);
            largest = Math.Max(largest, size);
            floored += size;
            live += segments[index].LiveBytes;
            all += segments[index].LengthInBytes;
        }

        double liveShare = all > 0 ? live / all : 1;
        return largest / floored * Math.Pow(Math.Max(live, 1), 0.05) * liveShare * liveShare;
    }

    private int[]? MostDeleted(IReadOnlyList<SegmentSize> segments)
    {
        long documents = 0;
        long deleted = 0;
        int most = -1;
        double mostShare = 0;
        for (int index = 0; index < segments.Count; index++)
        {
            documents += segments[index].Documents;
            deleted += segments[index].Deleted;
            double share = (double)segments[index].Deleted / Math.Max(1, segments[index].Documents);
            if (share > mostShare)
            {
                most = index;
                mostShare = share;
            }
        }

        return most >= 0 && deleted > MaxDeletedShare * documents ? [most] : null;
    }
}
