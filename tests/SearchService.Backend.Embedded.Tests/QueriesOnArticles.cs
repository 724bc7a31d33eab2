using SearchService.Core.Articles;
using SearchService.Core.Searching;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>What each form of the query language finds.</summary>
public sealed class QueriesOnArticles : IDisposable
{
    private readonly SmallArchive _archive = new(
        SmallArchive.Article("cafe", "The naïve café owner's troops were leaving.", "Well-known places") with
        {
            Source = "Gull & Sons",
            Country = "GB",
            Stance = "Critical",
            Authors = ["José García-Müller"],
            Topics = ["gun_control"],
            Date = ArticleDate.OfDay(new DateOnly(2022, 1, 13)),
            Language = "en",
        },
        SmallArchive.Article("leave", "A troop may leave; the cafe stays. “Once bitten, twice shy” — they said.", "Troops") with
        {
            Source = "Alba",
            Country = "ES",
            Stance = "neutral",
            Authors = ["Jose Garcia"],
            Date = ArticleDate.OfMonth(2022, 1),
        },
        SmallArchive.Article("year", "Once they had bitten, twice the shy.") with { Source = "Zephyr", Date = ArticleDate.OfYear(2022) },
        SmallArchive.Article("bare", "Nothing of the kind."));

    [Theory]
    [InlineData("", "bare cafe leave year")]
    [InlineData("*", "bare cafe leave year")]
    [InlineData("troops leave", "cafe leave")]
    [InlineData("cafe", "cafe leave")]
    [InlineData("café", "cafe leave")]
    [InlineData("\"cafe\"", "leave")]
    [InlineData("\"café owner's\"", "cafe")]
    [InlineData("owner", "cafe")]
    [InlineData("verbatim:leave", "leave")]
    [InlineData("\"once bitten twice shy\"", "leave")]
    [InlineData("\"Once bitten, twice SHY\"", "leave")]
    [InlineData("\"once bitten twice shy\"~4", "leave year")]
    [InlineData("caf*", "cafe leave")]
    [InlineData("café*", "cafe leave")]
    [InlineData("c?f*", "cafe leave")]
    [InlineData("CA*É", "cafe leave")]
    [InlineData("*eav*", "cafe leave")]
    [InlineData("leav?ng", "cafe")]
    [InlineData("caef~1", "cafe leave")]
    [InlineData("leeve~1", "leave")]
    [InlineData("/(ca|na)[fï].*/", "cafe leave")]
    [InlineData("/CAF[É]/", "cafe leave")]
    [InlineData("/leav/", "")]
    [InlineData("title:/well|ferry/", "cafe")]
    [InlineData("author:gar*ía", "cafe leave")]
    [InlineData("author:muler~1", "cafe")]
    [InlineData("source:/g.ll/", "cafe")]
    [InlineData("topic:g?n", "cafe")]
    [InlineData("well-known", "cafe")]
    [InlineData("title:troop", "leave")]
    [InlineData("troops -title:troops", "cafe")]
    [InlineData("-cafe", "bare year")]
    [InlineData("bitten OR NOT cafe", "bare leave year")]
    [InlineData("stance:CRITICAL", "cafe")]
    [InlineData("country:es", "leave")]
    [InlineData("source:gull", "cafe")]
    [InlineData("author:garcia", "cafe leave")]
    [InlineData("author:garcía", "cafe leave")]
    [InlineData("author:\"jose garcia\"", "leave")]
    [InlineData("author:mull*", "cafe")]
    [InlineData("topic:gun", "cafe")]
    [InlineData("topic:gun_control", "cafe")]
    [InlineData("id:bare", "bare")]
    [InlineData("id:BARE", "")]
    [InlineData("lang:EN", "cafe")]
    [InlineData("date:2022", "cafe leave year")]
    [InlineData("date:2022-01", "cafe leave")]
    [InlineData("date:2022-01-13", "cafe")]
    [InlineData("date:[2022-01-02 TO *]", "cafe")]
    [InlineData("date:[* TO 2022-12-31]", "cafe leave year")]
    [InlineData("date:[* TO 2022-12-30]", "cafe leave")]
    [InlineData("_missing:date", "bare")]
    [InlineData("_missing:title", "bare year")]
    [InlineData("source:[a TO h]", "cafe leave")]
    [InlineData("source:{gull TO *}", "cafe year")]
    [InlineData("title:[places TO troops}", "cafe")]
    [InlineData("bitten^3 AND date:2022", "leave year")]
    public void A_query_finds(string query, string expected) => Assert.Equal(expected, _archive.Ids(query));

