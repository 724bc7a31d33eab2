using System.Runtime.CompilerServices;
using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Segments.Postings;

namespace SearchService.Engine.Execution;

/// <summary>Ranks the documents of one term: only blocks whose bound may rank are decoded.</summary>
/// <remarks>
/// The impacts of all blocks are read first. Where all of the term's documents are found, each impact is the score of one of them, so the
/// score that ten documents reach is known before the first block is decoded, and few blocks besides those with the best ten are.
/// </remarks>
/// <param name="term">The term, which every document found has.</param>
/// <param name="floor">A score that as many documents found reach as hits are wanted, or 0.</param>
/// <param name="findsAll">Whether all that have the term are found.</param>
/// <param name="tally">Counts what is passed over, or null.</param>
[SkipLocalsInit]
internal sealed class TermRanking(RankedTerm term, double floor, bool findsAll, RankingTally? tally) : Ranking
{
    private const int BlocksBetweenLooks = 256;

    /// <inheritdoc/>
    public override long? Total => findsAll ? term.DocumentFrequency : null;

    /// <inheritdoc/>
    public override bool Pays(TopHits hits) => true;

    /// <inheritdoc/>
    public override void Rank(ReadOnlySpan<ulong> found, int firstDocument, TopHits hits, CancellationToken cancellation)
    {
        Span<double> scores = stackalloc double[PostingsFormat.BlockLength];
        var threshold = ThresholdOf(hits, floor);
        for (var block = 0; block < term.BlockCount; block++)
        {
            if (block % BlocksBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var bound = term.BoundOf(block);
            if (bound < threshold || !hits.MayKeep(TopHits.KeyOf(bound), firstDocument + term.FirstOf(block)))
            {
                tally?.SkipBlock();
                continue;
            }

            var documents = term.ScoreBlock(block, 0, int.MaxValue, scores);
            tally?.Score(documents.Length);
            for (var i = 0; i < documents.Length; i++)
            {
                if (scores[i] >= threshold && Contains(found, documents[i]))
                {
                    hits.Offer(TopHits.KeyOf(scores[i]), firstDocument + documents[i]);
                    threshold = ThresholdOf(hits, floor);
                }
            }
        }
    }
}
