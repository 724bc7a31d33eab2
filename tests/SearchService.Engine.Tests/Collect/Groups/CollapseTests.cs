using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Collect.Groups;

/// <summary>Documents of one value as one: against doing it by hand with everything that matches.</summary>
public sealed class CollapseTests
{
    private const int Field = Corpus.Source;

    [Fact]
    public void Of_each_group_the_best_document_is_a_hit_and_counts_are_of_groups()
    {
        using var corpus = Corpus.Of(
            [Document("g", "a b", "x"), Document("h", "a", "x", "y"), Document(null, "a", "x")],
            [Document("g", "a", "x", "z"), Document(null, "a"), Document("g", "b", "z")]);

        var result = corpus.Searcher.Search(new EngineSearch { Query = Corpus.Word("a"), CollapseField = Field, Facets = [new(Corpus.Tags)] });

        Assert.Equal((5, 4), (result.Total, result.Groups));
        Assert.Equal([1, 2, 3, 4], result.Hits.Select(hit => hit.Document).Order());
        Assert.Equal(2, result.GroupSizes[result.Hits.Select(hit => hit.Document).ToList().IndexOf(3)]);
        Assert.Equal([new("x", 3), new("y", 1), new("z", 1)], result.Facets[0].Values);
        Assert.Equal((4, 1), (result.Facets[0].Documents, result.Facets[0].Missing));
    }

    [Fact]
    public void Values_of_one_bucket_count_a_group_once_together()
    {
        using var corpus = Corpus.Of([Document("g", "a", "x1"), Document("g", "a", "x2"), Document("g", "a", "y1"), Document("h", "a", "x2")]);
        FacetRequest days = new(Corpus.Tags);

        var result = corpus.Searcher.Search(new EngineSearch { CollapseField = Field, Facets = [days, days with { Bucket = static value => value[0] }] });

        Assert.Equal([new("x2", 2), new("x1", 1), new("y1", 1)], result.Facets[0].Values);
        Assert.Equal(2, result.Facets[1].Values.Where(count => count.Value[0] == 'x').Sum(count => count.Count));
    }

    [Fact]
    public void A_field_with_two_values_in_a_document_is_refused()
    {
        using var corpus = Corpus.Of([Document("g", "a", "x", "y")]);
        Assert.Throws<ArgumentException>(() => corpus.Searcher.Search(new EngineSearch { CollapseField = Corpus.Tags }));
    }

