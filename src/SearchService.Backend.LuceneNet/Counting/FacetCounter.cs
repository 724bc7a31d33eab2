using System.Collections.Immutable;
using System.Globalization;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Backend.Counting;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.LuceneNet.Counting;

/// <summary>Counts facets: of plain values, and of dates, with months under a year that is chosen and days under a month.</summary>
/// <param name="archive">What was searched.</param>
/// <param name="byStory">Whether stories are counted, not articles.</param>
internal sealed class FacetCounter(ArchiveReader archive, bool byStory)
{
    /// <summary>A facet of a search.</summary>
    /// <param name="field">One of <see cref="FacetFields"/>.</param>
    /// <param name="sets">What was found.</param>
    /// <param name="filters">What is chosen.</param>
    /// <param name="size">Buckets wanted.</param>
    internal Facet Count(string field, SidewaysSets sets, ImmutableArray<FacetFilter> filters, int size)
    {
        FacetChoice own = FacetChoice.In(field, filters);
        CountedDocuments documents = new(archive, sets.FoundBut(field), byStory);
        return field == FacetFields.Date ? Dates(own, documents) : Values(own, documents, size);
    }

    /// <summary>The values of one facet that hold a text.</summary>
    /// <param name="field">One of <see cref="FacetFields"/>.</param>
    /// <param name="found">What is counted.</param>
    /// <param name="contains">Case and diacritics aside; empty for all.</param>
    /// <param name="size">Values wanted.</param>
    internal (int Distinct, long Missing, ImmutableArray<FacetBucket> Values) Values(string field, FixedBitSet found, string contains, int size)
    {
        CountedDocuments documents = new(archive, found, byStory);
        (ValueCounts counts, ImmutableArray<string> values) = field == FacetFields.Date
            ? CountDates(documents, PrecisionFor(contains))
            : (documents.Count(archive.Label(field)), archive.Label(field).Values);
        int[] fitting = [.. counts.Present().Where(ordinal => contains.Length == 0 || Holds(values[ordinal], contains))];
        return (fitting.Length, counts.Missing, [.. counts.MostFrequent(fitting, size).Select(ordinal => new FacetBucket(values[ordinal], counts[ordinal], BucketChoice.None, []))]);
    }

    private static bool Holds(string value, string contains) => Folded(value).AsSpan().IndexOf(Folded(contains)) >= 0;

    private static byte[] Folded(string text) => TermNormalizer.FoldPrefix(text).Folded;

    /// <summary>Years, unless more than a year is typed.</summary>
    private static DatePrecision PrecisionFor(string contains) => contains.Length switch
    {
        <= 4 => DatePrecision.Year,
        <= 7 => DatePrecision.Month,
        _ => DatePrecision.Day,
    };

    private Facet Values(FacetChoice own, CountedDocuments documents, int size)
    {
        LabelColumn column = archive.Label(own.Filter.Field);
        ValueCounts counts = documents.Count(column);
        int[] present = [.. counts.Present()];
        IEnumerable<(string Value, long Count)> chosen = own.Values.Select(value => (value, column.OrdinalOf(value) is >= 0 and int ordinal ? counts[ordinal] : 0));
        IEnumerable<(string Value, long Count)> shown = counts.MostFrequent(present, size).Select(ordinal => (column.Values[ordinal], counts[ordinal]))
            .Union(chosen)
            .OrderByDescending(static bucket => bucket.Item2).ThenBy(static bucket => bucket.Item1, StringComparer.Ordinal);
        return new Facet(
            own.Filter.Field,
            present.Length,
            counts.Missing,
            [.. shown.Select(bucket => new FacetBucket(bucket.Value, bucket.Count, own.Of(bucket.Value), []))],
            own.OfMissing);
    }

    private Facet Dates(FacetChoice own, CountedDocuments documents)
    {
        ImmutableArray<string> opened = own.OpenedDates;
        (ValueCounts years, ImmutableArray<string> texts) = CountDates(documents, DatePrecision.Year);
        ImmutableArray<FacetBucket> buckets = Buckets(years, texts, "");
        return new Facet(own.Filter.Field, buckets.Length, years.Missing, buckets, own.OfMissing);

        ImmutableArray<FacetBucket> Buckets(ValueCounts counts, ImmutableArray<string> values, string under) =>
        [
            .. counts.Present()
                .Where(ordinal => values[ordinal].StartsWith(under, StringComparison.Ordinal))
                .Select(ordinal => new FacetBucket(values[ordinal], counts[ordinal], own.Of(values[ordinal]), Children(values[ordinal]))),
        ];

        ImmutableArray<FacetBucket> Children(string date)
        {
            if (date.Length == "yyyy-MM-dd".Length || !opened.Contains(date))
            {
                return [];
            }

            (ValueCounts counts, ImmutableArray<string> values) = CountDates(documents, date.Length == "yyyy".Length ? DatePrecision.Month : DatePrecision.Day);
            return Buckets(counts, values, date + "-");
        }
    }

    /// <summary>Counts years, months or days, each by its name.</summary>
    private (ValueCounts Counts, ImmutableArray<string> Values) CountDates(CountedDocuments documents, DatePrecision precision)
    {
        string form = precision switch { DatePrecision.Year => "yyyy", DatePrecision.Month => "yyyy-MM", _ => "yyyy-MM-dd" };
        string?[] names = [.. archive.Dates.Values.Select(date => date.Precision >= precision ? date.First.ToString(form, CultureInfo.InvariantCulture) : null)];
        ImmutableArray<string> values = [.. names.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] boxOf = [.. names.Select(name => name is null ? -1 : values.BinarySearch(name, StringComparer.Ordinal))];
        return (documents.Count(archive.Dates, boxOf, values.Length), values);
    }
}
