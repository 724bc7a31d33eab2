using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Counting;

[Needs(nameof(BackendCapabilities.Stories))]
public sealed class StoriesOnArticles
{
    private static readonly string[] Words = ["peace", "troops", "border", "talks", "river", "vote"];
    private static readonly string[] Outlets = ["Hill Post", "Valley News", "The Courier", "Evening Star"];

    [Theory, EveryBackend]
    public void A_story_is_one_hit_with_its_size_its_outlets_and_the_first_article(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            Told("1", "river", "1", "Hill Post", "2022-01-14"),
            Told("2", "river", "1", "Valley News", "2022-01-13") with { Url = "https://valley.example/2" },
            Told("3", "river river", "1", "Hill Post", null),
            Told("4", "river", "4", null, "2022-01"),
            Told("5", "talks", "1", "The Courier", "2022-01-20"));

        SearchResponse response = Search(archive.Index, new SearchRequest { Query = "river", Collapse = Collapse.Story, Sort = SortOrder.Newest });

        Assert.Equal((4L, 2L), (response.Total, response.Stories));
        Assert.Equal(["1", "4"], response.Hits.Select(hit => hit.Article.Id));
        HitStory story = response.Hits[0].Story!;
        Assert.Equal(("1", 4, 3), (story.Id, story.Size, story.Matching));
        Assert.Equal(["Valley News", "Hill Post", "The Courier"], story.Outlets);
        Assert.Equal(("2", "Valley News", "2022-01-13", "https://valley.example/2"), (story.First.Id, story.First.Source, story.First.Date?.ToString(), story.First.Url));
        HitStory alone = response.Hits[1].Story!;
        Assert.Equal(("4", 1, 1, "4"), (alone.Id, alone.Size, alone.Matching, alone.First.Id));
        Assert.Empty(alone.Outlets);
    }

    [Theory, EveryBackend]
    public void Articles_say_which_story_they_tell_when_others_tell_it_too(IBackend backend)
    {
        using SmallArchive archive = new(backend, Told("1", "river", "1", "Hill Post", null), Told("2", "river", "1", "Valley News", null), Told("3", "river", null, "Hill Post", null));
        SearchResponse response = Search(archive.Index, new SearchRequest { Query = "river", Sort = SortOrder.Newest });
        Assert.Null(response.Stories);
        Assert.Equal([2, 2, null], response.Hits.OrderBy(hit => hit.Article.Id, StringComparer.Ordinal).Select(hit => hit.Story?.Size));
        Assert.All(response.Hits, hit => Assert.Null(hit.Story?.Matching));
        Assert.Equal("1", response.Hits[0].Story!.First.Id);
    }

    [Theory, EveryBackend]
    public void The_articles_of_a_story_are_had_by_a_filter_and_by_a_field(IBackend backend)
    {
        using SmallArchive archive = new(backend, Told("A", "river", "A", null, null), Told("2", "talks", "A", null, null), Told("3", "river", "3", null, null), Told("a", "vote", "a", null, null));
        Assert.Equal("2 A", archive.Ids("", new FacetFilter(FacetFields.Story, ["A"], [])));
        Assert.Equal("2 A", archive.Ids("story:A"));
        Assert.Equal("3 a", archive.Ids("-story:A"));
        Assert.Equal("3", archive.Ids("river", new FacetFilter(FacetFields.Story, [], ["A"])));
        Assert.Throws<InvalidRequestException>(() => Search(archive.Index, new SearchRequest { Facets = [FacetFields.Story] }));
    }

    [Theory, EveryBackend]
    public void A_version_that_is_found_later_leaves_an_article_unchanged(IBackend backend)
    {
        Article article = Told("1", "river", "1", null, null);
        using SmallArchive archive = new(backend, article);
        Assert.Equal([ArticleOutcome.Added, ArticleOutcome.Unchanged], archive.Build([Told("0", "river", "0", null, null), article with { Story = "0" }], out _));
    }

    [Theory, EveryBackend]
    public void A_cursor_of_articles_is_none_of_stories(IBackend backend)
    {
        using SmallArchive archive = new(backend, Told("1", "river", "1", null, null), Told("2", "river", "2", null, null));
        SearchRequest request = new() { Size = 1 };
        string? next = Search(archive.Index, request).Next;
        Assert.Equal("cursor_of_another_search", Assert.Throws<InvalidRequestException>(() => Search(archive.Index, request with { Cursor = next, Collapse = Collapse.Story })).Code);
    }

    [Theory, EveryBackend]
    public void Everything_collapsed_is_what_a_scan_of_the_uncollapsed_answer_gives(IBackend backend)
    {
        Random random = Seeds.Random();
        using SmallArchive archive = new(backend, [.. Enumerable.Range(0, 400).Select(i => Random(random, i))]);
        for (int i = 0; i < 30; i++)
        {
            SearchRequest request = new()
            {
                Query = random.Next(4) == 0 ? "" : string.Join(random.Next(2) == 0 ? " OR " : " ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => Words[random.Next(Words.Length)])),
                Filters = random.Next(2) == 0 ? [] : [new FacetFilter(FacetFields.Source, [Outlets[random.Next(4)], Outlets[random.Next(4)]], []), new FacetFilter(FacetFields.Date, [$"2022-{random.Next(1, 3):00}"], [])],
                Sort = (SortOrder)random.Next(3),
                Size = 1_000,
                Passages = 0,
                Facets = FacetFields.All,
                Interval = (HistogramInterval)random.Next(4),
            };
            AssertIsScan(archive.Index, request, random);
        }
    }

    private static void AssertIsScan(IArticleIndex index, SearchRequest request, Random random)
    {
        SearchResponse all = Search(index, request);
        ImmutableArray<Article> expected = [.. all.Hits.Select(hit => hit.Article).DistinctBy(article => article.Story)];
        Dictionary<string, int> sizes = all.Hits.CountBy(hit => hit.Article.Story!).ToDictionary(StringComparer.Ordinal);
        List<SearchHit> hits = [];
        string? cursor = null;
        do
        {
            SearchResponse page = Search(index, request with { Collapse = Collapse.Story, Size = random.Next(1, 200), Cursor = cursor });
            Assert.Equal((all.Total, (long)expected.Length), (page.Total, page.Stories));
            if (cursor is null)
            {
                AssertCounts(index, request, page);
            }

            hits.AddRange(page.Hits);
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(expected.Select(article => article.Id), hits.Select(hit => hit.Article.Id));
        Assert.All(hits, hit => Assert.Equal(sizes[hit.Article.Story!], hit.Story!.Matching));
    }

    // Buckets: distinct stories of the articles that match without the facet's own filter and have the value.
    private static void AssertCounts(IArticleIndex index, SearchRequest request, SearchResponse page)
    {
        foreach (Facet facet in page.Facets)
        {
            SearchRequest without = request with { Filters = [.. request.Filters.Where(filter => filter.Field != facet.Field)], Facets = [] };
            var pairs = Search(index, without).Hits.SelectMany(hit => Oracle.NaiveDocument.ValuesOf(hit.Article, facet.Field).DefaultIfEmpty().Select(value => (Value: value, hit.Article.Story))).Distinct().ToList();
            Assert.Equal(pairs.Count(pair => pair.Value is null), facet.Missing);
            Assert.Equal(
                pairs.Where(pair => pair.Value is not null).CountBy(pair => pair.Value!).ToDictionary(pair => pair.Key, pair => (long)pair.Value),
                facet.Values.Where(bucket => bucket.Count > 0).ToDictionary(bucket => bucket.Value, bucket => bucket.Count));
            if (facet.Field != FacetFields.Date)
            {
                FacetValues values = new ArticleSearch(index).FacetValues(request with { Collapse = Collapse.Story }, facet.Field, "", 100, SearchIn.Articles, CancellationToken.None);
                Assert.Equal(facet.Values.Where(bucket => bucket.Count > 0).Select(bucket => (bucket.Value, bucket.Count)), values.Values.Select(bucket => (bucket.Value, bucket.Count)));
            }
        }

        SearchRequest plain = request with { Facets = [], Interval = null };
        SearchResponse matches = Search(index, plain), covered = Search(index, plain with { Query = "" });
        foreach (HistogramBucket bucket in page.Histogram!.Buckets)
        {
            DateOnly end = request.Interval switch
            {
                HistogramInterval.Day => bucket.From.AddDays(1),
                HistogramInterval.Week => bucket.From.AddDays(7),
                HistogramInterval.Month => bucket.From.AddMonths(1),
                _ => bucket.From.AddYears(1),
            };
            Assert.Equal((Stories(matches), Stories(covered)), (bucket.Count, bucket.Covered));

            long Stories(SearchResponse within) => within.Hits
                .Where(hit => hit.Article.Date is { } date && date.First >= bucket.From && date.End <= end && (date.Precision == DatePrecision.Day || request.Interval is HistogramInterval.Month or HistogramInterval.Year))
                .Select(hit => hit.Article.Story).Distinct().Count();
        }
    }

    private static Article Random(Random random, int number) => Told(
        $"{number}",
        string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => Words[random.Next(Words.Length)])),
        random.Next(2) == 0 ? $"{number}" : $"{random.Next(1 + (number / 6))}",
        random.Next(8) == 0 ? null : Outlets[random.Next(4)],
        random.Next(8) == 0 ? null : random.Next(8) == 0 ? "2022-01" : $"2022-{random.Next(1, 3):00}-{random.Next(1, 29):00}") with
    {
        Authors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Words[random.Next(3)]).Distinct()],
    };

    private static Article Told(string id, string text, string? story, string? source, string? date) => new()
    {
        Id = id,
        Text = text,
        Story = story,
        Source = source,
        Date = ArticleDate.TryParse(date ?? "", out ArticleDate parsed) ? parsed : null,
    };

    private static SearchResponse Search(IArticleIndex index, SearchRequest request) => new ArticleSearch(index).Search(request, CancellationToken.None);
}
