using System.Diagnostics.CodeAnalysis;

namespace SearchService.Engine.Index.Writing;

/// <summary>One thread that merges, one merge after another in the order they were chosen, so that a merge may build on an earlier one.</summary>
/// <remarks>Thread-safe. The thread is started by the first merge. After a failure nothing more is merged.</remarks>
internal sealed class MergeThread : IDisposable
{
    // How many merges may wait before builders do. A merge takes as long as the flushes it merges or less, so more
    // waiting means that writing is faster than this disk or processor can go on with.
    private const int MaxWaiting = 2;

    private readonly Queue<Action<CancellationToken>> _waiting = new(); // guards itself and the fields below
    private readonly CancellationTokenSource _cancellation = new();
    private Thread? _thread;
    private bool _busy;
    private bool _stopped;
    private Exception? _failure;

    /// <summary>What ended the thread; null while all is well.</summary>
    public Exception? Failure
    {
        get
        {
            lock (_waiting)
            {
                return _failure;
            }
        }
    }

    /// <summary>Has a merge done when those before it are.</summary>
    /// <param name="merge">Run on the thread; to end soon when cancelled.</param>
    public void Enqueue(Action<CancellationToken> merge)
    {
        lock (_waiting)
        {
            if (_stopped)
            {
                return;
            }

            _waiting.Enqueue(merge);
            Monitor.PulseAll(_waiting);
            if (_thread is null)
            {
                _thread = new Thread(Run) { Name = "Index merger", IsBackground = true };
                _thread.Start();
            }
        }
    }

    /// <summary>Waits while too many merges do, or until there will be no more.</summary>
    public void WaitWhileBehind() => WaitWhile(() => _waiting.Count > MaxWaiting);

    /// <summary>Waits until all merges are done, or one has failed; look at <see cref="Failure"/>.</summary>
    public void WaitUntilIdle() => WaitWhile(() => _busy || _waiting.Count > 0);

    /// <summary>Has the thread leave its work as it is and end soon; lets all go that wait. Doesn't wait itself.</summary>
    public void Stop()
    {
        _cancellation.Cancel();
        lock (_waiting)
        {
            End();
        }
    }

    /// <summary>Stops the thread and waits for its end.</summary>
    public void Dispose()
    {
        Stop();
        _thread?.Join();
        _cancellation.Dispose();
    }

    private void WaitWhile(Func<bool> condition)
    {
        lock (_waiting)
        {
            while (!_stopped && condition())
            {
                Monitor.Wait(_waiting);
            }
        }
    }

    private void Run()
    {
        try
        {
            while (TryTake(out Action<CancellationToken>? merge))
            {
                merge(_cancellation.Token);
            }
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            // Rolling back: nobody waits for it.
        }
        catch (Exception e)
        {
            // Any failure, whatever its type, must reach the writer's caller and not end the process.
            lock (_waiting)
            {
                _failure = e;
                End();
            }
        }
    }

    private bool TryTake([NotNullWhen(true)] out Action<CancellationToken>? merge)
    {
        lock (_waiting)
        {
            _busy = false;
            Monitor.PulseAll(_waiting);
            while (!_stopped && _waiting.Count == 0)
            {
                Monitor.Wait(_waiting);
            }

            _busy = _waiting.TryDequeue(out merge);
            Monitor.PulseAll(_waiting);
            return _busy;
        }
    }

    // Called with the lock held.
    private void End()
    {
        _stopped = true;
        _waiting.Clear();
        Monitor.PulseAll(_waiting);
    }
}
