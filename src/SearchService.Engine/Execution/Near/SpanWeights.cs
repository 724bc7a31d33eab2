using SearchService.Engine.Queries;

namespace SearchService.Engine.Execution.Near;

/// <summary>What stands for the idf of an expression near another: the definition is that of <see cref="NearQuery"/>.</summary>
/// <param name="statistics">The snapshot's statistics.</param>
/// <param name="terms">Its terms.</param>
internal sealed class SpanWeights(SnapshotStatistics statistics, TermLookup terms)
{
    /// <summary>The weight of a pair, or of what is in one.</summary>
    public double Of(Query query)
    {
        switch (query)
        {
            case TermQuery term:
                return statistics.Idf(term.Field, terms.Find(term).DocumentFrequency);
            case PhraseQuery phrase:
                var sum = 0.0;
                foreach (var term in phrase.Terms)
                {
                    sum += statistics.Idf(phrase.Field, terms.Find(phrase.Field, phrase.Form, term).DocumentFrequency);
                }

                return sum;
            case TermSetQuery:
                return 1;
            case NearQuery near:
                return Bm25.Bounded(Of(near.Left) + Of(near.Right));
            case BoostQuery boost:
                return Bm25.Bounded(boost.Boost * Of(boost.Query));
            case ConstantQuery constant:
                return constant.Score;
            case BooleanQuery boolean:
                var (largest, all) = (0.0, 0.0);
                foreach (var (clause, _) in boolean.Clauses)
                {
                    var weight = Of(clause);
                    (largest, all) = (Math.Max(largest, weight), all + weight);
                }

                return boolean.Clauses.Any(c => c.Occur == Occur.Must) ? Bm25.Bounded(all) : largest;
            default:
                return 0;
        }
    }
}
