namespace SearchService.Engine.Index;

/// <summary>Counts who uses something that its last user disposes of; from 1, for whoever made it. Thread-safe.</summary>
public sealed class ReferenceCount
{
    private int _references = 1;

    /// <summary>Counts one more user, unless the last one has left.</summary>
    public bool TryTake()
    {
        int references = Volatile.Read(ref _references);
        while (references > 0)
        {
            int seen = Interlocked.CompareExchange(ref _references, references + 1, references);
            if (seen == references)
            {
                return true;
            }

            references = seen;
        }

        return false;
    }

    /// <summary>Counts one user less.</summary>
    /// <param name="owner">What is counted for, to name it.</param>
    /// <returns>Whether that was the last one.</returns>
    /// <exception cref="ObjectDisposedException">The last one had left.</exception>
    public bool Release(object owner)
    {
        int left = Interlocked.Decrement(ref _references);
        ObjectDisposedException.ThrowIf(left < 0, owner);
        return left == 0;
    }
}
