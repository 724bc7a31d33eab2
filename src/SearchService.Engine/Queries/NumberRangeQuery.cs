namespace SearchService.Engine.Queries;

/// <summary>Matches the documents whose number field has a value in a range. Score: 1.</summary>
/// <param name="Field">Number of a number field.</param>
/// <param name="Min">The smallest value that matches.</param>
/// <param name="Max">The largest value that matches; below <paramref name="Min"/> nothing does.</param>
public sealed record NumberRangeQuery(int Field, long Min, long Max) : Query
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}:[{Min} TO {Max}]";
}