    [Fact]
    public void Collapsed_searches_are_those_of_collapsing_everything_that_matches()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 4; round++)
        {
            using var corpus = Grouped(random, Corpus.Random(random, round switch { 0 => [40], 1 => [200, 1, 60], _ => [300, 90] }), round == 3 ? 3 : 150);
            var queries = new RandomQueries(random);
            for (var i = 0; i < 100; i++)
            {
                AssertSame(corpus, random, new EngineSearch
                {
                    Query = queries.Next(random.Next(3)),
                    Filters = random.Next(2) == 0 ? [] : [new("f", queries.Next(0)), new("g", queries.Next(0))],
                    Sort = random.Next(3) switch { 0 => SortOrder.ByNumber(Corpus.Day, true), 1 => SortOrder.ByNumber(Corpus.Day, false), _ => SortOrder.Relevance },
                });
            }
        }
    }

    [Fact]
    public void Pruned_hits_of_groups_are_those_of_scoring_everything_to_the_bit()
    {
        var random = Seeds.Random();
        using var corpus = Grouped(random, Corpus.Random(random, 9_000, 5_000), 6_000);
        var always = new Searcher(corpus.Snapshot, new SearcherOptions { Ranking = RankingChoice.Always });
        var never = new Searcher(corpus.Snapshot, new SearcherOptions { Ranking = RankingChoice.Never });
        for (var i = 0; i < 60; i++)
        {
            var words = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Corpus.Word(Corpus.Words[random.Next(12)]));
            var search = new EngineSearch { Query = random.Next(2) == 0 ? BooleanQuery.AnyOf(words) : BooleanQuery.AllOf(words), CollapseField = Field };
            var expected = never.Search(search);
            foreach (var searcher in (Searcher[])[always, corpus.Searcher])
            {
                var result = searcher.Search(search);
                Assert.Equal(expected.Hits, result.Hits);
                Assert.Equal((expected.Total, expected.Groups), (result.Total, result.Groups));
                Assert.Equal(expected.GroupSizes, result.GroupSizes);
                var next = search with { After = result.Hits.IsEmpty ? null : SearchAfter.Of(result.Hits[^1]) };
                Assert.Equal(never.Search(next).Hits, searcher.Search(next).Hits);
            }
        }
    }

    private static void AssertSame(Corpus corpus, Random random, EngineSearch search)
    {
        search = search with
        {
            CollapseField = Field,
            Facets =
            [
                new(Corpus.Tags) { Size = 100 },
                new(Corpus.Tags) { Size = 100, IgnoresQuery = true },
                .. search.Filters.IsEmpty ? [] : new FacetRequest[] { new(Corpus.Tags) { Size = 100, OwnGroup = "f" } },
            ],
        };
        var all = corpus.NaiveHits(search);
        List<Hit> expected = [.. all.DistinctBy(hit => GroupOf(corpus, hit.Document))];
        var sizes = all.CountBy(hit => GroupOf(corpus, hit.Document)).ToDictionary();

        // Page after page, of sizes by chance.
        List<Hit> hits = [];
        SearchAfter? after = null;
        do
        {
            var page = corpus.Searcher.Search(search with { Size = random.Next(1, 60), After = after });
            Assert.Equal((all.Count, expected.Count), (page.Total, page.Groups));
            Assert.Equal(page.Hits.Select(hit => sizes[GroupOf(corpus, hit.Document)]), page.GroupSizes);
            AssertFacet(corpus, all, page.Facets[0]);
            AssertFacet(corpus, corpus.NaiveHits(search with { Query = Query.All }), page.Facets[1]);
            if (!search.Filters.IsEmpty)
            {
                AssertFacet(corpus, corpus.NaiveHits(search with { Filters = [search.Filters[1]] }), page.Facets[2]);
            }

            hits.AddRange(page.Hits);
            after = page.Hits.IsEmpty ? null : SearchAfter.Of(page.Hits[^1]);
        }
        while (after is not null);

        Assert.Equal(expected.Select(hit => hit.Document), hits.Select(hit => hit.Document));
        Assert.Equal(expected.Count, corpus.Searcher.Search(search with { Size = 0 }).Groups);
    }

    private static void AssertFacet(Corpus corpus, List<Hit> found, FacetResult facet)
    {
        var pairs = found.SelectMany(hit => corpus.Naive.Documents[hit.Document].Keywords(Corpus.Tags).DefaultIfEmpty().Select(tag => (Tag: tag, Group: GroupOf(corpus, hit.Document)))).Distinct().ToList();
        Assert.Equal(found.Select(hit => GroupOf(corpus, hit.Document)).Distinct().Count(), facet.Documents);
        Assert.Equal(pairs.Count(pair => pair.Tag is null), facet.Missing);
        Assert.Equal(
            pairs.Where(pair => pair.Tag is not null).CountBy(pair => pair.Tag!).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (long)pair.Value)),
            facet.Values.OrderBy(count => count.Value, StringComparer.Ordinal).Select(count => (count.Value, count.Count)));
    }

    // A document without a value is a group of its own.
    private static string GroupOf(Corpus corpus, int document) =>
        corpus.Naive.Documents[document].Keywords(Field) is [var value] ? value : $"alone {document}";

    private static Corpus Grouped(Random random, Corpus corpus, int groups)
    {
        var segments = corpus.Snapshot.Segments.Select(segment => corpus.Naive.Documents.Skip(segment.Base).Take(segment.DocumentCount).ToList()).ToArray();
        foreach (var document in corpus.Naive.Documents)
        {
            document.SetKeywords(Field, random.Next(6) == 0 ? [] : [Corpus.Value(random.Next(groups))]);
        }

        corpus.Dispose();
        return Corpus.Of(segments);
    }

    private static NaiveDocument Document(string? group, string body, params string[] tags)
    {
        var document = new NaiveDocument();
        document.SetText(Corpus.Body, body.Split(' '));
        document.SetKeywords(Field, group is null ? [] : [group]);
        document.SetKeywords(Corpus.Tags, tags);
        return document;
    }
}
