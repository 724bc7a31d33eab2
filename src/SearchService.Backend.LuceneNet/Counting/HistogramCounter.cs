using System.Collections.Immutable;
using SearchService.Backend.Counting;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Counting;

/// <summary>Counts histograms of dates.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="interval">Not <see cref="HistogramInterval.Auto"/>.</param>
/// <param name="byStory">Whether stories are counted, not articles.</param>
internal sealed class HistogramCounter(ArchiveReader archive, HistogramInterval interval, bool byStory)
{
    private readonly HistogramShape _shape = new(interval);

    /// <summary>Counts.</summary>
    /// <param name="sets">What was found.</param>
    /// <param name="split">The facet that buckets are split by, or null.</param>
    /// <param name="splitSize">The most values of it.</param>
    internal Histogram Count(SidewaysSets sets, string? split, int splitSize)
    {
        DatePrecision least = interval switch { HistogramInterval.Year => DatePrecision.Year, HistogramInterval.Month => DatePrecision.Month, _ => DatePrecision.Day };
        DateOnly?[] buckets = [.. archive.Dates.Values.Select(date => date.Precision >= least ? _shape.BucketOf(date.First) : (DateOnly?)null)];
        DateOnly[] distinct = [.. buckets.OfType<DateOnly>().Distinct().Order()];
        int[] boxOf = [.. buckets.Select(bucket => bucket is { } day ? Array.BinarySearch(distinct, day) : -1)];

        CountedDocuments found = new(archive, sets.Found, byStory);
        ValueCounts counts = Count(found);
        (HistogramSplit? by, ImmutableArray<IReadOnlyDictionary<DateOnly, long>> parts) = split is null ? (null, []) : Split();
        return _shape.Read(ByDay(counts), ByDay(Count(new CountedDocuments(archive, sets.Covered(), byStory))), counts.Missing, by, parts);

        ValueCounts Count(CountedDocuments documents) => documents.Count(archive.Dates, boxOf, distinct.Length);

        IReadOnlyDictionary<DateOnly, long> ByDay(ValueCounts days) => days.Present().ToDictionary(box => distinct[box], box => days[box]);

        (HistogramSplit?, ImmutableArray<IReadOnlyDictionary<DateOnly, long>>) Split()
        {
            LabelColumn column = archive.Label(split);
            ValueCounts values = found.Count(column);
            int[] most = [.. values.MostFrequent(values.Present(), splitSize)];
            return (
                new HistogramSplit(split, [.. most.Select(ordinal => column.Values[ordinal])]),
                [.. most.Select(ordinal => ByDay(Count(found.Where(document => column.Of(document).Contains(ordinal)))))]);
        }
    }
}
