using SearchService.Core.Indexes;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>An index opened for searching, which follows its generations.</summary>
/// <remarks>Thread-safe. Searches that hold a reader aren't disturbed by a refresh.</remarks>
internal sealed class OpenArchive : IDisposable
{
    // A writer may delete a generation's files between our reading its commit and loading them; each time there is a newer one.
    private const int Attempts = 10;

    private readonly string _name;
    private readonly string _path;
    private readonly Lock _refreshing = new();
    private volatile ArchiveReader? _current;

    /// <summary>Opens the latest generation.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="IndexException">Another version made it.</exception>
    internal OpenArchive(string path)
    {
        (_name, _path) = (Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), path);
        _current = OpenLatest();
    }

    /// <summary>The latest known generation. Dispose of it exactly once when the search is done.</summary>
    /// <exception cref="ObjectDisposedException">The index was closed.</exception>
    internal ArchiveReader Acquire()
    {
        while (true)
        {
            ArchiveReader current = _current ?? throw new ObjectDisposedException(nameof(OpenArchive));
            if (current.TryTake())
            {
                return current;
            }
        }
    }

    /// <summary>Looks whether there is a newer generation, and moves on to it.</summary>
    /// <returns>Whether there is.</returns>
    /// <exception cref="IOException">The newer one can't be opened; the index stays with the one it has, and the next call tries again.</exception>
    internal bool RefreshIfChanged()
    {
        lock (_refreshing)
        {
            ArchiveReader current = _current ?? throw new ObjectDisposedException(nameof(OpenArchive));
            if (CommitFile.LatestIn(_path) == current.CommitName)
            {
                return false;
            }

            ArchiveReader latest = OpenLatest();
            if (latest.CommitName == current.CommitName)
            {
                latest.Dispose();
                return false;
            }

            _current = latest;
            current.Dispose();
            return true;
        }
    }

    /// <summary>Closes the index; readers given out stay usable until they are disposed of.</summary>
    public void Dispose()
    {
        lock (_refreshing)
        {
            _current?.Dispose();
            _current = null;
        }
    }

    private ArchiveReader OpenLatest()
    {
        for (int attempt = 1; ; attempt++)
        {
            string? before = CommitFile.LatestIn(_path);
            try
            {
                return ArchiveReader.Open(_name, _path);
            }
            catch (IOException) when (attempt < Attempts && CommitFile.LatestIn(_path) != before)
            {
                // Once more, with the newer one.
            }
        }
    }
}
