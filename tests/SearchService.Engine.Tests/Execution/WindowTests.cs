using SearchService.Engine.Execution;

namespace SearchService.Engine.Tests.Execution;

public sealed class WindowTests
{
    [Theory]
    [InlineData(0, 10, 0, 10)]
    [InlineData(4095, 9000, 0, 4096)]
    [InlineData(4096, 9000, 4096, 8192)]
    [InlineData(8999, 9000, 8192, 9000)]
    [InlineData(int.MaxValue - 1, int.MaxValue, int.MaxValue - 4095, int.MaxValue)]
    public void A_document_is_held_by_one_window(int document, int documentCount, int start, int end) =>
        Assert.Equal(new Window(start, end), Window.Holding(document, documentCount));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(4095)]
    [InlineData(4096)]
    public void A_set_filled_to_a_count_holds_exactly_the_first_ones(int count)
    {
        var set = new ulong[Window.Words];
        Array.Fill(set, 0x5555_5555_5555_5555UL);

        WindowSet.FillTo(set, count);

        Assert.All(Enumerable.Range(0, Window.Size), i => Assert.Equal(i < count, WindowSet.Contains(set, i)));
    }
}
