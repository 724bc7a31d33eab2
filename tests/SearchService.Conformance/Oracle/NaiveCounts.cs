using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Oracle;

/// <summary>Counts one by one what a search counts.</summary>
/// <param name="collapse">What is one: a document, or a story.</param>
internal sealed class NaiveCounts(Collapse collapse)
{
    /// <summary>How many are there, stories as one.</summary>
    internal long Of(IEnumerable<NaiveDocument> documents) => collapse == Collapse.Story
        ? documents.Select(static document => document.Article.StoryId).Distinct(StringComparer.Ordinal).LongCount()
        : documents.LongCount();

    /// <summary>A facet, whole; what of it is shown is for the caller to say.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="matching">What matches without a choice in this facet.</param>
    /// <param name="own">What is chosen in it, or null.</param>
    internal Facet Facet(string field, IReadOnlyCollection<NaiveDocument> matching, FacetFilter? own)
    {
        IEnumerable<FacetBucket> buckets = field == FacetFields.Date ? Dates(matching, own, digits: 4) : Values(field, matching, own);
        ImmutableArray<FacetBucket> all = [.. buckets];
        return new Facet(
            field, all.Count(static bucket => bucket.Count > 0), Of(matching.Where(document => !document.Values(field).Any())), all, Choice(own, FacetFields.Missing));
    }

    /// <summary>A histogram with its split.</summary>
    /// <param name="interval">The width of a bucket.</param>
    /// <param name="matching">What matches.</param>
    /// <param name="covered">What the filters alone let pass.</param>
    /// <param name="split">The field that buckets are split by, or null.</param>
    /// <param name="splitSize">The most values of it.</param>
    internal Histogram Histogram(HistogramInterval interval, IReadOnlyCollection<NaiveDocument> matching, IReadOnlyCollection<NaiveDocument> covered, string? split, int splitSize)
    {
        ImmutableArray<string> values = split is null ? [] : [.. Values(split, matching, own: null).Select(static bucket => bucket.Value).Take(splitSize)];
        ILookup<DateOnly?, NaiveDocument> found = matching.ToLookup(document => BucketOf(document.Article.Date, interval)), all = covered.ToLookup(document => BucketOf(document.Article.Date, interval));
        DateOnly[] starts = [.. all.Select(static bucket => bucket.Key).OfType<DateOnly>().Order()];
        List<HistogramBucket> buckets = [];
        for (DateOnly from = starts.FirstOrDefault(); starts.Length > 0 && from <= starts[^1]; from = Next(from, interval))
        {
            buckets.Add(new HistogramBucket(from, Of(found[from]), Of(all[from]))
            {
                Split = [.. values.Select(value => Of(found[from].Where(document => document.Values(split!).Contains(value))))],
            });
        }

        return new Histogram(interval, [.. buckets], Of(found[null])) { Split = split is null ? null : new HistogramSplit(split, values) };
    }

    private static BucketChoice Choice(FacetFilter? own, string value) =>
        own is null ? BucketChoice.None : own.Included.Contains(value) ? BucketChoice.Included : own.Excluded.Contains(value) ? BucketChoice.Excluded : BucketChoice.None;

    private IOrderedEnumerable<FacetBucket> Values(string field, IReadOnlyCollection<NaiveDocument> matching, FacetFilter? own) =>
        matching.SelectMany(document => document.Values(field).Select(value => (value, document)))
            .ToLookup(static pair => pair.value, static pair => pair.document, StringComparer.Ordinal)
            .Select(group => new FacetBucket(group.Key, Of(group), Choice(own, group.Key), []))
            .OrderByDescending(static bucket => bucket.Count)
            .ThenBy(static bucket => bucket.Value, StringComparer.Ordinal);

    /// <summary>Years, or the months or days under what is chosen or holds what is.</summary>
    private IEnumerable<FacetBucket> Dates(IEnumerable<NaiveDocument> matching, FacetFilter? own, int digits) =>
        matching.Where(document => document.Article.Date?.ToString().Length >= digits)
            .GroupBy(document => document.Article.Date.ToString()![..digits], StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new FacetBucket(group.Key, Of(group), Choice(own, group.Key), digits < 10 && IsOpen(own, group.Key) ? [.. Dates(group, own, digits + 3)] : []));

    private static bool IsOpen(FacetFilter? own, string date) => own is not null
        && own.Included.Concat(own.Excluded).Any(value => ArticleDate.TryParse(value, out _) && value.StartsWith(date, StringComparison.Ordinal));

    /// <summary>The first day of the bucket that a date falls in; null for one that isn't known so precisely.</summary>
    private static DateOnly? BucketOf(ArticleDate? date, HistogramInterval interval) => (interval, date) switch
    {
        (_, null) => null,
        (HistogramInterval.Year, { } known) => new DateOnly(known.First.Year, 1, 1),
        (HistogramInterval.Month, { Precision: not DatePrecision.Year } known) => new DateOnly(known.First.Year, known.First.Month, 1),
        (HistogramInterval.Week, { Precision: DatePrecision.Day } known) => known.First.AddDays(-(((int)known.First.DayOfWeek + 6) % 7)),
        (HistogramInterval.Day, { Precision: DatePrecision.Day } known) => known.First,
        _ => null,
    };

    private static DateOnly Next(DateOnly from, HistogramInterval interval) => interval switch
    {
        HistogramInterval.Year => from.AddYears(1),
        HistogramInterval.Month => from.AddMonths(1),
        HistogramInterval.Week => from.AddDays(7),
        _ => from.AddDays(1),
    };
}
