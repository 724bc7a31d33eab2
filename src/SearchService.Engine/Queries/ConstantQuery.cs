namespace SearchService.Engine.Queries;

/// <summary>Matches what its query matches. Score: the same for every document.</summary>
/// <param name="Query">The query; its own scores aren't computed.</param>
/// <param name="Score">The score: finite, 0 or more.</param>
public sealed record ConstantQuery(Query Query, double Score = 1) : Query
{
    /// <summary>The score: finite, 0 or more.</summary>
    public double Score { get; } = BoostQuery.Checked(Score);

    /// <inheritdoc/>
    public override string ToString() => $"{Query}={Score:R}";
}