    [Fact]
    public void A_fuzzy_word_scores_by_its_edits_and_other_patterns_do_not()
    {
        using SmallArchive archive = new(SmallArchive.Article("b", "bota"), SmallArchive.Article("c", "bto boat"), SmallArchive.Article("d", "oats"));
        Assert.Equal([("c", 1.0), ("b", 0.6667), ("d", 0.3333)], Scores("boat~2"));
        Assert.Equal([("c", 1.0), ("b", 0.5)], Scores("boat~1"));
        Assert.Equal([("b", 1.0), ("c", 1.0), ("d", 1.0)], Scores("*o*"));

        (string, double)[] Scores(string query) => [.. archive.Search(query).Hits.Select(hit => (hit.Article.Id, Math.Round(hit.Score, 4)))];
    }

    [Fact]
    public void Dates_open_into_months_and_days_where_chosen()
    {
        Facet dates = _archive.Search("", new FacetFilter(FacetFields.Date, ["2022-01"], [])).Facets.Single(facet => facet.Field == FacetFields.Date);
        FacetBucket year = Assert.Single(dates.Values), month = Assert.Single(year.Children), day = Assert.Single(month.Children);
        Assert.Equal(("2022", 3L, BucketChoice.None), (year.Value, year.Count, year.Choice));
        Assert.Equal(("2022-01", 2L, BucketChoice.Included), (month.Value, month.Count, month.Choice));
        Assert.Equal(("2022-01-13", 1L), (day.Value, day.Count));
        Assert.Equal(1, dates.Missing);
    }

    [Fact]
    public void A_histogram_counts_what_is_known_precisely_enough_and_says_the_rest()
    {
        Histogram histogram = _archive.Search("bitten OR cafe").Histogram!;
        HistogramBucket month = Assert.Single(histogram.Buckets);
        Assert.Equal((new DateOnly(2022, 1, 1), 2L, 2L), (month.From, month.Count, month.Covered));
        Assert.Equal(1, histogram.Missing);
    }

    [Fact]
    public void Chosen_values_are_in_their_facet_even_without_matches()
    {
        Facet sources = _archive.Search("troop", new FacetFilter(FacetFields.Source, ["Zephyr"], ["Alba"])).Facets.Single(facet => facet.Field == FacetFields.Source);
        Assert.Equal(
            [("Alba", 1L, BucketChoice.Excluded), ("Gull & Sons", 1L, BucketChoice.None), ("Zephyr", 0L, BucketChoice.Included)],
            sources.Values.Select(bucket => (bucket.Value, bucket.Count, bucket.Choice)));
    }

    [Fact]
    public void Newest_and_oldest_put_articles_without_a_date_last()
    {
        ArticleSearch search = new(_archive.Index);
        string Order(SortOrder sort) => string.Join(' ', search.Search(new SearchRequest { Sort = sort }, TestContext.Current.CancellationToken).Hits.Select(hit => hit.Article.Id));
        Assert.StartsWith("cafe", Order(SortOrder.Newest), StringComparison.Ordinal);
        Assert.EndsWith("bare", Order(SortOrder.Newest), StringComparison.Ordinal);
        Assert.EndsWith("cafe bare", Order(SortOrder.Oldest), StringComparison.Ordinal);
    }

    public void Dispose() => _archive.Dispose();
}
