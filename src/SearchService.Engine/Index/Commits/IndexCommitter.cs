using System.Collections.Immutable;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index.Commits;

/// <summary>
/// The one who may change an index: holds the lock, hands out names for new segments, and makes commits durable.
/// </summary>
/// <remarks>
/// A commit is seen whole or not at all, whatever happens: segments are durable before the manifest names them, and the
/// manifest is renamed into place. Not thread-safe, except <see cref="NextSegmentName"/>.
/// </remarks>
public sealed class IndexCommitter : IDisposable
{
    private const string LockName = "write.lock";

    private readonly IIndexDirectory _directory;
    private readonly IDisposable _lock;
    private readonly TimeProvider _time;
    private long _nextSegment;
    private bool _uncertain; // a commit failed halfway: either manifest may be the one that survives, so no file may go

    private IndexCommitter(IIndexDirectory directory, IDisposable heldLock, TimeProvider time, bool replacing)
    {
        _directory = directory;
        _lock = heldLock;
        _time = time;
        Current = replacing ? TryReadReplaced(directory) : ManifestFile.TryRead(directory);
        _nextSegment = Current?.NextSegment ?? 1;
        DeleteStrayFiles();
    }

    /// <summary>The latest commit, or null before the first.</summary>
    public IndexManifest? Current { get; private set; }

    /// <summary>Takes the lock, reads the latest commit, and deletes the files that a killed writer left behind.</summary>
    /// <param name="directory">Where; made if it isn't there.</param>
    /// <param name="time">The clock that dates commits; the system's by default.</param>
    /// <param name="replacing">Whether nothing of the latest commit will stay: then it may be of an older format version, and a damaged one is none.</param>
    /// <exception cref="IndexLockedException">Another writer is at work.</exception>
    /// <exception cref="CorruptIndexException">The manifest is damaged, and the index isn't being replaced.</exception>
    /// <exception cref="IndexFormatException">The manifest is of another format version or backend.</exception>
    public static IndexCommitter Open(IIndexDirectory directory, TimeProvider? time = null, bool replacing = false)
    {
        IDisposable heldLock = directory.Lock(LockName);
        try
        {
            return new IndexCommitter(directory, heldLock, time ?? TimeProvider.System, replacing);
        }
        catch
        {
            heldLock.Dispose();
            throw;
        }
    }

    /// <summary>A name for a new segment that was never used in this index. Thread-safe.</summary>
    public string NextSegmentName() => SegmentFiles.NameOf(Interlocked.Increment(ref _nextSegment) - 1);

    /// <summary>Makes a new generation of the index, durable when this returns, then deletes the files it doesn't need.</summary>
    /// <param name="schema">The fields.</param>
    /// <param name="analyzer">The name of the analysis.</param>
    /// <param name="segments">All segments of the new generation, old ones that stay included; their bytes durable.</param>
    /// <param name="userData">What the caller keeps with the index.</param>
    /// <returns>The commit.</returns>
    /// <exception cref="IOException">The disk is full or refuses. The index is as it was, or, when only the last sync failed, maybe the new one.</exception>
    public IndexManifest Commit(IndexSchema schema, string analyzer, IEnumerable<SegmentInfo> segments, IReadOnlyDictionary<string, string> userData)
    {
        var manifest = new IndexManifest(
            Guid.NewGuid(),
            (Current?.Generation ?? 0) + 1,
            schema,
            analyzer,
            _time.GetUtcNow().UtcDateTime,
            Interlocked.Read(ref _nextSegment),
            [.. segments],
            userData.ToImmutableSortedDictionary(StringComparer.Ordinal));
        try
        {
            ManifestFile.Replace(_directory, manifest);
        }
        catch
        {
            _uncertain = true;
            if (ManifestFile.TryReadId(_directory) == manifest.Id)
            {
                Current = manifest;
            }

            throw;
        }

        IEnumerable<string> old = _uncertain ? [] : Current?.FileNames ?? [];
        Current = manifest;
        _directory.Leases.Delete(old.Except(manifest.FileNames, StringComparer.Ordinal), _directory);
        return manifest;
    }

    /// <summary>
    /// Deletes all files of segments that the latest commit doesn't name. Nothing after a commit that failed halfway: then
    /// the next writer, which sees which manifest survived, cleans up.
    /// </summary>
    public void DeleteStrayFiles()
    {
        if (_uncertain)
        {
            return;
        }

        HashSet<string> needed = new(Current?.FileNames ?? [], StringComparer.Ordinal);
        IEnumerable<string> stray = _directory.List().Where(name =>
            name == ManifestFile.TemporaryName || (SegmentFiles.IsSegmentFile(name) && !needed.Contains(name)));
        _directory.Leases.Delete([.. stray], _directory);
    }

    private static IndexManifest? TryReadReplaced(IIndexDirectory directory)
    {
        try
        {
            return ManifestFile.TryRead(directory, orOlder: true);
        }
        catch (CorruptIndexException)
        {
            return null;
        }
    }

    /// <summary>Lets the lock go. What wasn't committed stays behind until the next writer deletes it.</summary>
    public void Dispose() => _lock.Dispose();
}
