using System.Collections.Immutable;

namespace SearchService.Engine.Queries;

/// <summary>Matches the documents that have at least one of some values in a keyword field. Score: 1.</summary>
/// <param name="Field">Number of a keyword field.</param>
/// <param name="Values">The values, compared exactly; none matches nothing.</param>
public sealed record KeywordQuery(int Field, ImmutableArray<string> Values) : Query
{
    /// <summary>A query for one value.</summary>
    public KeywordQuery(int field, string value)
        : this(field, [value])
    {
    }

    /// <inheritdoc/>
    public bool Equals(KeywordQuery? other) =>
        other is not null && Field == other.Field && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field);
        foreach (var value in Values)
        {
            hash.Add(value, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:[{string.Join('|', Values)}]";
}
