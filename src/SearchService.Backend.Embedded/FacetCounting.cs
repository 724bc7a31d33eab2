using System.Collections.Immutable;
using SearchService.Backend.Counting;
using SearchService.Core.Searching;
using SearchService.Engine.Collect.Facets;

namespace SearchService.Backend.Embedded;

/// <summary>One facet of the product: what the engine has to count for it, and what becomes of the counts.</summary>
/// <remarks>A facet may need several counts: a date has its years, and the months and days under those that are chosen.</remarks>
internal abstract class FacetCounting
{
    /// <summary>What the engine counts.</summary>
    internal abstract ImmutableArray<FacetRequest> Requests { get; }

    /// <summary>The facet.</summary>
    /// <param name="results">Of <see cref="Requests"/>, in that order.</param>
    internal abstract Facet Shape(ReadOnlySpan<FacetResult> results);

    /// <summary>The counting of a field.</summary>
    /// <param name="field">One of <see cref="FacetFields"/>.</param>
    /// <param name="filters">Of the search; the field's own says what is chosen.</param>
    /// <param name="size">Buckets wanted.</param>
    /// <param name="fields">Of the documents that are counted.</param>
    internal static FacetCounting Of(string field, ImmutableArray<FacetFilter> filters, int size, LabelFields fields)
    {
        FacetChoice own = FacetChoice.In(field, filters);
        return field == FacetFields.Date ? new DateFacetCounting(own, fields) : new ValueFacetCounting(own, size, fields);
    }

    /// <summary>The filter group that the field's own counts leave out, or null when the search has none.</summary>
    internal static string? OwnGroup(FacetChoice own) => own.IsAny ? own.Filter.Field : null;
}

/// <summary>A facet of plain values.</summary>
/// <param name="own">What is chosen in it.</param>
/// <param name="size">Buckets wanted.</param>
/// <param name="fields">Of the documents that are counted.</param>
internal sealed class ValueFacetCounting(FacetChoice own, int size, LabelFields fields) : FacetCounting
{
    internal override ImmutableArray<FacetRequest> Requests { get; } =
    [
        new FacetRequest(fields.Of(own.Filter.Field))
        {
            OwnGroup = OwnGroup(own),
            Size = size,
            Included = own.Values,
        },
    ];

    internal override Facet Shape(ReadOnlySpan<FacetResult> results)
    {
        FacetResult result = results[0];
        IEnumerable<FacetCount> counts = result.Values
            .UnionBy(result.Included, count => count.Value)
            .OrderByDescending(count => count.Count)
            .ThenBy(count => count.Value, StringComparer.Ordinal);
        return new Facet(
            own.Filter.Field,
            result.Distinct,
            result.Missing,
            [.. counts.Select(count => new FacetBucket(count.Value, count.Count, own.Of(count.Value), []))],
            own.OfMissing);
    }
}

/// <summary>The facet of dates: years, under each that is chosen its months, under a month its days.</summary>
/// <param name="own">What is chosen in it.</param>
/// <param name="fields">Of the documents that are counted.</param>
internal sealed class DateFacetCounting(FacetChoice own, LabelFields fields) : FacetCounting
{
    private readonly ImmutableArray<string> _opened = own.OpenedDates;

    internal override ImmutableArray<FacetRequest> Requests =>
    [
        All(fields.Year, prefix: null),
        .. _opened.Select(date => All(date.Length == "yyyy".Length ? fields.Month : fields.Day, date + "-")),
    ];

    internal override Facet Shape(ReadOnlySpan<FacetResult> results)
    {
        Dictionary<string, FacetResult> under = new(StringComparer.Ordinal);
        for (int i = 0; i < _opened.Length; i++)
        {
            under[_opened[i]] = results[i + 1];
        }

        return new Facet(own.Filter.Field, results[0].Distinct, results[0].Missing, Buckets(results[0], under), own.OfMissing);
    }

    private FacetRequest All(int field, string? prefix) =>
        new(field) { OwnGroup = OwnGroup(own), Size = int.MaxValue, Prefix = prefix };

    private ImmutableArray<FacetBucket> Buckets(FacetResult result, Dictionary<string, FacetResult> under) =>
    [
        .. result.Values
            .OrderBy(count => count.Value, StringComparer.Ordinal)
            .Select(count => new FacetBucket(
                count.Value,
                count.Count,
                own.Of(count.Value),
                under.TryGetValue(count.Value, out FacetResult? children) ? Buckets(children, under) : [])),
    ];
}
