namespace SearchService.Engine.Storage;

/// <summary>The files of a directory whose names begin alike, as a directory of its own: so one folder holds several indexes.</summary>
/// <remarks>
/// One <see cref="SyncDirectory"/> makes names of all of them durable, which a folder within the folder would need two for. The
/// index that the others belong to is the one without a prefix: it takes no notice of their files, as their names aren't its own.
/// </remarks>
/// <param name="directory">The directory.</param>
/// <param name="prefix">What the names begin with.</param>
public sealed class PrefixedDirectory(IIndexDirectory directory, string prefix) : IIndexDirectory
{
    /// <inheritdoc/>
    public string Location { get; } = $"{directory.Location}/{prefix}";

    /// <inheritdoc/>
    public string PathOf(string name) => directory.PathOf(prefix + name);

    /// <inheritdoc/>
    public FileLeases Leases { get; } = directory.Leases.Of(prefix);

    /// <inheritdoc/>
    public IReadOnlyList<string> List() =>
        [.. directory.List().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..])];

    /// <inheritdoc/>
    public long Length(string name) => directory.Length(prefix + name);

    /// <inheritdoc/>
    public int Read(string name, long offset, Span<byte> destination) => directory.Read(prefix + name, offset, destination);

    /// <inheritdoc/>
    public MappedRegion Map(string name) => directory.Map(prefix + name);

    /// <inheritdoc/>
    public IIndexFile Create(string name) => directory.Create(prefix + name);

    /// <inheritdoc/>
    public void SyncDirectory() => directory.SyncDirectory();

    /// <inheritdoc/>
    public void Rename(string from, string to) => directory.Rename(prefix + from, prefix + to);

    /// <inheritdoc/>
    public void Delete(string name) => directory.Delete(prefix + name);

    /// <inheritdoc/>
    public IDisposable Lock(string name) => directory.Lock(prefix + name);

    /// <summary>The location.</summary>
    public override string ToString() => Location;
}
