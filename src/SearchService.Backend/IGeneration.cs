namespace SearchService.Backend;

/// <summary>One generation of an index, opened for searching.</summary>
/// <remarks>Thread-safe. Counted references: whoever opens it has one, and each one taken is given back by one <see cref="IDisposable.Dispose"/>; the last closes it.</remarks>
public interface IGeneration : IDisposable
{
    /// <summary>Gets what its commit is told apart by from every other one, also from those of an index that was deleted and built anew in the same folder.</summary>
    string Commit { get; }

    /// <summary>Counts one more user, unless the last one has left.</summary>
    bool TryTake();
}
