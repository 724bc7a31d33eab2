using SearchService.Engine.Collect.TopK;

namespace SearchService.Engine.Execution;

/// <summary>
/// Ranks what was found in a segment without scoring all of it: what the bounds of blocks of postings rule out is passed over.
/// </summary>
/// <remarks>
/// <para>The hits are those of scoring everything, to the bit: a document that may be among them is scored in full, its terms added in
/// the order of the query, and every bound is rounded so that it is never below a score it bounds.</para>
/// <para>A document that is passed over has a score below that of the worst hit kept, or equal to it and a higher number; or it is below
/// a floor: a score that as many documents as there are hits wanted are known to reach.</para>
/// </remarks>
internal abstract class Ranking
{
    /// <summary>Whether, as far as can be foreseen, this is faster than scoring everything while it is matched.</summary>
    /// <param name="hits">The hits of the segments before.</param>
    public abstract bool Pays(TopHits hits);

    /// <summary>How many documents match in the segment, where that is known without matching.</summary>
    public virtual long? Total => null;

    /// <summary>Offers every document found that may be among the hits.</summary>
    /// <param name="found">The documents of the segment that query and filters match and that aren't deleted.</param>
    /// <param name="firstDocument">The snapshot-wide number of the segment's first document.</param>
    /// <param name="hits">Keeps the best, those of the segments before included.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    public abstract void Rank(ReadOnlySpan<ulong> found, int firstDocument, TopHits hits, CancellationToken cancellation);

    /// <summary>What a document's score must not be below to be kept; −1 when any will do.</summary>
    protected static double ThresholdOf(TopHits hits, double floor) => Math.Max(hits.ScoreThreshold, floor > 0 ? floor : -1);

    /// <summary>Whether a set of a segment's documents holds one.</summary>
    protected static bool Contains(ReadOnlySpan<ulong> found, int document) => ((found[document >> 6] >> document) & 1) != 0;
}
