using SearchService.Engine.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

public sealed class CandidateSetsTests
{
    [Fact]
    public void Only_documents_whose_clauses_add_up_to_more_than_the_threshold_are_left()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 100; round++)
        {
            using var scratch = Scratch.Take();
            double[] bounds = [.. Enumerable.Range(0, random.Next(1, CandidateSets.MaxClauses + 1)).Select(_ => random.Next(4) == 0 ? 0.1 : random.NextDouble())];
            var sets = new CandidateSets([.. bounds.Select(bound => new Bounded(bound))], scratch);
            foreach (var threshold in new[] { -1, 0, bounds[0], random.NextDouble() * bounds.Length, bounds.Sum() })
            {
                for (var i = 0; i < bounds.Length; i++)
                {
                    Fill(random, sets.Of(i));
                }

                var set = new ulong[Window.Words];
                Fill(random, set);
                var expected = Enumerable.Range(0, Window.Size).Where(d => WindowSet.Contains(set, d) && BoundOf(sets, bounds, d) > threshold).ToList();

                sets.RuleOut(threshold, set);

                Assert.Equal(expected, Enumerable.Range(0, Window.Size).Where(d => WindowSet.Contains(set, d)));
            }
        }
    }

    private static double BoundOf(CandidateSets sets, double[] bounds, int document)
    {
        double sum = 0;
        for (var i = 0; i < bounds.Length; i++)
        {
            sum += WindowSet.Contains(sets.Of(i), document) ? bounds[i] : 0;
        }

        return sum;
    }

    private static void Fill(Random random, Span<ulong> set)
    {
        foreach (ref var word in set)
        {
            word = (ulong)random.NextInt64() & (ulong)random.NextInt64();
        }
    }

    private sealed class Bounded(double bound) : Matcher
    {
        public override long Cost => 0;

        public override double AddMaxScore(double sum) => sum + bound;

        public override void Match(Window window, Span<ulong> set) => throw new NotSupportedException();

        public override void Score(Window window, ReadOnlySpan<ulong> set, Span<double> scores) => throw new NotSupportedException();
    }
}
