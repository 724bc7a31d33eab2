using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Core.Searching;

/// <summary>Chooses the width of a histogram's buckets by the period it shows.</summary>
internal static class HistogramScale
{
    private const int BucketsAimedAt = 120;

    /// <exception cref="InvalidRequestException">The interval asked for gives more buckets than the limit.</exception>
    internal static HistogramInterval? Choose(SearchRequest request, IArticleIndex index, SearchLimits limits)
    {
        if (request.Interval is not { } interval)
        {
            return null;
        }

        int days = DaysShown(request, index);
        if (interval == HistogramInterval.Auto)
        {
            return days <= BucketsAimedAt ? HistogramInterval.Day
                : days <= BucketsAimedAt * 7 / 2 ? HistogramInterval.Week
                : days <= BucketsAimedAt * 31 ? HistogramInterval.Month
                : HistogramInterval.Year;
        }

        int width = interval switch
        {
            HistogramInterval.Day => 1,
            HistogramInterval.Week => 7,
            HistogramInterval.Month => 28,
            _ => 365,
        };
        if (days / width > limits.MaxHistogramBuckets)
        {
            throw new InvalidRequestException(
                "too_many_buckets", "interval", $"The archive spans {days} days: more than {limits.MaxHistogramBuckets} buckets. Ask for a wider interval, or choose a period with 'date'.");
        }

        return interval;
    }

    private static int DaysShown(SearchRequest request, IArticleIndex index)
    {
        IndexDescription archive = index.Describe();
        if (archive.Earliest is not { } earliest || archive.Latest is not { } latest)
        {
            return 0;
        }

        DateOnly? from = null, to = null;
        foreach (string value in request.Filters.FirstOrDefault(filter => filter.Field == FacetFields.Date)?.Included ?? [])
        {
            if (DatePeriod.TryParse(value, out DatePeriod period))
            {
                DateOnly first = period.From ?? earliest, end = period.To ?? latest;
                from = from < first ? from : first;
                to = to > end ? to : end;
            }
        }

        DateOnly start = from is { } chosen && chosen > earliest ? chosen : earliest;
        DateOnly stop = to is { } bound && bound < latest ? bound : latest;
        return Math.Max(0, stop.DayNumber - start.DayNumber);
    }
}
