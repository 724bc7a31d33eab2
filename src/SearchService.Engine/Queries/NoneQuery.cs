namespace SearchService.Engine.Queries;

/// <summary>Matches no document: what is left of a word that can't be in any text.</summary>
public sealed record NoneQuery : Query
{
    /// <inheritdoc/>
    public override string ToString() => "-*:*";
}
