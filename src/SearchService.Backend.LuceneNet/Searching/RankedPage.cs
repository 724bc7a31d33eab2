using System.Collections.Immutable;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Searching;

/// <summary>A page of what was found: the best, in order.</summary>
/// <param name="Hits">The page.</param>
/// <param name="Last">The place of its last hit when more follow; null on the last page.</param>
/// <param name="Stories">Stories among what was found; null unless hits are stories.</param>
internal sealed record RankedPage(ImmutableArray<RankedHit> Hits, HitPosition? Last, long? Stories)
{
    /// <summary>Ranks.</summary>
    /// <param name="archive">What was searched.</param>
    /// <param name="found">What was found, filtered.</param>
    /// <param name="scores">At the number of each document; looked at only where they decide.</param>
    /// <param name="order">Which page of which order.</param>
    internal static RankedPage Of(ArchiveReader archive, FixedBitSet found, float[]? scores, PageOrder order)
    {
        int wanted = order.Size == 0 ? 0 : order.Skip + order.Size + 1; // one more tells whether there is a next page
        HitPosition? after = order.After is { } position && position.Generation == archive.Generation ? position : null;
        PriorityQueue<RankedHit, RankedHit> worstFirst = new(RankedHit.WorstFirst);
        long? stories = null;
        if (order.ByStory)
        {
            List<RankedHit> best = BestOfStories(archive, found.Each().Select(Rank));
            stories = best.Count;
            Take(best);
        }
        else if (wanted > 0)
        {
            Take(found.Each().Select(Rank));
        }

        RankedHit[] hits = new RankedHit[worstFirst.Count];
        for (int i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = worstFirst.Dequeue();
        }

        ImmutableArray<RankedHit> page = [.. hits.Skip(order.Skip).Take(order.Size)];
        return new RankedPage(page, hits.Length == wanted && page is [.., var last] ? new HitPosition(archive.Generation, last.Key, last.Document) : null, stories);

        RankedHit Rank(int document) => new(document, KeyOf(archive, document, scores, order.Sort), 1);

        void Take(IEnumerable<RankedHit> ranked)
        {
            foreach (RankedHit hit in ranked)
            {
                if (wanted == 0 || (after is { } last && !new RankedHit((int)last.Document, last.SortBits, 1).IsBefore(hit)))
                {
                    continue;
                }

                if (worstFirst.Count < wanted)
                {
                    worstFirst.Enqueue(hit, hit);
                }
                else if (hit.IsBefore(worstFirst.Peek()))
                {
                    worstFirst.DequeueEnqueue(hit, hit);
                }
            }
        }
    }

    /// <summary>What is the better, the greater it is.</summary>
    private static long KeyOf(ArchiveReader archive, int document, float[]? scores, SortOrder sort)
    {
        if (sort == SortOrder.Relevance)
        {
            return scores is null ? 0 : BitConverter.SingleToInt32Bits(scores[document]); // no score is negative: their bits sort as they do
        }

        int day = archive.Dates.DayOf(document);
        return day == DateColumn.None ? long.MinValue : sort == SortOrder.Newest ? day : -day;
    }

    private static List<RankedHit> BestOfStories(ArchiveReader archive, IEnumerable<RankedHit> hits)
    {
        LabelColumn stories = archive.Label(ArticleFields.Story);
        RankedHit?[] best = new RankedHit?[stories.Values.Length];
        foreach (RankedHit hit in hits)
        {
            ref RankedHit? known = ref best[stories.Of(hit.Document)[0]];
            known = known is not { } other ? hit
                : hit.IsBefore(other) ? hit with { StorySize = other.StorySize + 1 }
                : other with { StorySize = other.StorySize + 1 };
        }

        return [.. best.OfType<RankedHit>()];
    }
}
