using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

public sealed class RankingTests
{
    // Frequent to rare, and now and then many times in a text: what makes the bounds of blocks differ.
    private static readonly double[] Shares = [0.9, 0.6, 0.4, 0.25, 0.15, 0.08, 0.04, 0.02, 0.01, 0.005, 0.002, 0.0005];

    [Fact]
    public void Pruned_hits_are_those_of_scoring_everything_to_the_bit()
    {
        var random = Seeds.Random();
        var tally = new RankingTally();
        for (var round = 0; round < 3; round++)
        {
            using var corpus = Corpus.Of(Segments(random, deletes: round == 1, round == 2 ? [3_000, 1, 9_000, 200, 5_000] : [17_000]));
            for (var i = 0; i < 150; i++)
            {
                var search = new EngineSearch { Query = List(random), Size = random.Next(4) == 0 ? random.Next(1, 90) : 10 };
                if (random.Next(4) == 0)
                {
                    search = search with { Filters = [new("x", Corpus.Word(Corpus.Words[random.Next(6)]))] };
                }

                AssertSameHits(corpus, search, tally);
            }
        }

        Assert.True(tally.BlocksSkipped > 0, $"{tally.BlocksSkipped} blocks skipped");
        Assert.True(tally.WindowsSkipped > 0, $"{tally.WindowsSkipped} windows skipped");
    }

    [Fact]
    public void Pruned_hits_of_any_tree_are_those_of_scoring_everything_to_the_bit()
    {
        var random = Seeds.Random();
        using var corpus = Corpus.Random(random, 9_000, 3, 4_097);
        var queries = new RandomQueries(random, corpus.Snapshot.DocumentSpace);
        for (var i = 0; i < 200; i++)
        {
            AssertSameHits(corpus, new EngineSearch { Query = queries.Next(depth: random.Next(4)) }, new RankingTally());
        }
    }

    [Fact]
    public void A_term_is_scored_in_few_of_its_blocks()
    {
        var random = new Random(5);
        using var corpus = Corpus.Of(Segments(random, deletes: false, [30_000]));
        var tally = new RankingTally();

        new Searcher(corpus.Snapshot, new SearcherOptions { Tally = tally }).Search(new EngineSearch { Query = Corpus.Word("b") });

        Assert.InRange(tally.DocumentsScored, 1, 5_000);
    }

    [Fact]
    public void The_threshold_of_one_segment_holds_in_the_next()
    {
        var random = new Random(5);
        var first = Segments(random, deletes: false, [6_000])[0];
        using var alone = Corpus.Of(first);
        using var twice = Corpus.Of(first, first);
        var both = BooleanQuery.AllOf(Corpus.Word("a"), Corpus.Word("ba"));

        Assert.True(Scored(twice) < 2 * Scored(alone));

        long Scored(Corpus corpus)
        {
            var tally = new RankingTally();
            new Searcher(corpus.Snapshot, new SearcherOptions { Ranking = RankingChoice.Always, Tally = tally }).Search(new EngineSearch { Query = both, Size = 3 });
            return tally.DocumentsScored;
        }
    }

    private static void AssertSameHits(Corpus corpus, EngineSearch search, RankingTally tally)
    {
        var never = new Searcher(corpus.Snapshot, new SearcherOptions { Ranking = RankingChoice.Never });
        var expected = never.Search(search);
        foreach (var choice in new[] { RankingChoice.WherePays, RankingChoice.Always })
        {
            var pruned = new Searcher(corpus.Snapshot, new SearcherOptions { Ranking = choice, Tally = tally });
            var result = pruned.Search(search);

            Assert.True(expected.Hits.SequenceEqual(result.Hits), $"{search.Query}, {search.Size} hits, {choice}");
            Assert.Equal(expected.Total, result.Total);
            if (expected.Hits.Length == search.Size)
            {
                var next = search with { After = SearchAfter.Of(expected.Hits[^1]) };
                Assert.True(never.Search(next).Hits.SequenceEqual(pruned.Search(next).Hits), $"{search.Query}, after {search.Size} hits, {choice}");
            }
        }
    }

    private static Query List(Random random)
    {
        Query Term() => random.Next(5) switch
        {
            0 => new BoostQuery(Corpus.Word(Corpus.Words[random.Next(12)]), random.Next(4) / 2.0),
            _ => Corpus.Word(Corpus.Words[random.Next(12)]),
        };
        Query Union() => BooleanQuery.AnyOf(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Term()));
        BooleanClause[] clauses = random.Next(6) switch
        {
            0 => [new(Term(), Occur.Must)],
            1 => [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => new BooleanClause(Term(), Occur.Must))],
            2 => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new BooleanClause(Union(), Occur.Must))],
            3 => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new BooleanClause(Term(), (Occur)random.Next(4)))],
            _ => [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => new BooleanClause(Term(), Occur.Should))],
        };
        Query query = clauses is [{ Occur: Occur.Must } one] ? one.Query : new BooleanQuery([.. clauses], random.Next(3) == 0 ? random.Next(3) : 0);
        return random.Next(6) == 0 ? new BoostQuery(query, 1.7) : query;
    }

    private static List<NaiveDocument>[] Segments(Random random, bool deletes, int[] lengths) => [.. lengths.Select(length =>
        Enumerable.Range(0, length).Select(number =>
        {
            var document = new NaiveDocument { Deleted = deletes && random.Next(20) == 0 };
            var words = new List<string>();
            for (var i = 0; i < Shares.Length; i++)
            {
                if (random.NextDouble() < Shares[i])
                {
                    // Stretches of documents about something, as in an archive by date.
                    var most = (number >> 10) % 7 == i % 7 && random.Next(8) == 0 ? 60 : 3;
                    words.AddRange(Enumerable.Repeat(Corpus.Words[i], random.Next(1, most)));
                }
            }

            document.SetText(Corpus.Body, [.. words]);
            return document;
        }).ToList())];
}
