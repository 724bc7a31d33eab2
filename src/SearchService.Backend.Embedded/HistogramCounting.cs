using System.Collections.Immutable;
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
    internal Histogram Shape(FacetResult matches, FacetResult covered)
    {
        Dictionary<DateOnly, long> counts = Counts(matches.Values), coverage = Counts(covered.Values);
        ImmutableArray<Dictionary<DateOnly, long>> parts = [.. matches.Parts.Select(part => Counts(part.Values))];
        ImmutableArray<HistogramBucket>.Builder buckets = ImmutableArray.CreateBuilder<HistogramBucket>();
        if (coverage.Count > 0)
        {
            DateOnly last = coverage.Keys.Max();
            for (DateOnly from = coverage.Keys.Min(); from <= last; from = Next(from))
            {
                DateOnly bucket = from;
                buckets.Add(new HistogramBucket(bucket, counts.GetValueOrDefault(bucket), coverage.GetValueOrDefault(bucket))
                {
                    Split = [.. parts.Select(part => part.GetValueOrDefault(bucket))],
                });
                if (from == Next(from))
                {
                    break; // the calendar ends here
                }
            }
        }

        return new Histogram(interval, buckets.DrainToImmutable(), matches.Missing)
        {
            Split = split is null ? null : new HistogramSplit(split, [.. matches.Parts.Select(static part => part.Value)]),
        };
    }

    // A story of two days is one of their week.
    private static long WeekOf(string day) => ArticleDate.TryParse(day, out ArticleDate date) ? Monday(date.First).DayNumber : -1;

    private Dictionary<DateOnly, long> Counts(ImmutableArray<FacetCount> values)
    {
        Dictionary<DateOnly, long> counts = [];
        foreach (FacetCount count in values)
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
