namespace SearchService.Engine.Queries;

/// <summary>What a document must be like to be found: an immutable tree, the same for every segment.</summary>
/// <remarks>
/// A query names fields by their number in the <see cref="Schema.IndexSchema"/> and holds terms as they stand in
/// the dictionary: who builds it has analysed the words already. Equality is by content. Thread-safe.
/// </remarks>
public abstract record Query
{
    private protected Query()
    {
    }

    /// <summary>Matches every document, with score 1.</summary>
    public static Query All { get; } = new AllQuery();

    /// <summary>Matches no document.</summary>
    public static Query None { get; } = new NoneQuery();
}
