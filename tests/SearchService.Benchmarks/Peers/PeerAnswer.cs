using System.Collections.Immutable;
using System.Globalization;

namespace SearchService.Benchmarks.Peers;

/// <summary>What a query finds, for comparison: how many, the most frequent values of each facet, the best scores.</summary>
/// <param name="Total">Documents found.</param>
/// <param name="Facets"><c>value=count</c> of the ten most frequent, with <c>;</c> between them and <c>|</c> between fields.</param>
/// <param name="Scores">Of the ten best, descending.</param>
internal sealed record PeerAnswer(long Total, string Facets, ImmutableArray<double> Scores)
{
    /// <summary>Lucene scores in single precision, which leaves seven digits.</summary>
    private const double Tolerance = 1e-5;

    internal static string FacetText(IEnumerable<IEnumerable<(string Value, long Count)>> fields) =>
        string.Join('|', fields.Select(field => string.Join(';', field.Select(value => $"{value.Value}={value.Count.ToString(CultureInfo.InvariantCulture)}"))));

    internal bool CountsAgree(PeerAnswer other) => Total == other.Total && Facets == other.Facets;

    internal bool ScoresAgree(PeerAnswer other) =>
        Scores.Length == other.Scores.Length
        && Scores.Zip(other.Scores).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Abs(pair.Second));
}
