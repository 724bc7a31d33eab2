using System.Numerics;
using System.Runtime.CompilerServices;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Segments.Postings;

namespace SearchService.Engine.Execution;

/// <summary>Ranks documents that have all of some terms: stretch by stretch, each as long as no term's block ends.</summary>
/// <remarks>
/// Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", 2011. In a stretch no document scores more than the bounds of its
/// blocks add up to; they are added in the order of the query like the scores, so that sum is a bound to the bit.
/// </remarks>
/// <param name="terms">The terms, in the order of the query; every document found has them all.</param>
/// <param name="documentCount">Documents in the segment.</param>
/// <param name="tally">Counts what is passed over, or null.</param>
[SkipLocalsInit]
internal sealed class IntersectionRanking(RankedTerm[] terms, int documentCount, RankingTally? tally) : Ranking
{
    /// <inheritdoc/>
    /// <remarks>Where half of the documents are in stretches that are ruled out: below that, scoring window by window is faster.</remarks>
    public override bool Pays(TopHits hits)
    {
        var threshold = ThresholdOf(hits, 0);
        if (threshold < 0)
        {
            return false;
        }

        long ruledOut = 0;
        var next = 0;
        while (next < documentCount)
        {
            var (bound, last) = StretchFrom(next);
            last = Math.Min(last, documentCount - 1);
            ruledOut += bound < threshold ? last + 1 - next : 0;
            next = last + 1;
        }

        return ruledOut > documentCount / 2;
    }

    /// <inheritdoc/>
    public override void Rank(ReadOnlySpan<ulong> found, int firstDocument, TopHits hits, CancellationToken cancellation)
    {
        Span<int> documents = stackalloc int[PostingsFormat.BlockLength];
        Span<double> scores = stackalloc double[PostingsFormat.BlockLength];
        var threshold = ThresholdOf(hits, 0);
        for (var document = NextOf(found, 0); document >= 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            var (bound, last) = StretchFrom(document);
            if (!hits.MayKeep(TopHits.KeyOf(bound), firstDocument + document))
            {
                tally?.SkipWindow();
                document = NextOf(found, last + 1L);
                continue;
            }

            // A stretch has at most a block's documents, for all of them are in one block of each term.
            var count = 0;
            for (; document >= 0 && document <= last && count < PostingsFormat.BlockLength; document = NextOf(found, document + 1L))
            {
                documents[count++] = document;
            }

            tally?.Score(count);
            scores[..count].Clear();
            foreach (var term in terms)
            {
                term.AddScores(documents[..count], scores);
            }

            for (var i = 0; i < count; i++)
            {
                if (scores[i] >= threshold)
                {
                    hits.Offer(TopHits.KeyOf(scores[i]), firstDocument + documents[i]);
                    threshold = ThresholdOf(hits, 0);
                }
            }
        }
    }

    private (double Bound, int Last) StretchFrom(int document)
    {
        double bound = 0;
        var last = int.MaxValue;
        foreach (var term in terms)
        {
            var block = term.FindBlock(0, document);
            if (block >= term.BlockCount)
            {
                return (0, int.MaxValue);
            }

            bound += term.BoundOf(block);
            last = Math.Min(last, term.LastOf(block));
        }

        return (bound, last);
    }

    private static int NextOf(ReadOnlySpan<ulong> found, long from)
    {
        for (var i = (int)(from >> 6); i < found.Length; i++)
        {
            var word = i == from >> 6 ? found[i] & (ulong.MaxValue << (int)(from & 63)) : found[i];
            if (word != 0)
            {
                return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return -1;
    }
}
