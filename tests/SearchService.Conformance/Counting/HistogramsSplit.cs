using System.Collections.Immutable;
using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Counting;

/// <summary>A histogram's buckets, split by a label, hold what counting the matches one by one gives.</summary>
public sealed class HistogramsSplit
{
    private static readonly string[] Words = ["peace", "troops", "border", "talks"];
    private static readonly string[] Stances = ["left", "right", "center"];

    [Theory, EveryBackend]
    public void Each_bucket_says_how_much_of_it_has_each_value(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            Told("1", "left", "2022-01-13"),
            Told("2", "left", "2022-01-14"),
            Told("3", "right", "2022-03"),
            Told("4", null, "2022-03-02"),
            Told("5", "center", null),
            Told("6", "right", "2022-05-01") with { Text = "troops" });
        SearchRequest request = new() { Query = "peace", Interval = HistogramInterval.Month, Split = FacetFields.Stance };
        Histogram histogram = Search(archive, request).Histogram!;
        Assert.Equal((FacetFields.Stance, "left center right"), (histogram.Split!.Field, string.Join(' ', histogram.Split.Values)));
        Assert.Equal(["2 of 2,0,0", "0 of 0,0,0", "2 of 0,0,1", "0 of 0,0,0", "0 of 0,0,0"], histogram.Buckets.Select(bucket => $"{bucket.Count} of {string.Join(',', bucket.Split)}"));

        Histogram none = Search(archive, request with { Query = "tractor" }).Histogram!;
        Assert.Empty(none.Split!.Values);
        Assert.All(none.Buckets, bucket => Assert.Empty(bucket.Split));
        Assert.Null(Search(archive, request with { Split = null }).Histogram!.Split);
    }

    [Theory, EveryBackend]
    public void Of_many_values_the_most_frequent_are_told_and_a_split_that_cannot_be_is_refused(IBackend backend)
    {
        using SmallArchive archive = new(backend, [.. Enumerable.Range(0, 40).Select(i => Told($"{i}", "left", "2022-01-13") with { Source = $"outlet {(char)('a' + (i % 12))}" })]);
        Assert.Equal(
            Enumerable.Range(0, 8).Select(i => $"outlet {(char)('a' + i)}"),
            Search(archive, new SearchRequest { Interval = HistogramInterval.Day, Split = FacetFields.Source }).Histogram!.Split!.Values);
        Assert.Equal("split", Assert.Throws<InvalidRequestException>(() => Search(archive, new SearchRequest { Split = FacetFields.Stance })).Parameter);
        Assert.Equal("unknown_facet", Assert.Throws<InvalidRequestException>(() => Search(archive, new SearchRequest { Interval = HistogramInterval.Day, Split = FacetFields.Author })).Code);
    }

    [Theory, EveryBackend]
    public void Random_splits_of_articles_stories_and_quotations_are_what_counting_one_by_one_gives(IBackend backend)
    {
        Random random = Seeds.Random();
        Article[] articles = [.. Enumerable.Range(0, 300).Select(number => Random(random, number))];
        using SmallArchive archive = new(backend, articles);
        ArticleSearch search = new(archive.Index);
        for (int i = 0; i < 60; i++)
        {
            SearchRequest request = new()
            {
                Query = random.Next(4) == 0 ? "" : string.Join(" OR ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => Words[random.Next(Words.Length)])),
                Filters = random.Next(2) == 0 ? [] : [new FacetFilter(FacetFields.Stance, [Stances[random.Next(3)], Stances[random.Next(3)]], [])],
                Size = 1_000,
                Passages = 0,
                Collapse = (Collapse)random.Next(2),
                Interval = (HistogramInterval)random.Next(4),
                Split = FacetFields.Splits[random.Next(4)],
            };
            SearchResponse response = search.Search(request, CancellationToken.None);
            ImmutableArray<SearchHit> all = search.Search(request with { Collapse = Collapse.None }, CancellationToken.None).Hits;
            AssertCounts(response.Histogram!, request, [.. all.Select((hit, place) => (hit.Article, request.Collapse == Collapse.Story ? hit.Article.Story! : $"{place}"))]);

            SearchRequest ofQuotations = request with { Collapse = Collapse.None };
            QuotationResponse quotations = search.SearchQuotations(ofQuotations, CancellationToken.None);
            AssertCounts(quotations.Histogram!, ofQuotations, [.. quotations.Hits.Select(hit => (hit.Article, hit.Id))]);
        }
    }

    /// <summary>Counts what is one in each bucket with each value: an article, a story, or a quotation.</summary>
    private static void AssertCounts(Histogram histogram, SearchRequest request, ImmutableArray<(Article Article, string One)> matching)
    {
        IEnumerable<string> expected = matching
            .SelectMany(match => NaiveDocument.ValuesOf(match.Article, request.Split!).Select(value => (value, match.One))).Distinct()
            .CountBy(pair => pair.value)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key).Take(8);
        Assert.Equal(expected, histogram.Split!.Values);
        foreach (HistogramBucket bucket in histogram.Buckets)
        {
            DateOnly end = request.Interval switch
            {
                HistogramInterval.Day => bucket.From.AddDays(1),
                HistogramInterval.Week => bucket.From.AddDays(7),
                HistogramInterval.Month => bucket.From.AddMonths(1),
                _ => bucket.From.AddYears(1),
            };
            (Article Article, string One)[] inside = [.. matching.Where(match => IsIn(match.Article, bucket.From, end, request.Interval!.Value))];
            Assert.Equal(inside.Select(match => match.One).Distinct().Count(), bucket.Count);
            Assert.Equal(
                histogram.Split.Values.Select(value => (long)inside.Where(match => NaiveDocument.ValuesOf(match.Article, request.Split!).Contains(value)).Select(match => match.One).Distinct().Count()),
                bucket.Split);
        }
    }

    private static bool IsIn(Article article, DateOnly from, DateOnly end, HistogramInterval interval) =>
        article.Date is { } date && date.First >= from && date.End <= end
        && (date.Precision == DatePrecision.Day || interval is HistogramInterval.Month or HistogramInterval.Year);

    private static Article Random(Random random, int number)
    {
        string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Word(random)} “{Word(random)}”."));
        return Quoted.Article($"{number}", text, "Ann Lee") with
        {
            Story = random.Next(2) == 0 ? $"{number}" : $"{random.Next(1 + (number / 5))}",
            Stance = random.Next(5) == 0 ? null : Stances[random.Next(3)],
            Source = random.Next(5) == 0 ? null : $"outlet {random.Next(11)}",
            Country = random.Next(2) == 0 ? "KZ" : "US",
            Language = random.Next(2) == 0 ? "en" : null,
            Date = random.Next(8) == 0 ? null : random.Next(8) == 0 ? Date("2022-02") : ArticleDate.OfDay(new DateOnly(2021, 12, 1).AddDays(random.Next(60))),
        };
    }

    private static Article Told(string id, string? stance, string? date) => new() { Id = id, Text = "peace", Stance = stance, Date = date is null ? null : Date(date) };

    private static ArticleDate Date(string text) => ArticleDate.TryParse(text, out ArticleDate date) ? date : throw new ArgumentException(text);

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static SearchResponse Search(SmallArchive archive, SearchRequest request) => new ArticleSearch(archive.Index).Search(request, CancellationToken.None);
}
