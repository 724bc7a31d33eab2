using SearchService.Engine.Storage;

namespace SearchService.Benchmarks.Updates;

/// <summary>A directory that counts the bytes written to it, whatever becomes of them.</summary>
internal sealed class CountingDirectory(IIndexDirectory inner) : IIndexDirectory
{
    private long _written;

    internal long WrittenBytes => Interlocked.Read(ref _written);

    public string Location => inner.Location;

    public FileLeases Leases => inner.Leases;

    public IReadOnlyList<string> List() => inner.List();

    public long Length(string name) => inner.Length(name);

    public int Read(string name, long offset, Span<byte> destination) => inner.Read(name, offset, destination);

    public MappedRegion Map(string name) => inner.Map(name);

    public IIndexFile Create(string name) => new CountedFile(this, inner.Create(name));

    public void SyncDirectory() => inner.SyncDirectory();

    public void Rename(string from, string to) => inner.Rename(from, to);

    public void Delete(string name) => inner.Delete(name);

    public IDisposable Lock(string name) => inner.Lock(name);

    private sealed class CountedFile(CountingDirectory directory, IIndexFile file) : IIndexFile
    {
        public void Append(ReadOnlySpan<byte> bytes)
        {
            Interlocked.Add(ref directory._written, bytes.Length);
            file.Append(bytes);
        }

        public void Sync() => file.Sync();

        public void Dispose() => file.Dispose();
    }
}
