using SearchService.Engine.Collect.TopK;
using SearchService.Engine.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Collect.TopK;

public sealed class TopHitsTests
{
    [Fact]
    public void It_keeps_the_largest_keys_and_of_equal_ones_the_lower_documents()
    {
        using var scratch = Scratch.Take();
        var hits = new TopHits(3, scratch);
        foreach (var (key, document) in new (long, int)[] { (5, 0), (7, 1), (5, 2), (7, 3), (1, 4) })
        {
            hits.Offer(key, document);
        }

        Assert.Equal([(7, 1), (7, 3), (5, 0)], Drained(hits));
    }

    [Fact]
    public void Pages_that_follow_one_another_give_the_whole_order_once()
    {
        using var scratch = Scratch.Take();
        var random = Seeds.Random();
        for (var round = 0; round < 200; round++)
        {
            var offers = Enumerable.Range(0, random.Next(200)).Select(document => (Key: (long)random.Next(-5, 5), Document: document)).ToArray();
            random.Shuffle(offers);
            var expected = offers.OrderByDescending(o => o.Key).ThenBy(o => o.Document).ToList();

            var size = random.Next(1, 40);
            var pages = new List<(long Key, int Document)>();
            (long, int)? after = null;
            while (true)
            {
                var hits = new TopHits(size, scratch, after);
                foreach (var (key, document) in offers)
                {
                    hits.Offer(key, document);
                }

                var page = Drained(hits);
                if (page.Length == 0)
                {
                    break;
                }

                pages.AddRange(page);
                after = page[^1];
            }

            Assert.Equal(expected, pages);
        }
    }

    [Fact]
    public void With_no_room_it_keeps_nothing()
    {
        using var scratch = Scratch.Take();
        var hits = new TopHits(0, scratch);
        hits.Offer(long.MaxValue, 0);

        Assert.Equal(double.PositiveInfinity, hits.ScoreThreshold);
        Assert.Equal(0, hits.Count);
    }

    [Fact]
    public void Keys_of_scores_order_as_the_scores_do()
    {
        double[] scores = [0, double.Epsilon, 1e-300, 0.1, Math.BitDecrement(1.0), 1, Math.BitIncrement(1.0), 1e300];

        Assert.Equal(scores, scores.Select(TopHits.KeyOf).Order().Select(TopHits.ScoreOf));
    }

    [Fact]
    public void The_threshold_is_the_worst_score_kept_once_it_is_full()
    {
        using var scratch = Scratch.Take();
        var hits = new TopHits(2, scratch);
        hits.Offer(TopHits.KeyOf(3), 0);
        Assert.Equal(-1, hits.ScoreThreshold);

        hits.Offer(TopHits.KeyOf(2), 1);
        Assert.Equal(2, hits.ScoreThreshold);
    }

    private static (long Key, int Document)[] Drained(TopHits hits)
    {
        var all = new (long, int)[hits.Count];
        while (hits.Count > 0)
        {
            var worst = hits.TakeWorst();
            all[hits.Count] = worst;
        }

        return all;
    }
}
