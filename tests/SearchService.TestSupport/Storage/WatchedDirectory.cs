using SearchService.Engine.Storage;

namespace SearchService.TestSupport.Storage;

/// <summary>A directory that tells a test before a file is begun or read, on the thread that does it: the test may hold that thread, or have it fail.</summary>
/// <param name="inner">Where the files really are.</param>
public sealed class WatchedDirectory(IIndexDirectory inner) : IIndexDirectory
{
    /// <summary>Called with the name of each new file.</summary>
    public Action<string> Creating { get; set; } = _ => { };

    /// <summary>Called with the name of each file before its length or bytes are asked for.</summary>
    public Action<string> Reading { get; set; } = _ => { };

    /// <inheritdoc/>
    public string Location => inner.Location;

    /// <inheritdoc/>
    public FileLeases Leases => inner.Leases;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => inner.List();

    /// <inheritdoc/>
    public long Length(string name)
    {
        Reading(name);
        return inner.Length(name);
    }

    /// <inheritdoc/>
    public int Read(string name, long offset, Span<byte> destination)
    {
        Reading(name);
        return inner.Read(name, offset, destination);
    }

    /// <inheritdoc/>
    public MappedRegion Map(string name) => inner.Map(name);

    /// <inheritdoc/>
    public IIndexFile Create(string name)
    {
        Creating(name);
        return inner.Create(name);
    }

    /// <inheritdoc/>
    public void SyncDirectory() => inner.SyncDirectory();

    /// <inheritdoc/>
    public void Rename(string from, string to) => inner.Rename(from, to);

    /// <inheritdoc/>
    public void Delete(string name) => inner.Delete(name);

    /// <inheritdoc/>
    public IDisposable Lock(string name) => inner.Lock(name);
}
