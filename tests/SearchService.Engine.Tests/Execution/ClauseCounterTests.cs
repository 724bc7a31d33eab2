using SearchService.Engine.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

public sealed class ClauseCounterTests
{
    [Fact]
    public void It_knows_who_is_in_at_least_so_many_sets()
    {
        var random = Seeds.Random();
        foreach (var clauses in new[] { 1, 2, 3, 4, 7, 8, 40 })
        {
            var counts = new int[Window.Size];
            var counter = new ClauseCounter(new ulong[ClauseCounter.WordsFor(clauses)]);
            var set = new ulong[Window.Words];
            for (var clause = 0; clause < clauses; clause++)
            {
                Array.Clear(set);
                for (var i = 0; i < Window.Size; i++)
                {
                    if (random.Next(clauses) <= i % clauses)
                    {
                        WindowSet.Add(set, i);
                        counts[i]++;
                    }
                }

                counter.Add(set);
            }

            for (var minimum = 1; minimum <= clauses + 2; minimum++)
            {
                counter.AtLeast(minimum, set);
                for (var i = 0; i < Window.Size; i++)
                {
                    Assert.Equal(counts[i] >= minimum, WindowSet.Contains(set, i));
                }
            }
        }
    }
}
