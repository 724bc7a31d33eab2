using SearchService.Engine.Index.Writing;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class MergeThreadTests
{
    [Fact]
    public void Merges_are_done_one_after_another_in_the_order_they_came()
    {
        using var merges = new MergeThread();
        var done = new List<int>();
        for (int merge = 0; merge < 100; merge++)
        {
            int number = merge;
            merges.Enqueue(_ => done.Add(number));
        }

        merges.WaitUntilIdle();
        Assert.Equal(Enumerable.Range(0, 100), done);
        Assert.Null(merges.Failure);
    }

    [Fact]
    public void Who_writes_waits_while_more_than_two_merges_do()
    {
        using var merges = new MergeThread();
        using var begun = new SemaphoreSlim(0);
        using var released = new SemaphoreSlim(0);
        for (int merge = 0; merge < 4; merge++)
        {
            merges.Enqueue(cancellation =>
            {
                begun.Release();
                released.Wait(cancellation);
            });
        }

        begun.Wait(); // one is being done, three wait
        bool passed = false;
        var writer = new Thread(() =>
        {
            merges.WaitWhileBehind();
            passed = true;
        });
        writer.Start();
        SpinWait.SpinUntil(() => writer.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        Assert.False(passed);
        released.Release();
        writer.Join();
        Assert.True(passed);
        released.Release(3);
        merges.WaitUntilIdle();
    }

    [Fact]
    public void A_failure_is_kept_ends_the_rest_and_lets_all_go_that_wait()
    {
        using var merges = new MergeThread();
        using var released = new ManualResetEventSlim();
        bool later = false;
        merges.Enqueue(cancellation =>
        {
            released.Wait(cancellation);
            throw new IOException("full");
        });
        for (int merge = 0; merge < 3; merge++)
        {
            merges.Enqueue(_ => later = true);
        }

        var writer = new Thread(merges.WaitWhileBehind);
        writer.Start();
        released.Set();
        writer.Join();
        merges.WaitUntilIdle();
        merges.Enqueue(_ => later = true);
        Assert.Equal("full", merges.Failure?.Message);
        Assert.False(later);
    }

    [Fact]
    public void Stopping_cancels_the_merge_that_is_being_done_and_is_no_failure()
    {
        using var begun = new ManualResetEventSlim();
        var merges = new MergeThread();
        merges.Enqueue(cancellation =>
        {
            begun.Set();
            cancellation.WaitHandle.WaitOne();
            cancellation.ThrowIfCancellationRequested();
        });
        begun.Wait();
        merges.Dispose();
        Assert.Null(merges.Failure);
    }
}
