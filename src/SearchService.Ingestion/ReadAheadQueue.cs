using System.Diagnostics.CodeAnalysis;

namespace SearchService.Ingestion;

/// <summary>Hands things from one thread to another in order, holding at most so many bytes of them; on the way others finish them.</summary>
/// <remarks>
/// One thing always fits, however large. Things are finished by the threads that call <see cref="Finish"/>, several at a time, and taken in the
/// order in which they were given. A failure of the giver, or of finishing, reaches the taker after all that was given before it.
/// </remarks>
/// <param name="mostBytes">How many bytes are held.</param>
/// <param name="isFinishing">Whether things wait for <see cref="Finish"/> before they are taken.</param>
internal sealed class ReadAheadQueue<T>(long mostBytes, bool isFinishing)
{
    // Guards all fields; pulsed at every change that someone may wait for.
    private readonly object _gate = new();
    private readonly Queue<Entry> _entries = new();
    private readonly Queue<Entry> _unfinished = new();
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

            Entry entry = new(item, bytes) { IsFinished = !isFinishing };
            _entries.Enqueue(entry);
            if (isFinishing)
            {
                _unfinished.Enqueue(entry);
            }

            _bytes += bytes;
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Finishes things as they come, until nothing more comes or is wanted: what a thread does that helps.</summary>
    /// <param name="finish">Makes of a thing what is taken.</param>
    public void Finish(Func<T, T> finish)
    {
        while (TryClaim(out Entry? entry))
        {
            Exception? failure = null;
            try
            {
                entry.Item = finish(entry.Item);
            }
#pragma warning disable CA1031 // Whatever went wrong has to reach the thread that waits for this thing.
            catch (Exception error)
#pragma warning restore CA1031
            {
                failure = error;
            }

            lock (_gate)
            {
                entry.Failure = failure;
                entry.IsFinished = true;
                Monitor.PulseAll(_gate);
            }
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

    /// <summary>Takes the next thing; waits until there is one, and it is finished.</summary>
    /// <returns>False when nothing more comes.</returns>
    /// <exception cref="OperationCanceledException">Waiting was ended.</exception>
    /// <exception cref="IOException">The giver failed on a file.</exception>
    /// <exception cref="InvalidOperationException">It failed otherwise.</exception>
    public bool TryTake(out T item, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration wakeUp = cancellationToken.Register(Wake);
        lock (_gate)
        {
            while (!(_entries.TryPeek(out Entry? first) ? first.IsFinished : _completed) && !cancellationToken.IsCancellationRequested)
            {
                Monitor.Wait(_gate);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Exception? failure = _failure;
            if (_entries.TryDequeue(out Entry? next))
            {
                _bytes -= next.Bytes;
                Monitor.PulseAll(_gate);
                if (next.Failure is null)
                {
                    item = next.Item;
                    return true;
                }

                failure = next.Failure;
            }

            item = default!;
            return failure switch
            {
                null => false,
                IOException => throw new IOException($"Reading the article set failed: {failure.Message}", failure),
                _ => throw new InvalidOperationException("Reading the article set failed.", failure),
            };
        }
    }

    /// <summary>Takes no more: the giver's next call returns false.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _abandoned = true;
            _entries.Clear();
            _unfinished.Clear();
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

    private bool TryClaim([NotNullWhen(true)] out Entry? entry)
    {
        lock (_gate)
        {
            while (_unfinished.Count == 0 && !_completed && !_abandoned)
            {
                Monitor.Wait(_gate);
            }

            return _unfinished.TryDequeue(out entry);
        }
    }

    private sealed class Entry(T item, long bytes)
    {
        public T Item { get; set; } = item;

        public long Bytes => bytes;

        public bool IsFinished { get; set; }

        public Exception? Failure { get; set; }
    }
}
