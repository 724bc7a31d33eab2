namespace SearchService.Ingestion.Tests;

public sealed class ReadAheadQueueTests
{
    [Fact]
    public void Things_finished_by_several_threads_are_taken_in_the_order_given()
    {
        ReadAheadQueue<int> queue = new(mostBytes: 16, isFinishing: true);
        Thread[] threads =
        [
            .. Enumerable.Range(0, 3).Select(_ => new Thread(() => queue.Finish(static item => item * 2))),
            new Thread(() => Give(queue, 2_000)),
        ];
        Array.ForEach(threads, static thread => thread.Start());

        Assert.Equal(Enumerable.Range(0, 2_000).Select(static item => item * 2), TakeAll(queue));
        Assert.All(threads, static thread => Assert.True(thread.Join(TimeSpan.FromMinutes(1))));
    }

    [Fact]
    public void A_failure_to_finish_reaches_the_taker_in_its_turn()
    {
        ReadAheadQueue<int> queue = new(mostBytes: 1_000, isFinishing: true);
        Give(queue, 3);
        queue.Finish(static item => item == 1 ? throw new FormatException("no") : item);

        Assert.True(queue.TryTake(out int first, CancellationToken.None));
        Assert.Equal(0, first);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => queue.TryTake(out _, CancellationToken.None));
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public void Who_finishes_is_let_go_when_nobody_takes_any_more()
    {
        ReadAheadQueue<int> queue = new(mostBytes: 1, isFinishing: true);
        Thread finisher = new(() => queue.Finish(static item => item)), giver = new(() => Give(queue, int.MaxValue));
        finisher.Start();
        giver.Start();
        Assert.True(queue.TryTake(out _, CancellationToken.None));
        queue.Abandon();

        Assert.True(finisher.Join(TimeSpan.FromMinutes(1)));
        Assert.True(giver.Join(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Waiting_can_be_ended()
    {
        ReadAheadQueue<int> queue = new(mostBytes: 1, isFinishing: true);
        Assert.True(queue.Give(1, 1)); // never finished
        using CancellationTokenSource ended = new();
        ended.Cancel();
        Assert.Throws<OperationCanceledException>(() => queue.TryTake(out _, ended.Token));
    }

    private static void Give(ReadAheadQueue<int> queue, int count)
    {
        for (int i = 0; i < count && queue.Give(i, 1); i++)
        {
        }

        queue.Complete();
    }

    private static List<int> TakeAll(ReadAheadQueue<int> queue)
    {
        List<int> taken = [];
        while (queue.TryTake(out int item, CancellationToken.None))
        {
            taken.Add(item);
        }

        return taken;
    }
}
