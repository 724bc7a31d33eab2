namespace SearchService.Engine.Queries;

/// <summary>How a clause takes part in a <see cref="BooleanQuery"/>.</summary>
public enum Occur
{
    /// <summary>Has to match, and scores.</summary>
    Must,

    /// <summary>May match, and scores when it does.</summary>
    Should,

    /// <summary>Must not match.</summary>
    MustNot,

    /// <summary>Has to match, and adds nothing to the score.</summary>
    Filter,
}

/// <summary>A query inside a <see cref="BooleanQuery"/>.</summary>
/// <param name="Query">The query.</param>
/// <param name="Occur">Its part.</param>
public sealed record BooleanClause(Query Query, Occur Occur)
{
    /// <inheritdoc/>
    public override string ToString() => Occur switch
    {
        Occur.Must => $"+{Query}",
        Occur.MustNot => $"-{Query}",
        Occur.Filter => $"#{Query}",
        _ => Query.ToString(),
    };
}
