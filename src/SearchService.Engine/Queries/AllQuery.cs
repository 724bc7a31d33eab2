namespace SearchService.Engine.Queries;

/// <summary>Matches every document that isn't deleted. Score: 1.</summary>
public sealed record AllQuery : Query
{
    /// <inheritdoc/>
    public override string ToString() => "*:*";
}
