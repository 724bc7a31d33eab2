using System.Collections.Concurrent;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Gathers documents in batches and deals those to builders in turn: always in the same way, so that equal documents end
/// in equal segments.
/// </summary>
/// <remarks>
/// A builder joins when those before it have had a few batches; so what a small update adds is one segment, and costs one
/// thread. For one thread.
/// </remarks>
/// <param name="maxBuilders">How many builders there may be.</param>
/// <param name="start">Starts the builder of a number, which has to give batches back by the action, thread-safe.</param>
internal sealed class BatchDealer(int maxBuilders, Func<int, Action<DocumentBatch>, BuilderThread> start) : IDisposable
{
    private const int BatchesPerJoining = 4;

    private readonly List<BuilderThread> _builders = []; // none from a flush to the next batch
    private readonly ConcurrentBag<DocumentBatch> _spare = [];
    private readonly List<DocumentRejection> _rejections = []; // of builders that have ended
    private DocumentBatch _batch = new();
    private int _dealt; // batches since the builders were started
    private int _turn; // the builder that gets the next batch

    /// <summary>What ended a builder; null while all are well.</summary>
    public Exception? Failure => _builders.Select(builder => builder.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>Takes a document, and deals the batch when it is full, waiting while its builder has all it can hold.</summary>
    /// <param name="document">Copied.</param>
    /// <param name="number">How many were added before.</param>
    /// <returns>Whether a batch was dealt.</returns>
    public bool Add(Document document, long number)
    {
        _batch.Add(document, number);
        if (!_batch.IsFull)
        {
            return false;
        }

        Deal();
        return true;
    }

    /// <summary>Has every builder write what it holds, and ends them, so that others can use the memory of their buffers.</summary>
    /// <returns>The last segment of each builder, or null for one that had nothing; nothing at all after a failure.</returns>
    public IReadOnlyList<(int Builder, FlushedSegment? Segment)> Flush()
    {
        if (_batch.Count > 0)
        {
            Deal();
        }

        _builders.ForEach(builder => builder.RequestFlush());
        _builders.ForEach(builder => builder.WaitForFlush());
        if (Failure is not null)
        {
            return [];
        }

        _rejections.AddRange(_builders.SelectMany(builder => builder.TakeRejections()));
        (int, FlushedSegment?)[] last = [.. _builders.Select((builder, number) => (number, builder.TakeLast()))];
        Stop();
        return last;
    }

    /// <summary>The documents refused since the last call, in the order they were added.</summary>
    public IReadOnlyList<DocumentRejection> TakeRejections()
    {
        foreach (BuilderThread builder in _builders)
        {
            _rejections.AddRange(builder.TakeRejections());
        }

        if (_rejections.Count == 0)
        {
            return [];
        }

        DocumentRejection[] taken = [.. _rejections.OrderBy(rejection => rejection.Number)];
        _rejections.Clear();
        return taken;
    }

    /// <summary>Ends all builders; what they hold is lost.</summary>
    public void Dispose() => Stop();

    private void Deal()
    {
        int joined = Math.Min(maxBuilders, 1 + (_dealt / BatchesPerJoining));
        if (joined > _builders.Count)
        {
            _turn = _builders.Count;
            _builders.Add(start(_turn, _spare.Add));
        }

        if (_builders[_turn].TryPut(_batch)) // if not, the builder has failed and the batch is lost with it
        {
            _batch = _spare.TryTake(out DocumentBatch? spare) ? spare : new DocumentBatch();
        }

        _turn = (_turn + 1) % joined;
        _dealt++;
    }

    private void Stop()
    {
        _builders.ForEach(builder => builder.Stop());
        _builders.ForEach(builder => builder.Dispose());
        _builders.Clear();
        _dealt = 0;
    }
}
