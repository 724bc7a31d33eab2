using SearchService.Engine.Index.Writing;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class FlushOrderTests
{
    [Fact]
    public void Segments_leave_in_rounds_whichever_builder_was_faster()
    {
        var order = new FlushOrder<string>(2);
        order.Put(1, "b1");
        Assert.False(order.TryTake(out _)); // the first builder's first comes before
        order.Put(1, "b2");
        order.Put(0, "a1");
        Assert.Equal(["a1", "b1"], TakeAll(order));
        order.Put(0, "a2");
        Assert.Equal(["a2", "b2"], TakeAll(order));
    }

    [Fact]
    public void At_the_end_builders_that_wrote_less_are_passed_over_and_the_next_round_begins_anew()
    {
        var order = new FlushOrder<string>(3);
        order.Put(2, "c1");
        order.Put(0, "a1");
        order.Put(0, "a2");
        order.Put(0, "a3");
        Assert.Equal(["a1"], TakeAll(order));
        Assert.Equal(["c1", "a2", "a3"], order.TakeRest());
        Assert.Empty(order.TakeRest());
        order.Put(0, "a4");
        Assert.Equal(["a4"], TakeAll(order));
    }

    private static List<string> TakeAll(FlushOrder<string> order)
    {
        var taken = new List<string>();
        while (order.TryTake(out string? segment))
        {
            taken.Add(segment);
        }

        return taken;
    }
}
