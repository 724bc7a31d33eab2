using System.Collections.Immutable;
using SearchService.Core.Searching;

namespace SearchService.Backend.Counting;

/// <summary>Puts counts by day into the buckets of a histogram.</summary>
/// <param name="interval">Not <see cref="HistogramInterval.Auto"/>.</param>
public sealed class HistogramShape(HistogramInterval interval)
{
    /// <summary>The first day of the bucket that a day is in.</summary>
    /// <param name="day">Any day; of a date that is less precise than a bucket there is none.</param>
    public DateOnly BucketOf(DateOnly day) => interval switch
    {
        HistogramInterval.Year => new DateOnly(day.Year, 1, 1),
        HistogramInterval.Month => new DateOnly(day.Year, day.Month, 1),
        HistogramInterval.Week => day.AddDays(-(day.DayNumber % 7)), // ISO 8601 weeks begin on Monday; 0001-01-01, the first day there is, was one
        _ => day,
    };

    /// <summary>The histogram: without gaps from the first bucket to the last that holds anything at all.</summary>
    /// <param name="counts">Of what matches, by the first day of a bucket.</param>
    /// <param name="covered">Of all under the same filters.</param>
    /// <param name="missing">What matches and is in no bucket.</param>
    /// <param name="split">What the buckets are split by; null for nothing.</param>
    /// <param name="parts">The counts of each of its values.</param>
    public Histogram Read(
        IReadOnlyDictionary<DateOnly, long> counts,
        IReadOnlyDictionary<DateOnly, long> covered,
        long missing,
        HistogramSplit? split,
        ImmutableArray<IReadOnlyDictionary<DateOnly, long>> parts)
    {
        ImmutableArray<HistogramBucket>.Builder buckets = ImmutableArray.CreateBuilder<HistogramBucket>();
        if (covered.Count > 0)
        {
            DateOnly last = covered.Keys.Max();
            for (DateOnly from = covered.Keys.Min(); from <= last; from = Next(from))
            {
                DateOnly bucket = from;
                buckets.Add(new HistogramBucket(bucket, counts.GetValueOrDefault(bucket), covered.GetValueOrDefault(bucket))
                {
                    Split = [.. parts.Select(part => part.GetValueOrDefault(bucket))],
                });
                if (from == Next(from))
                {
                    break; // the calendar ends here
                }
            }
        }

        return new Histogram(interval, buckets.DrainToImmutable(), missing) { Split = split };
    }

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
