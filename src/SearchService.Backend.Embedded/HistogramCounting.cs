using System.Collections.Immutable;
using SearchService.Backend.Counting;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Collect.Facets;

namespace SearchService.Backend.Embedded;

/// <summary>A histogram of dates: what the engine has to count for it, and what becomes of the counts.</summary>
/// <param name="interval">Not <see cref="HistogramInterval.Auto"/>.</param>
/// <param name="fields">Of the documents that are counted.</param>
/// <param name="split">The facet that its buckets are split by, or null.</param>
/// <param name="splitSize">The most values of it.</param>
internal sealed class HistogramCounting(HistogramInterval interval, LabelFields fields, string? split, int splitSize)
{
    private readonly HistogramShape _shape = new(interval);

    /// <summary>Matches, then all documents under the same filters.</summary>
    internal ImmutableArray<FacetRequest> Requests
    {
        get
        {
            FacetRequest matches = new(interval switch
            {
                HistogramInterval.Year => fields.Year,
                HistogramInterval.Month => fields.Month,
                _ => fields.Day,
            })
            {
                InOrder = true,
                Bucket = interval == HistogramInterval.Week ? WeekOf : null,
            };
            return [matches with { Split = split is null ? null : new FacetSplit(fields.Of(split), splitSize) }, matches with { IgnoresQuery = true }];
        }
    }

    /// <summary>The histogram, from the results of <see cref="Requests"/>.</summary>
    internal Histogram Shape(FacetResult matches, FacetResult covered) => _shape.Read(
        Counts(matches.Values),
        Counts(covered.Values),
        matches.Missing,
        split is null ? null : new HistogramSplit(split, [.. matches.Parts.Select(static part => part.Value)]),
        [.. matches.Parts.Select(part => Counts(part.Values))]);

    // A story of two days is one of their week.
    private long WeekOf(string day) => ArticleDate.TryParse(day, out ArticleDate date) ? _shape.BucketOf(date.First).DayNumber : -1;

    private Dictionary<DateOnly, long> Counts(ImmutableArray<FacetCount> values)
    {
        Dictionary<DateOnly, long> counts = [];
        foreach (FacetCount count in values)
        {
            if (ArticleDate.TryParse(count.Value, out ArticleDate date))
            {
                DateOnly bucket = _shape.BucketOf(date.First);
                counts[bucket] = counts.GetValueOrDefault(bucket) + count.Count;
            }
        }

        return counts;
    }
}
