using System.Diagnostics.CodeAnalysis;

namespace SearchService.Engine.Index.Writing;

/// <summary>
/// Puts what several builders write into one order that doesn't depend on which of them was faster: the first segment of
/// each, then the second of each, and so on.
/// </summary>
/// <remarks>
/// A segment leaves when all before it have. Builders get batches in turn, so one is rarely far ahead of the others. Not
/// thread-safe.
/// </remarks>
/// <param name="builders">How many builders there are.</param>
internal sealed class FlushOrder<T>(int builders)
{
    private readonly Queue<T>[] _waiting = [.. Enumerable.Range(0, builders).Select(_ => new Queue<T>())];
    private int _next; // the builder whose segment comes next

    /// <summary>Takes a builder's next segment.</summary>
    /// <param name="builder">From 0 to one less than the count of builders.</param>
    /// <param name="segment">The segment.</param>
    public void Put(int builder, T segment) => _waiting[builder].Enqueue(segment);

    /// <summary>Gives the next segment, if it is there.</summary>
    public bool TryTake([MaybeNullWhen(false)] out T segment)
    {
        if (!_waiting[_next].TryDequeue(out segment))
        {
            return false;
        }

        _next = (_next + 1) % _waiting.Length;
        return true;
    }

    /// <summary>Gives all segments that are left, now that the builders have written their last, and begins anew.</summary>
    public IReadOnlyList<T> TakeRest()
    {
        var rest = new List<T>();
        for (; _waiting.Any(queue => queue.Count > 0); _next = (_next + 1) % _waiting.Length)
        {
            if (_waiting[_next].TryDequeue(out T? segment))
            {
                rest.Add(segment);
            }
        }

        _next = 0;
        return rest;
    }
}
