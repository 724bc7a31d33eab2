using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Searching;

/// <summary>What each form of the query language finds.</summary>
public sealed class QueriesOnArticles : IDisposable
{
    private readonly SmallArchives _archives = new(
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
    [EveryBackend("", "bare cafe leave year")]
    [EveryBackend("*", "bare cafe leave year")]
    [EveryBackend("troops leave", "cafe leave")]
    [EveryBackend("cafe", "cafe leave")]
    [EveryBackend("café", "cafe leave")]
    [EveryBackend("\"cafe\"", "leave")]
    [EveryBackend("\"café owner's\"", "cafe")]
    [EveryBackend("owner", "cafe")]
    [EveryBackend("verbatim:leave", "leave")]
    [EveryBackend("\"once bitten twice shy\"", "leave")]
    [EveryBackend("\"Once bitten, twice SHY\"", "leave")]
    [EveryBackend("\"once bitten twice shy\"~4", "leave year")]
    [EveryBackend("caf*", "cafe leave")]
    [EveryBackend("café*", "cafe leave")]
    [EveryBackend("c?f*", "cafe leave")]
    [EveryBackend("CA*É", "cafe leave")]
    [EveryBackend("*eav*", "cafe leave")]
    [EveryBackend("leav?ng", "cafe")]
    [EveryBackend("caef~1", "cafe leave")]
    [EveryBackend("leeve~1", "leave")]
    [EveryBackend("/(ca|na)[fï].*/", "cafe leave")]
    [EveryBackend("/CAF[É]/", "cafe leave")]
    [EveryBackend("/leav/", "")]
    [EveryBackend("title:/well|ferry/", "cafe")]
    [EveryBackend("author:gar*ía", "cafe leave")]
    [EveryBackend("author:muler~1", "cafe")]
    [EveryBackend("source:/g.ll/", "cafe")]
    [EveryBackend("topic:g?n", "cafe")]
    [EveryBackend("well-known", "cafe")]
    [EveryBackend("title:troop", "leave")]
    [EveryBackend("troops -title:troops", "cafe")]
    [EveryBackend("-cafe", "bare year")]
    [EveryBackend("bitten OR NOT cafe", "bare leave year")]
    [EveryBackend("stance:CRITICAL", "cafe")]
    [EveryBackend("country:es", "leave")]
    [EveryBackend("source:gull", "cafe")]
    [EveryBackend("author:garcia", "cafe leave")]
    [EveryBackend("author:garcía", "cafe leave")]
    [EveryBackend("author:\"jose garcia\"", "leave")]
    [EveryBackend("author:mull*", "cafe")]
    [EveryBackend("topic:gun", "cafe")]
    [EveryBackend("topic:gun_control", "cafe")]
    [EveryBackend("id:bare", "bare")]
    [EveryBackend("id:BARE", "")]
    [EveryBackend("lang:EN", "cafe")]
    [EveryBackend("date:2022", "cafe leave year")]
    [EveryBackend("date:2022-01", "cafe leave")]
    [EveryBackend("date:2022-01-13", "cafe")]
    [EveryBackend("date:[2022-01-02 TO *]", "cafe")]
    [EveryBackend("date:[* TO 2022-12-31]", "cafe leave year")]
    [EveryBackend("date:[* TO 2022-12-30]", "cafe leave")]
    [EveryBackend("_missing:date", "bare")]
    [EveryBackend("_missing:title", "bare year")]
    [EveryBackend("source:[a TO h]", "cafe leave")]
    [EveryBackend("source:{gull TO *}", "cafe year")]
    [EveryBackend("title:[places TO troops}", "cafe")]
    [EveryBackend("bitten^3 AND date:2022", "leave year")]
    public void A_query_finds(IBackend backend, string query, string expected) => Assert.Equal(expected, _archives.On(backend).Ids(query));

    [Theory, EveryBackend]
    public void A_fuzzy_word_scores_by_its_edits_and_other_patterns_do_not(IBackend backend)
    {
        using SmallArchive archive = new(backend, SmallArchive.Article("b", "bota"), SmallArchive.Article("c", "bto boat"), SmallArchive.Article("d", "oats"));
        Assert.Equal([("c", 1.0), ("b", 0.6667), ("d", 0.3333)], Scores("boat~2"));
        Assert.Equal([("c", 1.0), ("b", 0.5)], Scores("boat~1"));
        Assert.Equal([("b", 1.0), ("c", 1.0), ("d", 1.0)], Scores("*o*"));

        (string, double)[] Scores(string query) => [.. archive.Search(query).Hits.Select(hit => (hit.Article.Id, Math.Round(hit.Score, 4)))];
    }

    [Theory, EveryBackend]
    public void Dates_open_into_months_and_days_where_chosen(IBackend backend)
    {
        Facet dates = _archives.On(backend).Search("", new FacetFilter(FacetFields.Date, ["2022-01"], [])).Facets.Single(facet => facet.Field == FacetFields.Date);
        FacetBucket year = Assert.Single(dates.Values), month = Assert.Single(year.Children), day = Assert.Single(month.Children);
        Assert.Equal(("2022", 3L, BucketChoice.None), (year.Value, year.Count, year.Choice));
        Assert.Equal(("2022-01", 2L, BucketChoice.Included), (month.Value, month.Count, month.Choice));
        Assert.Equal(("2022-01-13", 1L), (day.Value, day.Count));
        Assert.Equal(1, dates.Missing);
    }

    [Theory, EveryBackend]
    public void A_histogram_counts_what_is_known_precisely_enough_and_says_the_rest(IBackend backend)
    {
        Histogram histogram = _archives.On(backend).Search("bitten OR cafe").Histogram!;
        HistogramBucket month = Assert.Single(histogram.Buckets);
        Assert.Equal((new DateOnly(2022, 1, 1), 2L, 2L), (month.From, month.Count, month.Covered));
        Assert.Equal(1, histogram.Missing);
    }

    [Theory, EveryBackend]
    public void Chosen_values_are_in_their_facet_even_without_matches(IBackend backend)
    {
        Facet sources = _archives.On(backend).Search("troop", new FacetFilter(FacetFields.Source, ["Zephyr"], ["Alba"])).Facets.Single(facet => facet.Field == FacetFields.Source);
        Assert.Equal(
            [("Alba", 1L, BucketChoice.Excluded), ("Gull & Sons", 1L, BucketChoice.None), ("Zephyr", 0L, BucketChoice.Included)],
            sources.Values.Select(bucket => (bucket.Value, bucket.Count, bucket.Choice)));
    }

    [Theory, EveryBackend]
    public void Newest_and_oldest_put_articles_without_a_date_last(IBackend backend)
    {
        ArticleSearch search = new(_archives.On(backend).Index);
        string Order(SortOrder sort) => string.Join(' ', search.Search(new SearchRequest { Sort = sort }, TestContext.Current.CancellationToken).Hits.Select(hit => hit.Article.Id));
        Assert.StartsWith("cafe", Order(SortOrder.Newest), StringComparison.Ordinal);
        Assert.EndsWith("bare", Order(SortOrder.Newest), StringComparison.Ordinal);
        Assert.EndsWith("cafe bare", Order(SortOrder.Oldest), StringComparison.Ordinal);
    }

    public void Dispose() => _archives.Dispose();
}
