using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;
using SearchService.Engine.Collect.Facets;

namespace SearchService.Backend.Embedded;

/// <summary>A histogram of dates: what the engine has to count for it, and what becomes of the counts.</summary>
/// <param name="interval">Not <see cref="HistogramInterval.Auto"/>.</param>
/// <param name="fields">Of the documents that are counted.</param>
internal sealed class HistogramCounting(HistogramInterval interval, LabelFields fields)
{
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
                Size = int.MaxValue,
                Bucket = interval == HistogramInterval.Week ? WeekOf : null,
            };
            return [matches, matches with { IgnoresQuery = true }];
        }
    }

    /// <summary>The histogram, from the results of <see cref="Requests"/>.</summary>
    internal Histogram Shape(FacetResult matches, FacetResult covered)
    {
        Dictionary<DateOnly, long> counts = Counts(matches), coverage = Counts(covered);
        ImmutableArray<HistogramBucket>.Builder buckets = ImmutableArray.CreateBuilder<HistogramBucket>();
        if (coverage.Count > 0)
        {
            DateOnly last = coverage.Keys.Max();
            for (DateOnly from = coverage.Keys.Min(); from <= last; from = Next(from))
            {
                buckets.Add(new HistogramBucket(from, counts.GetValueOrDefault(from), coverage.GetValueOrDefault(from)));
                if (from == Next(from))
                {
                    break; // the calendar ends here
                }
            }
        }

        return new Histogram(interval, buckets.DrainToImmutable(), matches.Missing);
    }

    // A story of two days is one of their week.
    private static long WeekOf(string day) => ArticleDate.TryParse(day, out ArticleDate date) ? Monday(date.First).DayNumber : -1;

    private Dictionary<DateOnly, long> Counts(FacetResult result)
    {
        Dictionary<DateOnly, long> counts = [];
        foreach (FacetCount count in result.Values)
        {
            if (ArticleDate.TryParse(count.Value, out ArticleDate date))
            {
                DateOnly bucket = interval == HistogramInterval.Week ? Monday(date.First) : date.First;
                counts[bucket] = counts.GetValueOrDefault(bucket) + count.Count;
            }
        }

        return counts;
    }

    /// <summary>ISO 8601 weeks begin on Monday; 0001-01-01, the first day there is, was one.</summary>
    private static DateOnly Monday(DateOnly day) => day.AddDays(-(day.DayNumber % 7));

    private DateOnly Next(DateOnly from)
    {
        try
        {
            return interval switch
            {
                HistogramInterval.Year => from.AddYears(1),
                HistogramInterval.Month => from.AddMonths(1),
                HistogramInterval.Week => from.AddDays(7),
                _ => from.AddDays(1),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return from;
        }
    }
}
