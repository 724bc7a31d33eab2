using System.Collections.Immutable;

namespace SearchService.Quotations.Verification;

/// <summary>Places that have a text verbatim.</summary>
/// <param name="Total">Articles.</param>
/// <param name="Exact">Whether there are no more.</param>
/// <param name="Places">Those asked for, first by date.</param>
internal sealed record FoundPlaces(long Total, bool Exact, ImmutableArray<VerifiedPlace> Places)
{
    /// <summary>None.</summary>
    public static FoundPlaces None { get; } = new(0, true, []);

    /// <summary>Orders places by date, without one last; the same article's as they stand in it.</summary>
    public static ImmutableArray<VerifiedPlace> ByDate(IEnumerable<VerifiedPlace> places, int most) =>
        [.. places.OrderBy(static place => place.Article.Date?.First ?? DateOnly.MaxValue).Take(most)];
}
