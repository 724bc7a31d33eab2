using SearchService.Engine.Index.Merging;
using SearchService.Engine.Kernels;

namespace SearchService.Engine.Index.Writing;

/// <summary>What becomes known of segments while they are merged, and has to be known of the segment they become.</summary>
internal static class MergeCarryOver
{
    /// <summary>The documents of the merged segment that were deleted after the merge began.</summary>
    /// <param name="sources">What was merged, as it is now.</param>
    /// <param name="before">Their deleted documents when the merge began, which left those out.</param>
    /// <param name="documentCount">How many documents the merged segment has.</param>
    /// <returns>A new set, or null when there are none.</returns>
    public static BitSet? Deleted(IReadOnlyList<WriterSegment> sources, IReadOnlyList<BitSet?> before, int documentCount)
    {
        BitSet? deleted = null;
        int first = 0;
        for (int i = 0; i < sources.Count; i++)
        {
            var documents = new DocumentMap(sources[i].Info!.DocumentCount, before[i], first);
            first += documents.Count;
            if (sources[i].Deleted is not { } now || now == before[i])
            {
                continue;
            }

            for (int document = now.NextSet(0); document >= 0; document = now.NextSet(document + 1))
            {
                if (documents.TryGet(document, out int id))
                {
                    deleted ??= new BitSet(documentCount);
                    deleted.Set(id);
                }
            }
        }

        return deleted;
    }

    /// <summary>When the documents of the merged segment were added.</summary>
    /// <param name="sources">What was merged, as it is now.</param>
    /// <param name="before">Their deleted documents when the merge began, which left those out.</param>
    /// <returns>Numbers, or null when all were added before any deletion to come.</returns>
    public static DocumentNumbers? Numbers(IReadOnlyList<WriterSegment> sources, IReadOnlyList<BitSet?> before)
    {
        if (sources.All(source => source.Numbers is null))
        {
            return null;
        }

        var numbers = new DocumentNumbers();
        for (int i = 0; i < sources.Count; i++)
        {
            if (sources[i].Numbers is { } known)
            {
                numbers.AddAll(known); // nothing is deleted there: deletions are looked up when numbers are forgotten
            }
            else
            {
                numbers.AddRun(long.MinValue, sources[i].Info!.DocumentCount - (before[i]?.Count() ?? 0)); // before any deletion
            }
        }

        return numbers;
    }
}
