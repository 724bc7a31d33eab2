using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class BatchQueueTests
{
    [Fact]
    public void Batches_leave_in_the_order_they_came()
    {
        var queue = new BatchQueue(maxWeight: 100);
        DocumentBatch first = Batch(weight: 10);
        DocumentBatch second = Batch(weight: 20);

        Assert.True(queue.Put(first));
        Assert.True(queue.Put(second));
        Assert.True(queue.Put(null));

        Assert.True(queue.Take(out DocumentBatch? taken) && taken == first);
        Assert.True(queue.Take(out taken) && taken == second);
        Assert.True(queue.Take(out taken) && taken is null);
    }

    [Fact]
    public void A_batch_heavier_than_the_queue_passes_an_empty_one()
    {
        Assert.True(new BatchQueue(maxWeight: 1).Put(Batch(weight: 1000)));
    }

    [Fact]
    public void A_full_queue_holds_the_putter_until_something_is_taken()
    {
        var queue = new BatchQueue(maxWeight: 15);
        queue.Put(Batch(weight: 10));
        using var began = new ManualResetEventSlim();
        bool done = false;
        var putter = new Thread(() =>
        {
            began.Set();
            queue.Put(Batch(weight: 6));
            Volatile.Write(ref done, true);
        });
        putter.Start();
        began.Wait(TestContext.Current.CancellationToken);
        WaitUntilBlocked(putter);

        Assert.False(Volatile.Read(ref done));
        Assert.True(queue.Take(out _));
        putter.Join();
        Assert.True(queue.Take(out DocumentBatch? second));
        Assert.Equal(6, second!.Weight);
    }

    [Fact]
    public void Stopping_frees_whoever_waits_and_takes_nothing_more()
    {
        var full = new BatchQueue(maxWeight: 5);
        full.Put(Batch(weight: 5));
        var empty = new BatchQueue(maxWeight: 5);
        bool put = true;
        bool took = true;
        var putter = new Thread(() => put = full.Put(Batch(weight: 1)));
        var taker = new Thread(() => took = empty.Take(out _));
        putter.Start();
        taker.Start();
        WaitUntilBlocked(putter);
        WaitUntilBlocked(taker);

        full.Stop();
        empty.Stop();
        putter.Join();
        taker.Join();

        Assert.False(put);
        Assert.False(took);
        Assert.False(full.Take(out _));
        Assert.False(full.Put(null));
    }

    private static void WaitUntilBlocked(Thread thread)
    {
        SpinWait wait = default;
        while (!thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
        {
            wait.SpinOnce();
        }
    }

    private static DocumentBatch Batch(int weight)
    {
        var document = new Document();
        document.AddKeyword(0, new string('x', weight));
        var batch = new DocumentBatch();
        batch.Add(document, 0);
        return batch;
    }
}
