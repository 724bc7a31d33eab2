using SearchService.Engine.Index;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Norms;

namespace SearchService.Engine.Execution;

/// <summary>What ranking has to know of a snapshot's fields. Thread-safe.</summary>
/// <param name="snapshot">The snapshot.</param>
internal sealed class SnapshotStatistics(IndexSnapshot snapshot)
{
    // A table made twice by two threads is the same table.
    private readonly double[]?[] _lengths = new double[]?[snapshot.Schema.Fields.Length];

    /// <summary>The weight of a term.</summary>
    public double Idf(int field, long documentFrequency) => Bm25.Idf(snapshot.Statistics(field).DocumentCount, documentFrequency);

    /// <summary>Scores a term or phrase of a segment.</summary>
    public TermScorer Scorer(SegmentReader segment, int field, double weight)
    {
        var lengths = _lengths[field] ??= Bm25.LengthTable(snapshot.Statistics(field), NormCodec.DecodedLengths);
        return new TermScorer(segment, field, weight, lengths);
    }
}
