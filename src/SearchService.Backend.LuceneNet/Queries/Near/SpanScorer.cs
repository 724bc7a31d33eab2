using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using SearchService.Analysis.Proximity;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>Walks the documents that have spans.</summary>
/// <param name="weight">Whose it is.</param>
/// <param name="candidates">The documents that may have some.</param>
/// <param name="spans">Finds them.</param>
/// <param name="similarity">Scores a document by their frequency.</param>
/// <param name="cancellation">Looked at for each candidate, of which any number may have no span: to read its positions costs more.</param>
internal sealed class SpanScorer(Weight weight, DocIdSetIterator candidates, CountedSpans spans, Similarity.SimScorer similarity, CancellationToken cancellation) : Scorer(weight)
{
    /// <summary>Gets the frequency in the document; more than 0.</summary>
    internal double Frequency { get; private set; }

    /// <inheritdoc/>
    public override int DocID => candidates.DocID;

    /// <inheritdoc/>
    public override int Freq => Math.Max(1, (int)Frequency);

    /// <inheritdoc/>
    public override float GetScore() => similarity.Score(candidates.DocID, (float)Frequency);

    /// <inheritdoc/>
    public override int NextDoc() => MatchFrom(candidates.NextDoc());

    /// <inheritdoc/>
    public override int Advance(int target) => MatchFrom(candidates.Advance(target));

    /// <inheritdoc/>
    public override long GetCost() => candidates.GetCost();

    private int MatchFrom(int document)
    {
        for (; document != NO_MORE_DOCS; document = candidates.NextDoc())
        {
            cancellation.ThrowIfCancellationRequested();
            Frequency = spans.FrequencyIn(document, untilFirst: false);
            if (Frequency > 0)
            {
                break;
            }
        }

        return document;
    }
}
