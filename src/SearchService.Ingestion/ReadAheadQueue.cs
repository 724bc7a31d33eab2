namespace SearchService.Ingestion;

/// <summary>Hands things from one thread to another in order, holding at most so many bytes of them.</summary>
/// <remarks>One thing always fits, however large. A failure of the giver reaches the taker after all that was given before it.</remarks>
internal sealed class ReadAheadQueue<T>(long mostBytes)
{
    // Guards all fields; pulsed at every change that someone may wait for.
    private readonly object _gate = new();
    private readonly Queue<(T Item, long Bytes)> _items = new();
    private long _bytes;
    private bool _completed;
    private bool _abandoned;
    private Exception? _failure;

    /// <summary>Gives a thing; waits while the queue is full.</summary>
    /// <returns>False when nobody takes any more.</returns>
    public bool Give(T item, long bytes)
    {
        lock (_gate)
        {
            while (_bytes >= mostBytes && !_abandoned)
            {
                Monitor.Wait(_gate);
            }

            if (_abandoned)
            {
                return false;
            }

            _items.Enqueue((item, bytes));
            _bytes += bytes;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Says that nothing more comes.</summary>
    /// <param name="failure">Why not, if that is no good reason.</param>
    public void Complete(Exception? failure = null)
    {
        lock (_gate)
        {
            _completed = true;
            _failure = failure;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Takes the next thing; waits until there is one.</summary>
    /// <returns>False when nothing more comes.</returns>
    /// <exception cref="OperationCanceledException">Waiting was ended.</exception>
    /// <exception cref="IOException">The giver failed on a file.</exception>
    /// <exception cref="InvalidOperationException">It failed otherwise.</exception>
    public bool TryTake(out T item, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration wakeUp = cancellationToken.Register(Wake);
        lock (_gate)
        {
            while (_items.Count == 0 && !_completed && !cancellationToken.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (_items.TryDequeue(out (T Item, long Bytes) next))
            {
                item = next.Item;
                _bytes -= next.Bytes;
                Monitor.PulseAll(_gate);
                return true;
            }

            item = default!;
            return _failure switch
            {
                null => false,
                IOException => throw new IOException($"Reading the article set failed: {_failure.Message}", _failure),
                _ => throw new InvalidOperationException("Reading the article set failed.", _failure),
            };
        }
    }

    /// <summary>Takes no more: the giver's next call returns false.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _abandoned = true;
            _items.Clear();
            Monitor.PulseAll(_gate);
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }
}
