using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SearchService.Backend.LuceneNet.Queries;

/// <summary>Matches the documents of a set: those of a label, a period, or of what was found among quotations or articles. Score: 1, or the one that the set has for each.</summary>
/// <remarks>Of use with the reader that the set is of alone. Two are equal when they have the same set object.</remarks>
/// <param name="documents">A bit for each document of the reader. Not to be changed any more.</param>
/// <param name="scores">A score for each, or null for 1.</param>
internal sealed class DocumentSetQuery(FixedBitSet documents, float[]? scores = null) : Query
{
    /// <summary>Gets the set.</summary>
    internal FixedBitSet Documents => documents;

    /// <summary>Gets a value indicating whether labels, dates, or what is missing chose it: nothing that any text says.</summary>
    internal bool IsOfLabels { get; init; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new SetWeight(this);

    /// <inheritdoc/>
    public override string ToString(string field) => "#documents";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DocumentSetQuery other && ReferenceEquals(documents, other.Documents) && Boost.Equals(other.Boost);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(documents);

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms)
    {
        // It has none.
    }

    private sealed class SetWeight(DocumentSetQuery query) : Weight
    {
        private float _boost = 1;

        public override Query Query => query;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float norm, float topLevelBoost) => _boost = query.Boost * topLevelBoost;

        public override Scorer GetScorer(AtomicReaderContext context, IBits? acceptDocs) =>
            new SetScorer(this, query, context.DocBase, context.AtomicReader.MaxDoc, _boost);

        public override Explanation Explain(AtomicReaderContext context, int doc) => new(1, "in a set of documents");
    }

    private sealed class SetScorer(Weight weight, DocumentSetQuery query, int first, int count, float boost) : Scorer(weight)
    {
        private int _document = -1;

        public override int DocID => _document;

        public override int Freq => 1;

        public override float GetScore() => query.ScoreOf(first + _document) * boost;

        public override int NextDoc() => Advance(_document + 1);

        public override int Advance(int target)
        {
            int next = target < count ? query.Documents.NextSetBit(first + target) : -1;
            return _document = next >= 0 && next < first + count ? next - first : NO_MORE_DOCS;
        }

        public override long GetCost() => count;
    }

    private float ScoreOf(int document) => scores is null ? 1 : scores[document];
}
