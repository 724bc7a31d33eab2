using System.Runtime.InteropServices;

namespace SearchService.Engine.Storage;

/// <summary>A directory in memory: for tests, and for indexes that needn't outlive their process.</summary>
public sealed class MemoryDirectory : IIndexDirectory
{
    private static int _count;

    private readonly Lock _gate = new();

    // Guarded by _gate. A finished file's array is never changed, so mappings may read it without the lock.
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Location { get; } = $"memory:{Interlocked.Increment(ref _count)}";

    /// <inheritdoc/>
    public FileLeases Leases { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> List()
    {
        lock (_gate)
        {
            return [.. _files.Keys];
        }
    }

    /// <inheritdoc/>
    public long Length(string name) => Bytes(name).Length;

    /// <inheritdoc/>
    public int Read(string name, long offset, Span<byte> destination)
    {
        byte[] bytes = Bytes(name);
        if (offset >= bytes.Length)
        {
            return 0;
        }

        int count = (int)Math.Min(destination.Length, bytes.Length - offset);
        bytes.AsSpan((int)offset, count).CopyTo(destination);
        return count;
    }

    /// <inheritdoc/>
    public unsafe MappedRegion Map(string name)
    {
        byte[] bytes = Bytes(name);
        var pin = new PinnedGCHandle<byte[]>(bytes);

        // SAFETY: the array is pinned until the region's owner is disposed of.
        return new MappedRegion(GCHandleExtensions.GetAddressOfArrayData(pin), bytes.Length, new Pin(pin));
    }

    /// <inheritdoc/>
    public IIndexFile Create(string name)
    {
        lock (_gate)
        {
            if (!_files.TryAdd(name, []))
            {
                throw new IOException($"The file '{name}' exists already.");
            }
        }

        return new WrittenFile(this, name);
    }

    /// <inheritdoc/>
    public void SyncDirectory()
    {
        // Nothing outlives the process, so nothing has to be made durable.
    }

    /// <inheritdoc/>
    public void Rename(string from, string to)
    {
        lock (_gate)
        {
            _files[to] = Bytes(from);
            _files.Remove(from);
        }
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        lock (_gate)
        {
            _files.Remove(name);
        }
    }

    /// <inheritdoc/>
    public IDisposable Lock(string name)
    {
        lock (_gate)
        {
            if (!_locks.Add(name))
            {
                throw new IndexLockedException(Location + "/" + name);
            }
        }

        return new HeldLock(this, name);
    }

    /// <summary>All bytes of a file, as a copy.</summary>
    /// <param name="name">The file.</param>
    public byte[] ReadAll(string name) => (byte[])Bytes(name).Clone();

    /// <summary>Puts a file in place, replacing one of that name: how tests make damaged files.</summary>
    /// <param name="name">The file.</param>
    /// <param name="bytes">Its bytes; copied.</param>
    public void WriteAll(string name, ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.ToArray();
        lock (_gate)
        {
            _files[name] = copy;
        }
    }

    /// <summary>The location.</summary>
    public override string ToString() => Location;

    private byte[] Bytes(string name)
    {
        lock (_gate)
        {
            return _files.TryGetValue(name, out byte[]? bytes) ? bytes : throw new FileNotFoundException($"'{Location}' has no file '{name}'.", name);
        }
    }

    private sealed class Pin(PinnedGCHandle<byte[]> handle) : IDisposable
    {
        private PinnedGCHandle<byte[]> _handle = handle;

        public void Dispose() => _handle.Dispose();
    }

    private sealed class HeldLock(MemoryDirectory directory, string name) : IDisposable
    {
        public void Dispose()
        {
            lock (directory._gate)
            {
                directory._locks.Remove(name);
            }
        }
    }

    private sealed class WrittenFile(MemoryDirectory directory, string name) : IIndexFile
    {
        private readonly MemoryStream _bytes = new();

        public void Append(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

        public void Sync() => directory.WriteAll(name, _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));

        public void Dispose()
        {
            if (_bytes.CanRead)
            {
                Sync();
                _bytes.Dispose();
            }
        }
    }
}
