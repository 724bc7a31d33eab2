using System.Collections.Immutable;

namespace SearchService.Core.Indexes;

/// <summary>What a backend can execute; callers ask, never guess.</summary>
/// <remarks>What is false is left out of the query above the seam, with the notice <c>not_supported_yet</c>.</remarks>
public sealed record BackendCapabilities
{
    /// <summary><see cref="Queries.WildcardNode"/>.</summary>
    public bool Wildcards { get; init; }

    /// <summary><see cref="Queries.FuzzyNode"/>.</summary>
    public bool Fuzzy { get; init; }

    /// <summary><see cref="Queries.RegexNode"/>.</summary>
    public bool RegularExpressions { get; init; }

    /// <summary><see cref="Queries.NearNode"/>.</summary>
    public bool Near { get; init; }

    /// <summary>The fields <see cref="Queries.QueryFields.Said"/> and <see cref="Queries.QueryFields.Speaker"/>.</summary>
    public bool Quotations { get; init; }

    /// <summary><see cref="ArticleQuery.Collapse"/>, <see cref="Searching.SearchHit.Story"/>, and filters by story; what asks for them is refused where it is false.</summary>
    public bool Stories { get; init; }

    /// <summary><see cref="IArticleIndex.Similar"/>.</summary>
    public bool Similarity { get; init; }

    /// <summary><see cref="IArticleIndex.Suggest"/>.</summary>
    public bool Suggestions { get; init; }

    /// <summary>Names of the syntaxes of its own, such as <c>lucene</c>, in which it reads a query: <see cref="Queries.NativeNode"/>.</summary>
    public ImmutableArray<string> Syntaxes { get; init; } = [];

    /// <summary>In words, what it can't execute; nothing when it can all.</summary>
    public IEnumerable<string> Denied()
    {
        (bool Can, string Name)[] all =
        [
            (Wildcards, "wildcards"), (Fuzzy, "fuzzy words"), (RegularExpressions, "regular expressions"), (Near, "NEAR"),
            (Quotations, "quotations"), (Stories, "stories"), (Similarity, "similar articles"), (Suggestions, "suggestions"),
        ];
        return all.Where(static each => !each.Can).Select(static each => each.Name);
    }
}
