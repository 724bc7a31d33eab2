using SearchService.Engine.Kernels;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Kernels;

public sealed class RunningSumsTests
{
    [Fact]
    public void Any_number_of_gaps_adds_up_the_same_with_and_without_vectors()
    {
        var random = Seeds.Random();
        for (var length = 0; length < 200; length++)
        {
            int[] gaps = [.. Enumerable.Range(0, length).Select(_ => random.Next(0, 1 << random.Next(1, 22)))];
            var before = random.Next(1000);
            var expected = gaps.Select((_, i) => before + gaps[..(i + 1)].Sum()).ToArray();
            var scalar = new int[length];
            var vector = new int[length];

            Assert.True(RunningSums.AddUpScalar(before, gaps, scalar));
            Assert.True(RunningSums.AddUpVector(before, gaps, vector));
            Assert.Equal(expected, scalar);
            Assert.Equal(expected, vector);
        }
    }

    [Fact]
    public void A_sum_that_does_not_fit_is_noticed_wherever_it_is_and_even_if_later_ones_wrap_round_again()
    {
        for (var at = 0; at < 20; at++)
        {
            var gaps = new int[20];
            gaps[at] = int.MaxValue;
            var sums = new int[20];
            Assert.True(RunningSums.AddUpScalar(0, gaps, sums));
            Assert.True(RunningSums.AddUpVector(0, gaps, sums));
            Assert.False(RunningSums.AddUpScalar(1, gaps, sums));
            Assert.False(RunningSums.AddUpVector(1, gaps, sums));

            gaps[Math.Min(at + 1, 19)] = int.MaxValue;
            Assert.False(RunningSums.AddUpScalar(2, gaps, sums));
            Assert.False(RunningSums.AddUpVector(2, gaps, sums));
        }
    }
}
