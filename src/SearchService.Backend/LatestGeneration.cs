namespace SearchService.Backend;

/// <summary>The latest known generation of an index: gives it to searches, and moves on to a newer one on request.</summary>
/// <remarks>Thread-safe. Searches that hold a generation aren't disturbed by a refresh.</remarks>
/// <typeparam name="T">One generation.</typeparam>
public sealed class LatestGeneration<T> : IDisposable
    where T : class, IGeneration
{
    // A writer may delete a generation's files between our learning of it and opening it; each time there is a newer one.
    private const int Attempts = 10;

    private readonly Func<string?> _committed;
    private readonly Func<T> _open;
    private readonly Lock _refreshing = new();
    private volatile T? _current;

    /// <summary>Opens the latest generation.</summary>
    /// <param name="committed">Reads what the latest commit is told apart by, as <see cref="IGeneration.Commit"/> has it; null when there is none.</param>
    /// <param name="open">Opens the latest generation.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    public LatestGeneration(Func<string?> committed, Func<T> open)
    {
        (_committed, _open) = (committed, open);
        _current = Open();
    }

    /// <summary>The latest known generation. Dispose of it exactly once when the search is done.</summary>
    /// <exception cref="ObjectDisposedException">The index was closed.</exception>
    public T Acquire()
    {
        while (true)
        {
            T current = _current ?? throw new ObjectDisposedException(nameof(LatestGeneration<>));
            if (current.TryTake())
            {
                return current;
            }
        }
    }

    /// <summary>Looks whether there is a newer generation, and moves on to it.</summary>
    /// <returns>Whether there is; where there is none any more, the one that was opened stays.</returns>
    /// <exception cref="IOException">The newer one can't be opened; the one that was opened stays, and the next call tries again.</exception>
    public bool RefreshIfChanged()
    {
        lock (_refreshing)
        {
            T current = _current ?? throw new ObjectDisposedException(nameof(LatestGeneration<>));
            if (_committed() is not { } commit || commit == current.Commit)
            {
                return false;
            }

            T latest = Open();
            if (latest.Commit == current.Commit)
            {
                latest.Dispose();
                return false;
            }

            _current = latest;
            current.Dispose();
            return true;
        }
    }

    /// <summary>Closes the index; generations given out stay usable until they are disposed of.</summary>
    public void Dispose()
    {
        lock (_refreshing)
        {
            T? current = _current;
            _current = null;
            current?.Dispose();
        }
    }

    private T Open()
    {
        for (int attempt = 1; ; attempt++)
        {
            string? before = _committed();
            try
            {
                return _open();
            }
            catch (IOException) when (attempt < Attempts && _committed() != before)
            {
                // Once more, with the newer one.
            }
        }
    }
}
