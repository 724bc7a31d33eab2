namespace SearchService.Engine.Index.Writing;

/// <summary>
/// A queue of batches for one builder thread, bounded by weight (see <see cref="DocumentBatch.Weight"/>) and not by
/// count, because articles differ in length a thousandfold.
/// </summary>
/// <remarks>
/// One thread puts, one takes. A batch heavier than the bound passes when the queue is empty, so a limit never blocks
/// for ever. Waiting is on a monitor: nobody spins.
/// </remarks>
internal sealed class BatchQueue(long maxWeight)
{
    private readonly Queue<DocumentBatch?> _items = new();
    private long _weight;
    private bool _stopped;

    /// <summary>Appends a batch, or null as the request to flush; waits while the queue is too heavy.</summary>
    /// <returns>False when the queue was stopped; the batch was not taken.</returns>
    public bool Put(DocumentBatch? batch)
    {
        long weight = batch?.Weight ?? 0;
        lock (_items)
        {
            while (!_stopped && _weight > 0 && _weight + weight > maxWeight)
            {
                Monitor.Wait(_items);
            }

            if (_stopped)
            {
                return false;
            }

            _items.Enqueue(batch);
            _weight += weight;
            Monitor.PulseAll(_items);
            return true;
        }
    }

    /// <summary>Takes the oldest item, waiting for one.</summary>
    /// <returns>False when the queue was stopped.</returns>
    public bool Take(out DocumentBatch? batch)
    {
        lock (_items)
        {
            while (!_stopped && _items.Count == 0)
            {
                Monitor.Wait(_items);
            }

            if (_stopped)
            {
                batch = null;
                return false;
            }

            batch = _items.Dequeue();
            _weight -= batch?.Weight ?? 0;
            Monitor.PulseAll(_items);
            return true;
        }
    }

    /// <summary>Drops what is queued and lets both sides go, now and later.</summary>
    public void Stop()
    {
        lock (_items)
        {
            _stopped = true;
            _items.Clear();
            _weight = 0;
            Monitor.PulseAll(_items);
        }
    }
}
