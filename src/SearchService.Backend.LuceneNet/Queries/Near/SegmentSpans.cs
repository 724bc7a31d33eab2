using Lucene.Net.Index;
using Lucene.Net.Util;
using SearchService.Analysis.Proximity;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>Finds spans by the positions of a segment.</summary>
/// <param name="dictionary">The segment's terms of the field.</param>
/// <param name="candidates">The documents of the segment that may be asked about; null where there are no sets of words.</param>
/// <param name="cancellation">Ends the search early.</param>
internal sealed class SegmentSpans(Terms dictionary, FixedBitSet? candidates, CancellationToken cancellation) : SpanTree
{
    private protected override TermPositions? Positions(Term term)
    {
        TermsEnum terms = dictionary.GetEnumerator();
        return terms.SeekExact(term.Bytes) ? new PostedPositions(terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE)) : null;
    }

    private protected override TermPositions Positions(IWordSet set) =>
        new GatheredPositions(set, dictionary, candidates ?? throw new InvalidOperationException("A set of words is gathered for candidates."), GatheredPositions.DefaultRoom, cancellation);
}
