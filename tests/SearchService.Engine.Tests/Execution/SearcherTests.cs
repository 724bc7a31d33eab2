using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

public sealed class SearcherTests
{
    [Fact]
    public void Random_queries_find_and_score_what_the_definitions_say()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 12; round++)
        {
            using var corpus = Corpus.Random(random, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 200))]);
            var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
            for (var i = 0; i < 60; i++)
            {
                AssertFinds(corpus, queries.Next(depth: random.Next(4)));
            }
        }
    }

    [Fact]
    public void Random_queries_over_several_windows_find_and_score_what_the_definitions_say()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 9_000, 3, 4_097);
        var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
        for (var i = 0; i < 40; i++)
        {
            AssertFinds(corpus, queries.Next(depth: random.Next(3)));
        }
    }

    [Fact]
    public void Every_document_found_is_shown_once_with_its_score()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 5_000, 3, 70);
        var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
        for (var i = 0; i < 30; i++)
        {
            var query = queries.Next(depth: random.Next(3));
            var expected = corpus.Searcher.Search(new EngineSearch { Query = query, Size = 6_000 }).Hits.ToDictionary(hit => hit.Document, hit => hit.Score);
            var shown = new Dictionary<int, double>();
            corpus.Searcher.ForEach(query, scored: true, (first, found, scores) => Take(shown, first, found, scores));
            Assert.Equal(expected.OrderBy(hit => hit.Key), shown);

            var unscored = new Dictionary<int, double>();
            corpus.Searcher.ForEach(query, scored: false, (first, found, scores) => Take(unscored, first, found, scores));
            Assert.Equal(shown.Keys, unscored.Keys);
        }

        static void Take(Dictionary<int, double> shown, int first, ReadOnlySpan<ulong> found, ReadOnlySpan<double> scores)
        {
            for (var i = 0; i < found.Length * 64; i++)
            {
                if (((found[i >> 6] >> i) & 1) != 0)
                {
                    shown.Add(first + i, scores.IsEmpty ? 0 : scores[i]);
                }
            }
        }
    }

    [Fact]
    public void A_rare_word_and_a_frequent_one_find_the_documents_with_both()
    {
        var random = Seeds.Random();
        var documents = Enumerable.Range(0, 20_000).Select(i =>
        {
            var document = new NaiveDocument();
            document.SetText(Corpus.Body, [.. random.Next(2) == 0 ? ["a"] : Array.Empty<string>(), .. random.Next(1_500) == 0 ? ["f"] : Array.Empty<string>(), "c"]);
            return document;
        }).ToList();
        using var corpus = Corpus.Of(documents);

        AssertFinds(corpus, BooleanQuery.AllOf(Corpus.Word("a"), Corpus.Word("f")));
        AssertFinds(corpus, new BooleanQuery([new(Corpus.Word("f"), Occur.Must), new(Corpus.Word("a"), Occur.Should), new(Corpus.Word("c"), Occur.Filter)]));
        AssertFinds(corpus, new BooleanQuery([new(Corpus.Word("f"), Occur.Must), new(Corpus.Word("a"), Occur.MustNot)]));
        AssertFinds(corpus, new PhraseQuery(Corpus.Body, TermForm.Written, ["a", "f", "c"]));
    }

    [Fact]
    public void Nothing_is_found_in_an_index_without_documents()
    {
        using var corpus = Corpus.Of();

        Assert.Equal(0, corpus.Searcher.Search(new EngineSearch()).Total);
    }

    [Fact]
    public void Only_excluding_clauses_match_nothing()
    {
        using var corpus = Corpus.OfBodies("a b", "b");

        Assert.Equal(0, Total(corpus, new BooleanQuery([new(Corpus.Word("a"), Occur.MustNot)])));
        Assert.Equal(1, Total(corpus, new BooleanQuery([new(Query.All, Occur.Must), new(Corpus.Word("a"), Occur.MustNot)])));
    }

    [Fact]
    public void A_word_that_is_asked_for_twice_scores_twice()
    {
        using var corpus = Corpus.OfBodies("a b", "b c");

        var once = Assert.Single(corpus.Searcher.Search(new EngineSearch { Query = Corpus.Word("a") }).Hits).Score;
        var twice = Assert.Single(corpus.Searcher.Search(new EngineSearch { Query = BooleanQuery.AnyOf(Corpus.Word("a"), Corpus.Word("a")) }).Hits).Score;

        Assert.Equal(once + once, twice);
    }

    [Fact]
    public void The_same_search_gives_the_same_scores_to_the_bit()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 500, 500);
        var query = new RandomQueries(random, corpus.Snapshot.DocumentSpace).Next(depth: 4);

        Assert.Equal(
            corpus.Searcher.Search(new EngineSearch { Query = query, Size = 100 }).Hits,
            new Searcher(corpus.Snapshot).Search(new EngineSearch { Query = query, Size = 100 }).Hits);
    }

    [Fact]
    public void A_tree_a_thousand_levels_deep_is_evaluated_on_a_small_stack()
    {
        using var corpus = Corpus.OfBodies("a b", "b", "a c");
        Query query = Corpus.Word("a");
        for (var i = 0; i < 1_000; i++)
        {
            query = (i % 3) switch
            {
                0 => new BooleanQuery([new(query, Occur.Must), new(Corpus.Word("c"), Occur.Should)]),
                1 => new BooleanQuery([new(query, Occur.Should), new(Corpus.Word("f"), Occur.Should), new(Corpus.Word("c"), Occur.Should)]),
                _ => new BoostQuery(query, 1.0),
            };
        }

        SearchResult? result = null;
        var thread = new Thread(() => result = corpus.Searcher.Search(new EngineSearch { Query = query }), maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();

        Assert.Equal(2, result!.Total);
    }

    [Fact]
    public void A_tree_deeper_than_allowed_is_refused()
    {
        using var corpus = Corpus.OfBodies("a");
        Query query = Corpus.Word("a");
        for (var i = 0; i < 9; i++)
        {
            query = new BoostQuery(query, 2);
        }

        Assert.Equal(1, new Searcher(corpus.Snapshot, new SearcherOptions { MaxDepth = 9 }).Search(new EngineSearch { Query = query }).Total);
        Assert.Throws<ArgumentException>(() => new Searcher(corpus.Snapshot, new SearcherOptions { MaxDepth = 8 }).Search(new EngineSearch { Query = query }));
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        using var corpus = Corpus.OfBodies("a");

        Assert.Throws<OperationCanceledException>(() => corpus.Searcher.Search(new EngineSearch(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Pages_that_follow_one_another_give_every_hit_once_in_every_order()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 90, 40, 1);
        var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
        SortOrder[] orders = [SortOrder.Relevance, SortOrder.ByNumber(Corpus.Day, descending: true), SortOrder.ByNumber(Corpus.Day, descending: false)];
        for (var i = 0; i < 60; i++)
        {
            var search = new EngineSearch { Query = queries.Next(depth: 1), Sort = orders[i % 3], Size = random.Next(1, 30) };
            var expected = corpus.Searcher.Search(search with { Size = 1_000 });
            Assert.Equal(corpus.NaiveHits(search).Count, expected.Hits.Length);
            if (search.Sort.NumberField is not null)
            {
                Assert.Equal(corpus.NaiveHits(search), expected.Hits);
            }

            var hits = new List<Hit>();
            for (var page = corpus.Searcher.Search(search); page.Hits.Length > 0; page = corpus.Searcher.Search(search with { After = SearchAfter.Of(hits[^1]) }))
            {
                Assert.Equal(expected.Total, page.Total);
                hits.AddRange(page.Hits);
            }

            Assert.Equal(expected.Hits, hits);
        }
    }

    [Fact]
    public void The_best_hits_are_the_first_of_all_hits_to_the_bit_however_many_are_passed_over()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 13_000, 100, 5_000);
        var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
        for (var i = 0; i < 150; i++)
        {
            var search = new EngineSearch { Query = queries.Next(depth: random.Next(4)) };
            var all = corpus.Searcher.Search(search with { Size = 20_000 }).Hits;
            var size = random.Next(1, 20);

            Assert.Equal(all.Take(size), corpus.Searcher.Search(search with { Size = size }).Hits);
            if (all.Length > size)
            {
                Assert.Equal(all.Skip(size).Take(5), corpus.Searcher.Search(search with { Size = 5, After = SearchAfter.Of(all[size - 1]) }).Hits);
            }
        }
    }

    [Fact]
    public void A_size_of_zero_counts_alone()
    {
        using var corpus = Corpus.OfBodies("a", "a b");

        var result = corpus.Searcher.Search(new EngineSearch { Query = Corpus.Word("a"), Size = 0 });

        Assert.Equal(2, result.Total);
        Assert.Empty(result.Hits);
    }

    [Fact]
    public void Filters_narrow_and_do_not_score()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 300, 5_000);
        var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
        for (var i = 0; i < 30; i++)
        {
            AssertFinds(corpus, queries.Next(depth: 1), [new("x", queries.Next(depth: 1)), new("y", queries.Next(depth: 0))]);
        }
    }

    [Fact]
    public void Searches_in_parallel_do_not_disturb_one_another()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 5_000, 700);
        var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
        var searches = Enumerable.Range(0, 64).Select(_ => new EngineSearch { Query = queries.Next(depth: 2), Facets = [new(Corpus.Tags)] }).ToList();
        var alone = searches.Select(s => corpus.Searcher.Search(s)).ToList();

        Parallel.For(0, 256, i => Assert.Equal(alone[i % 64].Hits, corpus.Searcher.Search(searches[i % 64]).Hits));
    }

    private static long Total(Corpus corpus, Query query) => corpus.Searcher.Search(new EngineSearch { Query = query }).Total;

    private static void AssertFinds(Corpus corpus, Query query, params FilterGroup[] filters)
    {
        var search = new EngineSearch { Query = query, Size = 20_000, Filters = [.. filters] };
        var expected = corpus.NaiveHits(search).ToDictionary(h => h.Document, h => h.Score);

        var result = corpus.Searcher.Search(search);

        Assert.True(expected.Count == result.Total, $"{query}: {expected.Count} expected, {result.Total} found");
        Assert.Equal(expected.Keys.Order(), result.Hits.Select(h => h.Document).Order());
        Assert.All(result.Hits, hit => Assert.True(
            Math.Abs(hit.Score - expected[hit.Document]) <= 1e-12 * expected[hit.Document],
            $"{query}: document {hit.Document} scores {hit.Score:R}, not {expected[hit.Document]:R}"));
        Assert.Equal(result.Hits.OrderByDescending(h => h.Score).ThenBy(h => h.Document), result.Hits);
        Assert.Equal(result.Total, corpus.Searcher.Search(search with { Size = 0 }).Total);
    }
}
