namespace SearchService.Engine.Queries;

/// <summary>Matches what its query matches. Score: the query's, times a factor.</summary>
/// <param name="Query">The query.</param>
/// <param name="Boost">The factor: finite, 0 or more.</param>
public sealed record BoostQuery(Query Query, double Boost) : Query
{
    /// <summary>The factor: finite, 0 or more.</summary>
    public double Boost { get; } = Checked(Boost);

    /// <inheritdoc/>
    public override string ToString() => $"{Query}^{Boost:R}";

    internal static double Checked(double boost) => double.IsFinite(boost) && boost >= 0
        ? boost
        : throw new ArgumentOutOfRangeException(nameof(boost), boost, "A boost is a finite number, 0 or more.");
}
