using SearchService.Engine.Storage;

namespace SearchService.TestSupport.Storage;

/// <summary>
/// A directory in memory that behaves as badly as a real disk may: it fails at a chosen call, runs full, and on a crash
/// loses whatever wasn't synced, by chance.
/// </summary>
/// <remarks>
/// What a crash loses follows from the seed alone. Bytes of a file that weren't synced are lost from some point on, or
/// become garbage; changes of names (new, renamed, deleted) since the last <see cref="SyncDirectory"/> each survive or
/// don't. That is more than journaling file systems lose, and what POSIX allows. Thread-safe; calls of several threads are
/// counted in the order they come.
/// </remarks>
public sealed class FaultyDirectory(int seed) : IIndexDirectory
{
    private readonly Lock _gate = new(); // guards all that follows, and makes each call one step
    private readonly Random _random = new(seed);
    private readonly MemoryDirectory _live = new();
    private readonly Dictionary<string, TrackedFile> _names = new(StringComparer.Ordinal);        // as the process sees them
    private readonly Dictionary<string, TrackedFile> _durableNames = new(StringComparer.Ordinal); // as of the last sync
    private readonly List<NameChange> _pending = [];
    private long _used;
    private bool _dead;

    /// <summary>How many calls that change something were made.</summary>
    public int Calls { get; private set; }

    /// <summary>The call at which the process dies: it fails, and so does every one after it. 0 for never.</summary>
    public int DieAtCall { get; set; }

    /// <summary>The call that fails alone, as a disk with a hiccup. 0 for none.</summary>
    public int FailAtCall { get; set; }

    /// <summary>How many bytes the disk holds; writing more fails until something is deleted.</summary>
    public long CapacityInBytes { get; set; } = long.MaxValue;

    /// <inheritdoc/>
    public string Location => _live.Location;

    /// <inheritdoc/>
    public FileLeases Leases => _live.Leases;

    /// <summary>What is found after a crash at this moment: a directory of its own.</summary>
    public MemoryDirectory Crash()
    {
        lock (_gate)
        {
            var names = new Dictionary<string, TrackedFile>(_durableNames, StringComparer.Ordinal);
            foreach (NameChange change in _pending)
            {
                if (_random.Next(2) == 0)
                {
                    change.Apply(names);
                }
            }

            var survivor = new MemoryDirectory();
            foreach ((string name, TrackedFile file) in names)
            {
                survivor.WriteAll(name, file.AfterCrash(_random));
            }

            return survivor;
        }
    }

    /// <summary>What a process sees that looks at the directory now, with the writer gone: everything written.</summary>
    public MemoryDirectory AfterKill()
    {
        lock (_gate)
        {
            var survivor = new MemoryDirectory();
            foreach ((string name, TrackedFile file) in _names)
            {
                survivor.WriteAll(name, file.Bytes.ToArray());
            }

            return survivor;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => _live.List();

    /// <inheritdoc/>
    public long Length(string name) => _live.Length(name);

    /// <inheritdoc/>
    public int Read(string name, long offset, Span<byte> destination) => _live.Read(name, offset, destination);

    /// <inheritdoc/>
    public MappedRegion Map(string name) => _live.Map(name);

    /// <inheritdoc/>
    public IDisposable Lock(string name) => _live.Lock(name);

    /// <inheritdoc/>
    public IIndexFile Create(string name)
    {
        lock (_gate)
        {
            Count($"create {name}");
            IIndexFile file = _live.Create(name);
            var tracked = new TrackedFile();
            Change(new NameChange(name, tracked));
            return new FaultyFile(this, file, tracked, name);
        }
    }

    /// <inheritdoc/>
    public void SyncDirectory()
    {
        lock (_gate)
        {
            Count("sync directory");
            foreach (NameChange change in _pending)
            {
                change.Apply(_durableNames);
            }

            _pending.Clear();
        }
    }

    /// <inheritdoc/>
    public void Rename(string from, string to)
    {
        lock (_gate)
        {
            Count($"rename {from}");
            _live.Rename(from, to);
            TrackedFile file = _names[from];
            Change(new NameChange(to, file, from));
        }
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        lock (_gate)
        {
            if (_names.TryGetValue(name, out TrackedFile? file))
            {
                Count($"delete {name}");
                _live.Delete(name);
                _used -= file.Bytes.Count;
                Change(new NameChange(name, null));
            }
        }
    }

    private void Change(NameChange change)
    {
        change.Apply(_names);
        _pending.Add(change);
    }

    private void Count(string what)
    {
        Calls++;
        _dead |= Calls == DieAtCall;
        if (_dead)
        {
            throw new IOException($"The process is dead since call {DieAtCall}; this is call {Calls}, {what}.");
        }

        if (Calls == FailAtCall)
        {
            throw new IOException($"Call {Calls}, {what}, fails.");
        }
    }

    // One step: a renaming is either seen whole or not at all.
    private sealed record NameChange(string Name, TrackedFile? File, string? OldName = null)
    {
        public void Apply(Dictionary<string, TrackedFile> names)
        {
            if (OldName is not null)
            {
                names.Remove(OldName);
            }

            if (File is null)
            {
                names.Remove(Name);
            }
            else
            {
                names[Name] = File;
            }
        }
    }

    private sealed class TrackedFile
    {
        public List<byte> Bytes { get; } = [];

        public int Synced { get; set; }

        public byte[] AfterCrash(Random random)
        {
            byte[] bytes = [.. Bytes];
            int kept = random.Next(Synced, bytes.Length + 1);
            if (random.Next(2) == 0)
            {
                return bytes[..kept];
            }

            random.NextBytes(bytes.AsSpan(kept)); // the length reached the disk, the bytes didn't
            return bytes;
        }
    }

    private sealed class FaultyFile(FaultyDirectory directory, IIndexFile file, TrackedFile tracked, string name) : IIndexFile
    {
        public void Append(ReadOnlySpan<byte> bytes)
        {
            lock (directory._gate)
            {
                directory.Count($"append to {name}");
                if (directory._used + bytes.Length > directory.CapacityInBytes)
                {
                    throw new IOException($"No space left for {bytes.Length} bytes of {name}.");
                }

                directory._used += bytes.Length;
                file.Append(bytes);
                tracked.Bytes.AddRange(bytes);
            }
        }

        public void Sync()
        {
            lock (directory._gate)
            {
                directory.Count($"sync {name}");
                file.Sync();
                tracked.Synced = tracked.Bytes.Count;
            }
        }

        public void Dispose() => file.Dispose();
    }
}
