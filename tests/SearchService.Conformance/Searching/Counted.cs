using System.Collections.Immutable;
using SearchService.Conformance.Oracle;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Searching;

/// <summary>Holds facets and histograms against counting one by one.</summary>
internal static class Counted
{
    internal static void AssertFacets(NaiveArchive naive, ArticleQuery query, ImmutableArray<Facet> facets, object about, SearchIn place = SearchIn.Articles)
    {
        Assert.Equal(query.Facets, facets.Select(facet => facet.Field));
        foreach (Facet facet in facets)
        {
            FacetFilter? own = query.Filters.FirstOrDefault(filter => filter.Field == facet.Field);
            NaiveDocument[] sideways = [.. naive.Matching(query.Root, query.Filters.Where(filter => filter != own), place)];
            Facet expected = new NaiveCounts(query.Collapse).Facet(facet.Field, sideways, own);
            Assert.True((expected.Distinct, expected.Missing, expected.MissingSelected) == (facet.Distinct, facet.Missing, facet.MissingSelected), $"{facet.Field}: {expected} expected, {facet} found: {about}");
            Assert.True(
                Told(Shown(expected, query, own)).SequenceEqual(Told(facet.Values)),
                $"{facet.Field}: {string.Join(' ', Told(Shown(expected, query, own)))} expected, {string.Join(' ', Told(facet.Values))} found: {about}");
        }
    }

    internal static void AssertHistogram(NaiveArchive naive, ArticleQuery query, Histogram? histogram, NaiveDocument[] matching, object about, SearchIn place = SearchIn.Articles)
    {
        Assert.Equal(query.Interval, histogram?.Interval);
        if (histogram is not null)
        {
            NaiveDocument[] covered = [.. naive.Matching(root: null, query.Filters, place)];
            Histogram expected = new NaiveCounts(query.Collapse).Histogram(query.Interval!.Value, matching, covered, query.Split, query.SplitSize);
            Assert.True(expected.Missing == histogram.Missing, $"{expected.Missing} missing expected, {histogram.Missing} found: {about}");
            Assert.Equal(expected.Split?.Field, histogram.Split?.Field);
            Assert.Equal(expected.Split?.Values ?? [], histogram.Split?.Values ?? []);
            Assert.True(Told(expected.Buckets).SequenceEqual(Told(histogram.Buckets)), $"{string.Join(' ', Told(expected.Buckets))} expected, {string.Join(' ', Told(histogram.Buckets))} found: {about}");
        }
    }

    /// <summary>Of all values the most frequent ones, and what is chosen, even where nothing has it; of dates all.</summary>
    private static IEnumerable<FacetBucket> Shown(Facet facet, ArticleQuery query, FacetFilter? own)
    {
        if (facet.Field == FacetFields.Date)
        {
            return facet.Values;
        }

        HashSet<string> chosen = [.. (own?.Included ?? []).Concat(own?.Excluded ?? []).Where(value => value != FacetFields.Missing)];
        IEnumerable<FacetBucket> none = chosen.Where(value => facet.Values.All(bucket => bucket.Value != value))
            .Select(value => new FacetBucket(value, 0, own!.Included.Contains(value) ? BucketChoice.Included : BucketChoice.Excluded, []));
        return facet.Values.Take(query.FacetSize).UnionBy(facet.Values.Where(bucket => chosen.Contains(bucket.Value)), bucket => bucket.Value).Concat(none)
            .OrderByDescending(bucket => bucket.Count).ThenBy(bucket => bucket.Value, StringComparer.Ordinal);
    }

    /// <summary>Buckets in words.</summary>
    internal static IEnumerable<string> Told(IEnumerable<FacetBucket> buckets) =>
        buckets.Select(bucket => $"{bucket.Value}:{bucket.Count}{(bucket.Choice == BucketChoice.None ? "" : $" {bucket.Choice}")}{(bucket.Children.IsEmpty ? "" : $"({string.Join(' ', Told(bucket.Children))})")}");

    /// <summary>Buckets in words.</summary>
    internal static IEnumerable<string> Told(ImmutableArray<HistogramBucket> buckets) =>
        buckets.Select(bucket => $"{bucket.From:yyyy-MM-dd}:{bucket.Count}/{bucket.Covered}{(bucket.Split.IsDefaultOrEmpty ? "" : $"({string.Join(' ', bucket.Split)})")}");
}
