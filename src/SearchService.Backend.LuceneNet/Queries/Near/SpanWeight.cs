using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;

namespace SearchService.Backend.LuceneNet.Queries.Near;

/// <summary>Weighs what is found by positions: first the documents that hold all of it, then their positions alone are read.</summary>
internal sealed class SpanWeight : Weight
{
    private readonly Query _query;
    private readonly string _field;
    private readonly Similarity _similarity;
    private readonly Similarity.SimWeight _weight;
    private readonly Weight _candidates;
    private readonly CancellationToken _cancellation;

    /// <summary>Prepares a query.</summary>
    /// <param name="query">A pair, or a phrase.</param>
    /// <param name="field">What it is looked for in.</param>
    /// <param name="searcher">Whose similarity is an <see cref="ArchiveSimilarity"/>.</param>
    internal SpanWeight(Query query, string field, ArchiveSearcher searcher)
    {
        (_query, _field, _similarity, _cancellation) = (query, field, searcher.Similarity, searcher.Cancellation);
        CollectionStatistics statistics = searcher.CollectionStatistics(field);
        _weight = ((ArchiveSimilarity)searcher.Similarity).ComputeWeight(statistics, SpanQueries.WeightOf(query, searcher.IndexReader, statistics.DocCount));
        _candidates = searcher.CreateNormalizedWeight(SpanQueries.Candidates(query));
    }

    /// <inheritdoc/>
    public override Query Query => _query;

    /// <inheritdoc/>
    public override float GetValueForNormalization() => _weight.GetValueForNormalization();

    /// <inheritdoc/>
    public override void Normalize(float norm, float topLevelBoost) => _weight.Normalize(norm, topLevelBoost);

    /// <inheritdoc/>
    public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) => SpanScorerOf(context, acceptDocs);

    /// <inheritdoc/>
    public override Explanation Explain(AtomicReaderContext context, int doc)
    {
        if (SpanScorerOf(context, context.AtomicReader.LiveDocs) is not { } scorer || scorer.Advance(doc) != doc)
        {
            return new ComplexExplanation(match: false, 0, $"no {_query} in the text");
        }

        Explanation frequency = new((float)scorer.Frequency, "frequency: sum of 1 / (1 + distance)");
        Explanation score = _similarity.GetSimScorer(_weight, context).Explain(doc, frequency);
        return new ComplexExplanation(match: true, score.Value, score.Description);
    }

    private SpanScorer? SpanScorerOf(AtomicReaderContext context, IBits? acceptDocs)
    {
        DocIdSetIterator? candidates = _candidates.GetScorer(context, acceptDocs);
        if (candidates is null || context.AtomicReader.GetTerms(_field) is not { } dictionary)
        {
            return null;
        }

        FixedBitSet? documents = null;
        if (SpanQueries.HasSets(_query))
        {
            documents = new FixedBitSet(context.AtomicReader.MaxDoc);
            documents.Or(candidates);
            candidates = documents.GetIterator();
        }

        return new SegmentSpans(dictionary, documents, _cancellation).Build(_query) is Analysis.Proximity.CountedSpans spans
            ? new SpanScorer(this, candidates, spans, _similarity.GetSimScorer(_weight, context), _cancellation)
            : null;
    }
}
