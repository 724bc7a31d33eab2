using System.Collections.Concurrent;

namespace SearchService.Engine.Storage;

/// <summary>
/// Counts which files are in use by this process, and deletes those given up by the index when their last user leaves.
/// </summary>
/// <remarks>
/// Within a process this makes "delete" safe everywhere. Between processes, Unix keeps a mapped file's bytes until it is
/// unmapped; Windows refuses to delete it, and the next writer tries again. Thread-safe.
/// </remarks>
public sealed class FileLeases
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, FileLeases> _parts = new(StringComparer.Ordinal);

    // Guarded by _gate: users per file, and the files to be deleted when nobody uses them any more.
    private readonly Dictionary<string, int> _users = new(StringComparer.Ordinal);
    private readonly HashSet<string> _doomed = new(StringComparer.Ordinal);

    /// <summary>Those of the files whose names begin so, by the rest of their names; the same object for everyone who asks.</summary>
    /// <param name="prefix">The beginning.</param>
    internal FileLeases Of(string prefix) => _parts.GetOrAdd(prefix, static _ => new FileLeases());

    /// <summary>Counts one more user of each file.</summary>
    /// <param name="names">The files.</param>
    public void Take(IEnumerable<string> names)
    {
        lock (_gate)
        {
            foreach (string name in names)
            {
                _users[name] = _users.GetValueOrDefault(name) + 1;
            }
        }
    }

    /// <summary>Counts one user less of each file, and deletes those that were to be deleted and are free now.</summary>
    /// <param name="names">The files, as they were taken.</param>
    /// <param name="directory">Where they are.</param>
    public void Return(IEnumerable<string> names, IIndexDirectory directory)
    {
        List<string>? free = null;
        lock (_gate)
        {
            foreach (string name in names)
            {
                int users = _users.GetValueOrDefault(name) - 1;
                if (users > 0)
                {
                    _users[name] = users;
                    continue;
                }

                _users.Remove(name);
                if (_doomed.Remove(name))
                {
                    (free ??= []).Add(name);
                }
            }
        }

        free?.ForEach(name => TryDelete(directory, name));
    }

    /// <summary>Deletes each file now, or when its last user leaves.</summary>
    /// <param name="names">Files that no manifest names any more.</param>
    /// <param name="directory">Where they are.</param>
    public void Delete(IEnumerable<string> names, IIndexDirectory directory)
    {
        foreach (string name in names)
        {
            bool free;
            lock (_gate)
            {
                free = !_users.ContainsKey(name);
                if (!free)
                {
                    _doomed.Add(name);
                }
            }

            if (free)
            {
                TryDelete(directory, name);
            }
        }
    }

    private static void TryDelete(IIndexDirectory directory, string name)
    {
        try
        {
            directory.Delete(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process holds it (Windows), or the disk refuses. No manifest names it: the next writer cleans up.
        }
    }
}
