using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution.Near;

public sealed class NearTests
{
    [Theory]
    [InlineData("a b", 0, true)]
    [InlineData("b a", 0, true)]
    [InlineData("a c b", 0, false)]
    [InlineData("a c b", 1, true)]
    [InlineData("b c c a", 2, true)]
    [InlineData("a c c c b", 2, false)]
    [InlineData("a", 9, false)]
    [InlineData("a c c c c c c b", int.MaxValue, true)]
    public void The_distance_is_the_number_of_words_between(string text, int distance, bool found) =>
        Assert.Equal(found, Finds(new NearQuery(Corpus.Word("a"), Corpus.Word("b"), distance), text));

    [Fact]
    public void In_order_the_left_side_stands_first()
    {
        Assert.True(Finds(new NearQuery(Corpus.Word("a"), Corpus.Word("b"), 3, ordered: true), "a c b"));
        Assert.False(Finds(new NearQuery(Corpus.Word("a"), Corpus.Word("b"), 3, ordered: true), "b c a"));
    }

    [Fact]
    public void A_word_is_near_itself_only_where_it_stands_twice()
    {
        Assert.False(Finds(new NearQuery(Corpus.Word("a"), Corpus.Word("a"), 9), "a b"));
        Assert.True(Finds(new NearQuery(Corpus.Word("a"), Corpus.Word("a"), 9), "a b a"));
    }

    [Fact]
    public void What_overlaps_is_not_near()
    {
        var phrase = new PhraseQuery(Corpus.Body, TermForm.Word, ["a", "b"]);

        Assert.False(Finds(new NearQuery(phrase, Corpus.Word("b"), 9), "c a b c"));
        Assert.True(Finds(new NearQuery(phrase, Corpus.Word("b"), 0), "a b b"));
    }

    [Fact]
    public void The_longer_alternative_counts_too()
    {
        var either = BooleanQuery.AnyOf(Corpus.Word("a"), new PhraseQuery(Corpus.Body, TermForm.Word, ["a", "b"]));

        Assert.True(Finds(new NearQuery(either, Corpus.Word("c"), 0, ordered: true), "a b c"));
    }

    [Fact]
    public void Of_nested_pairs_the_shortest_counts()
    {
        var pair = new NearQuery(Corpus.Word("a"), Corpus.Word("b"), 9);

        Assert.False(Finds(new NearQuery(pair, Corpus.Word("c"), 0, ordered: true), "a b d b c"));
        Assert.True(Finds(new NearQuery(pair, Corpus.Word("c"), 2, ordered: true), "a b d b c"));
    }

    [Fact]
    public void Random_nested_pairs_find_and_score_what_the_definition_says()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 10; round++)
        {
            using var corpus = Corpus.Random(random, random.Next(1, 300), random.Next(1, 60));
            var roomless = Roomless(corpus, room: 64);
            var queries = new RandomQueries(random);
            var matches = 0;
            for (var i = 0; i < 120; i++)
            {
                var query = queries.Near(Corpus.Body, depth: random.Next(4));
                var search = new EngineSearch { Query = query, Size = 1_000 };
                var expected = corpus.NaiveHits(search).ToDictionary(h => h.Document, h => h.Score);
                matches += expected.Count;

                var result = corpus.Searcher.Search(search);

                Assert.True(expected.Keys.Order().SequenceEqual(result.Hits.Select(h => h.Document).Order()), query.ToString());
                Assert.All(result.Hits, hit => Assert.True(Math.Abs(hit.Score - expected[hit.Document]) <= 1e-12 * expected[hit.Document], $"{query}: {hit.Score} is not {expected[hit.Document]}"));
                Assert.Equal(result.Total, corpus.Searcher.Search(search with { Size = 0 }).Total);
                Assert.Equal(result.Hits, roomless.Search(search).Hits);
            }

            Assert.NotEqual(0, matches);
        }
    }

    [Fact]
    public void A_prefix_of_thousands_of_words_is_exact_with_room_for_hardly_any()
    {
        var random = Seeds.Random();
        var documents = Enumerable.Range(0, 3_000).Select(i =>
        {
            var document = new NaiveDocument();
            document.SetText(Corpus.Body, [.. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(3) == 0 ? "b" : $"a{random.Next(6_000)}")]);
            return document;
        }).ToList();
        using var corpus = Corpus.Of(documents);
        var roomless = Roomless(corpus, room: 1_000);
        var search = new EngineSearch { Query = new NearQuery(new PrefixQuery(Corpus.Body, [TermForm.Written, TermForm.Word], "a"), Corpus.Word("b"), 0, ordered: true), Size = 5_000 };
        var expected = Enumerable.Range(0, documents.Count).Where(i => documents[i].Words(Corpus.Body) is var words
            && Enumerable.Range(1, Math.Max(0, words.Length - 1)).Any(p => words[p] == "b" && words[p - 1] != "b"));

        Assert.Equal(expected, corpus.Searcher.Search(search).Hits.Select(h => (int)h.Document).Order());
        Assert.Equal(expected, roomless.Search(search).Hits.Select(h => (int)h.Document).Order());
    }

    [Fact]
    public void Nearness_that_is_nested_too_deep_is_refused()
    {
        using var corpus = Corpus.OfBodies("a b");
        Query query = Corpus.Word("a");
        for (var i = 0; i < 1_500; i++)
        {
            query = new NearQuery(query, Corpus.Word("b"), 1);
        }

        Assert.Throws<ArgumentException>(() => corpus.Searcher.Search(new EngineSearch { Query = query }));
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        using var corpus = Corpus.OfBodies("a b", "b a");
        var query = new NearQuery(new PrefixQuery(Corpus.Body, [TermForm.Word], ""), Corpus.Word("b"), 1);

        Assert.Throws<OperationCanceledException>(() => corpus.Searcher.Search(new EngineSearch { Query = query }, new CancellationToken(canceled: true)));
    }

    private static bool Finds(Query query, string text)
    {
        using var corpus = Corpus.OfBodies("d", text, "c d");
        var found = corpus.Searcher.Search(new EngineSearch { Query = query });
        Assert.All(found.Hits, hit => Assert.Equal(1, hit.Document));
        return found.Total > 0;
    }

    private static Searcher Roomless(Corpus corpus, int room) => new(corpus.Snapshot, new SearcherOptions { MaxGatheredPositions = room });
}
