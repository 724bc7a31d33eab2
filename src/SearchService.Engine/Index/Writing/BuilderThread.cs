using SearchService.Engine.Segments;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// One thread of a writer: takes batches from its queue and indexes them into segments of its own. Nothing is shared
/// with the other builders, so what it writes depends on its batches alone.
/// </summary>
internal sealed class BuilderThread : IDisposable
{
    private readonly SegmentBuilder _builder;
    private readonly BatchQueue _queue;
    private readonly Action<DocumentBatch> _recycle;
    private readonly Action<FlushedSegment> _flushedSegment;
    private readonly Thread _thread;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly SemaphoreSlim _flushed = new(0);

    private readonly Lock _gate = new();
    private List<DocumentRejection> _rejections = []; // guarded by _gate
    private volatile Exception? _failure;
    private DocumentNumbers _numbers = new(); // of the documents in memory

    /// <summary>Starts the thread.</summary>
    /// <param name="builder">Used by this thread alone from now on, and disposed of by it.</param>
    /// <param name="maxQueueWeight">What may wait, see <see cref="DocumentBatch.Weight"/>.</param>
    /// <param name="recycle">Called on the thread with each batch that is done and cleared; thread-safe.</param>
    /// <param name="flushedSegment">Called on the thread with each segment that a full buffer made it write; may wait.</param>
    /// <param name="name">The thread's name, for debuggers and profiles.</param>
    public BuilderThread(
        SegmentBuilder builder,
        long maxQueueWeight,
        Action<DocumentBatch> recycle,
        Action<FlushedSegment> flushedSegment,
        string name)
    {
        _builder = builder;
        _queue = new BatchQueue(maxQueueWeight);
        _recycle = recycle;
        _flushedSegment = flushedSegment;
        _thread = new Thread(Run) { Name = name, IsBackground = true };
        _thread.Start();
    }

    /// <summary>What ended the thread; null while all is well.</summary>
    public Exception? Failure => _failure;

    /// <summary>Hands over a batch, waiting while the queue is full.</summary>
    /// <returns>False when the thread has ended.</returns>
    public bool TryPut(DocumentBatch batch) => _queue.Put(batch);

    /// <summary>Asks for what is buffered to be written; follow with <see cref="WaitForFlush"/>.</summary>
    public void RequestFlush() => _queue.Put(null);

    /// <summary>Waits until all that was put before <see cref="RequestFlush"/> is in segments, or the thread has ended.</summary>
    public void WaitForFlush() => _flushed.Wait();

    /// <summary>The segment that the requested flush wrote, or null when nothing was in memory; call after <see cref="WaitForFlush"/> only.</summary>
    public FlushedSegment? TakeLast() => _builder.TryTakeSegment() is { } segment ? Flushed(segment) : null;

    /// <summary>The documents refused since the last call, in their order.</summary>
    public IReadOnlyList<DocumentRejection> TakeRejections()
    {
        lock (_gate)
        {
            List<DocumentRejection> taken = _rejections;
            if (taken.Count > 0)
            {
                _rejections = [];
            }

            return taken;
        }
    }

    /// <summary>Has the thread leave its work as it is and end soon; doesn't wait for that.</summary>
    public void Stop()
    {
        _cancellation.Cancel();
        _queue.Stop();
    }

    /// <summary>Stops the thread and waits for its end.</summary>
    public void Dispose()
    {
        Stop();
        _thread.Join();
        _cancellation.Dispose();
        _flushed.Dispose();
    }

    private void Run()
    {
        try
        {
            while (_queue.Take(out DocumentBatch? batch))
            {
                if (batch is null)
                {
                    _builder.Flush(_cancellation.Token);
                    _flushed.Release();
                }
                else
                {
                    Index(batch);
                }
            }
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            // Rolling back: nobody waits for what was left.
        }
        catch (Exception e)
        {
            // Any failure, whatever its type, must reach the caller's next call and not end the process.
            _failure = e;
            _queue.Stop();
        }
        finally
        {
            DisposeBuilder();
            _flushed.Release(); // whoever waits for a flush learns of the end instead
        }
    }

    // On this thread too an exception must not end the process.
    private void DisposeBuilder()
    {
        try
        {
            _builder.Dispose();
        }
        catch (Exception e)
        {
            _failure ??= e;
        }
    }

    private void Index(DocumentBatch batch)
    {
        for (int i = 0; i < batch.Count; i++)
        {
            if (!_builder.TryAdd(batch.Values(i), batch.Stored(i), batch.Analyzer(i), _cancellation.Token, out Exception? cause))
            {
                lock (_gate)
                {
                    _rejections.Add(new DocumentRejection(batch.FirstNumber + i, cause));
                }

                continue;
            }

            _numbers.Add(batch.FirstNumber + i);
            if (_builder.TryTakeSegment() is { } segment)
            {
                _flushedSegment(Flushed(segment));
            }
        }

        batch.Clear();
        _recycle(batch);
    }

    private FlushedSegment Flushed(SegmentInfo segment)
    {
        var flushed = new FlushedSegment(segment, _numbers);
        _numbers = new DocumentNumbers();
        return flushed;
    }
}
