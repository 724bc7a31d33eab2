using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.Counting;

/// <summary>What a search chooses in one facet, as its buckets tell it.</summary>
/// <param name="filter">Of the facet's field.</param>
public sealed class FacetChoice(FacetFilter filter)
{
    /// <summary>Gets the filter.</summary>
    public FacetFilter Filter => filter;

    /// <summary>Gets a value indicating whether anything is chosen or excluded.</summary>
    public bool IsAny => !filter.Included.IsEmpty || !filter.Excluded.IsEmpty;

    /// <summary>Gets what is said of the matches without a value.</summary>
    public BucketChoice OfMissing => Of(FacetFields.Missing);

    /// <summary>Gets the values chosen or excluded, each once.</summary>
    public ImmutableArray<string> Values => [.. filter.Included.Concat(filter.Excluded).Where(static value => value != FacetFields.Missing).Distinct(StringComparer.Ordinal)];

    /// <summary>Gets the years and months that are chosen, and those that hold a date that is: under each its months or days are shown.</summary>
    public ImmutableArray<string> OpenedDates =>
    [
        .. filter.Included.Concat(filter.Excluded)
            .Where(static value => ArticleDate.TryParse(value, out _))
            .SelectMany(static value => new[] { value[..4], value[..Math.Min(value.Length, 7)] })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a search chooses in a field.</summary>
    /// <param name="field">One of <see cref="FacetFields"/>.</param>
    /// <param name="filters">At most one a field.</param>
    public static FacetChoice In(string field, ImmutableArray<FacetFilter> filters) =>
        new(filters.FirstOrDefault(filter => filter.Field == field) ?? new FacetFilter(field, [], []));

    /// <summary>What is said of a value.</summary>
    /// <param name="value">The value.</param>
    public BucketChoice Of(string value) =>
        filter.Included.Contains(value) ? BucketChoice.Included
        : filter.Excluded.Contains(value) ? BucketChoice.Excluded
        : BucketChoice.None;
}
