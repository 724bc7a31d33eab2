using SearchService.Engine.Segments;

namespace SearchService.Engine.Execution;

/// <summary>BM25 as Lucene has it since version 8, in double precision.</summary>
/// <remarks>
/// <c>idf · tf / (tf + k1 · (1 − b + b · dl / avgdl))</c> with k1 = 1.2, b = 0.75, idf = ln(1 + (N − n + ½) / (n + ½)) and <c>dl</c> read
/// from the norm's byte. N is the number of documents that have the field, n of those that have the term, avgdl
/// the tokens of the field by N; all over the whole snapshot, deleted documents included until a merge drops them.
/// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
/// </remarks>
internal static class Bm25
{
    /// <summary>How soon more occurrences stop to count.</summary>
    public const double K1 = 1.2;

    /// <summary>How much a document's length counts, from 0 to 1.</summary>
    public const double B = 0.75;

    // The scores of very many clauses add up to a number still.
    private const double MaxWeight = 1e300;

    /// <summary>A weight that boosts upon boosts came to, or the most that one may be.</summary>
    /// <param name="weight">Not negative; perhaps infinite.</param>
    public static double Bounded(double weight) => Math.Min(MaxWeight, weight);

    /// <summary>The weight of a term: larger the rarer.</summary>
    /// <param name="documents">Documents that have the field.</param>
    /// <param name="documentFrequency">Documents that have the term in it.</param>
    public static double Idf(long documents, long documentFrequency) =>
        Math.Log(1 + ((documents - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>A document's score.</summary>
    /// <param name="weight">Idf times boosts.</param>
    /// <param name="frequency">Occurrences in the document; above 0.</param>
    /// <param name="length">The entry of <see cref="LengthTable"/> for the document's norm.</param>
    public static double Score(double weight, double frequency, double length) => weight * (frequency / (frequency + length));

    /// <summary>k1 · (1 − b + b · dl / avgdl) for each of the 256 norms.</summary>
    /// <param name="field">The field in the snapshot.</param>
    /// <param name="lengthOf">The length each norm stands for.</param>
    public static double[] LengthTable(FieldStatistics field, ReadOnlySpan<int> lengthOf)
    {
        var average = field.DocumentCount == 0 ? 1 : (double)field.TokenCount / field.DocumentCount;
        var table = new double[256];
        for (var norm = 0; norm < table.Length; norm++)
        {
            table[norm] = K1 * (1 - B + (B * (lengthOf[norm] / average)));
        }

        return table;
    }
}
