namespace SearchService.Engine.Queries;

/// <summary>Matches the documents without a value in a field; in a text field, without a token. Score: 1.</summary>
/// <param name="Field">Number of a field of any kind.</param>
public sealed record MissingQuery(int Field) : Query
{
    /// <inheritdoc/>
    public override string ToString() => $"_missing:{Field}";
}
