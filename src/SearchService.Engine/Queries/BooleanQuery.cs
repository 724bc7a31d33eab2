using System.Collections.Immutable;

namespace SearchService.Engine.Queries;

/// <summary>Combines queries. Score: the sum of the matching Must and Should clauses' scores, in the order of the clauses.</summary>
/// <remarks>
/// A document matches when it matches every <see cref="Occur.Must"/> and <see cref="Occur.Filter"/> clause, no
/// <see cref="Occur.MustNot"/> clause, and at least <see cref="MinimumShouldMatch"/> of the <see cref="Occur.Should"/>
/// clauses: at least one where there is neither a Must nor a Filter clause. So with nothing but MustNot clauses it
/// matches nothing, as in Lucene; add <see cref="Query.All"/> for "everything but".
/// </remarks>
/// <param name="Clauses">The clauses; the same query may be there more than once, and then counts as often.</param>
/// <param name="MinimumShouldMatch">How many Should clauses have to match; 0 or more.</param>
public sealed record BooleanQuery(ImmutableArray<BooleanClause> Clauses, int MinimumShouldMatch = 0) : Query
{
    /// <summary>How many Should clauses have to match; 0 or more.</summary>
    public int MinimumShouldMatch { get; } = MinimumShouldMatch >= 0
        ? MinimumShouldMatch
        : throw new ArgumentOutOfRangeException(nameof(MinimumShouldMatch), MinimumShouldMatch, "The number of clauses that must match can't be negative.");

    /// <summary>Documents that match every one of the queries.</summary>
    public static BooleanQuery AllOf(params IEnumerable<Query> queries) => new([.. queries.Select(q => new BooleanClause(q, Occur.Must))]);

    /// <summary>Documents that match at least one of the queries.</summary>
    public static BooleanQuery AnyOf(params IEnumerable<Query> queries) => new([.. queries.Select(q => new BooleanClause(q, Occur.Should))]);

    /// <summary>How many Should clauses have to match really: see the remarks of the type.</summary>
    internal int RequiredShould
    {
        get
        {
            foreach (var clause in Clauses)
            {
                if (clause.Occur is Occur.Must or Occur.Filter)
                {
                    return MinimumShouldMatch;
                }
            }

            return Math.Max(1, MinimumShouldMatch);
        }
    }

    /// <inheritdoc/>
    public bool Equals(BooleanQuery? other) =>
        other is not null && MinimumShouldMatch == other.MinimumShouldMatch && Clauses.AsSpan().SequenceEqual(other.Clauses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(MinimumShouldMatch);
        foreach (var clause in Clauses)
        {
            hash.Add(clause);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"({string.Join(' ', Clauses)}){(MinimumShouldMatch > 0 ? $"~{MinimumShouldMatch}" : "")}";
}
