namespace SearchService.Engine.Storage;

/// <summary>
/// The few things an index asks of the place it lives in. Files are written once, from start to end, and never changed;
/// only <see cref="Rename"/> replaces one.
/// </summary>
/// <remarks>
/// Thread-safe, except that one file is written by one thread. Names are plain file names, without folders. What was
/// written is sure to survive a crash only after <see cref="IIndexFile.Sync"/> for its bytes and
/// <see cref="SyncDirectory"/> for its name.
/// </remarks>
public interface IIndexDirectory
{
    /// <summary>Where this is, for messages: a full path, or a made-up name.</summary>
    string Location { get; }

    /// <summary>Where a file is, or would be, for messages.</summary>
    string PathOf(string name) => $"{Location}/{name}";

    /// <summary>Which files are in use by snapshots of this process; shared by everything that opens the same place.</summary>
    FileLeases Leases { get; }

    /// <summary>The names of all files, in ordinal order; none when the place doesn't exist yet.</summary>
    IReadOnlyList<string> List();

    /// <summary>The length of a file in bytes.</summary>
    /// <param name="name">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    long Length(string name);

    /// <summary>Reads bytes of a file; fewer than asked for only when the file ends.</summary>
    /// <param name="name">The file.</param>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <param name="destination">Where the bytes go.</param>
    /// <returns>How many bytes were read.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    int Read(string name, long offset, Span<byte> destination);

    /// <summary>Maps a whole file into memory. The mapping survives the deletion of the file.</summary>
    /// <param name="name">A file that isn't empty.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    MappedRegion Map(string name);

    /// <summary>Begins a new file, making the place itself if need be.</summary>
    /// <param name="name">A name that isn't taken.</param>
    /// <exception cref="IOException">The name is taken, or the disk refuses.</exception>
    IIndexFile Create(string name);

    /// <summary>Makes creations, renamings and deletions durable.</summary>
    void SyncDirectory();

    /// <summary>Renames a file, replacing the one that has the new name, in one step that other processes see whole or not at all.</summary>
    /// <param name="from">The present name.</param>
    /// <param name="to">The new name.</param>
    void Rename(string from, string to);

    /// <summary>Deletes a file; nothing happens when there is none.</summary>
    /// <param name="name">The file.</param>
    void Delete(string name);

    /// <summary>Takes a lock that no one else can take until it is disposed of or its process ends.</summary>
    /// <param name="name">The name of the lock's file.</param>
    /// <exception cref="IndexLockedException">Someone else holds it.</exception>
    IDisposable Lock(string name);
}
