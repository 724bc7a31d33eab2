using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Indexing;

namespace SearchService.Backend.LuceneNet;

/// <summary>BM25 as Lucene has it since version 8.</summary>
/// <remarks>
/// <c>idf · tf / (tf + k1 · (1 − b + b · dl / avgdl))</c> with k1 = 1.2, b = 0.75, idf = ln(1 + (N − n + ½) / (n + ½)). That of 4.8 takes all documents of an
/// index for N, counts each form of a token for avgdl, and rounds lengths more. Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
/// Beyond", 2009.
/// </remarks>
/// <param name="notes">Of the commit that is searched: tokens of each field; none while an index is written.</param>
internal sealed class ArchiveSimilarity(IDictionary<string, string> notes) : Similarity
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <inheritdoc/>
    public override long ComputeNorm(FieldInvertState state) => FieldLength.Encode(state.Length - state.NumOverlap);

    /// <summary>The weight of a term: larger the rarer.</summary>
    /// <param name="documents">Documents that have the field.</param>
    /// <param name="documentFrequency">Documents that have the term in it.</param>
    internal static double Idf(long documents, long documentFrequency) => Math.Log(1 + ((documents - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <inheritdoc/>
    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        ComputeWeight(collectionStats, queryBoost * termStats.Sum(term => Idf(collectionStats.DocCount, term.DocFreq)));

    /// <summary>The weight of what has another one than the idf of its terms.</summary>
    /// <param name="field">What it is looked for in.</param>
    /// <param name="weight">In place of the idf.</param>
    internal SimWeight ComputeWeight(CollectionStatistics field, double weight) => new Weight(field.Field, weight, LengthTable(field));

    /// <inheritdoc/>
    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context)
    {
        Weight of = (Weight)weight;
        return new Scorer(of, context.AtomicReader.GetNormValues(of.Field));
    }

    /// <summary>k1 · (1 − b + b · dl / avgdl) for each of the 256 norms.</summary>
    private double[] LengthTable(CollectionStatistics field)
    {
        double average = field.DocCount <= 0 ? 1 : (double)CommitNotes.Number(notes, CommitNotes.TokensOf(field.Field)) / field.DocCount;
        double[] table = new double[256];
        for (int norm = 0; norm < table.Length; norm++)
        {
            table[norm] = K1 * (1 - B + (B * (FieldLength.Of((byte)norm) / average)));
        }

        return table;
    }

    private sealed class Weight(string name, double idf, double[] lengths) : SimWeight
    {
        internal string Field => name;

        internal double Value { get; private set; }

        internal double[] Lengths => lengths;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost) => Value = idf * topLevelBoost;
    }

    private sealed class Scorer(Weight weight, NumericDocValues? norms) : SimScorer
    {
        public override float Score(int doc, float freq)
        {
            double length = norms is null ? K1 : weight.Lengths[(byte)norms.Get(doc)];
            return (float)(weight.Value * (freq / (freq + length)));
        }

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
