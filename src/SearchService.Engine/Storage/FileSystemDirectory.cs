using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace SearchService.Engine.Storage;

/// <summary>An index folder on disk, its files mapped into memory.</summary>
public sealed class FileSystemDirectory : IIndexDirectory
{
    // One per folder for the life of the process: a writer and a reader that open the same folder must see the same counts.
    private static readonly ConcurrentDictionary<string, FileLeases> LeasesByPath = new(StringComparer.Ordinal);

    /// <summary>Names a folder; it is made when the first file is written.</summary>
    /// <param name="path">The folder.</param>
    public FileSystemDirectory(string path)
    {
        Location = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Leases = LeasesByPath.GetOrAdd(Location, static _ => new FileLeases());
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <inheritdoc/>
    public FileLeases Leases { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> List()
    {
        if (!Directory.Exists(Location))
        {
            return [];
        }

        List<string> names = [.. Directory.EnumerateFiles(Location).Select(path => Path.GetFileName(path))];
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <inheritdoc/>
    public long Length(string name)
    {
        var file = new FileInfo(PathOf(name));
        return file.Exists ? file.Length : throw NotFound(name);
    }

    /// <inheritdoc/>
    public int Read(string name, long offset, Span<byte> destination)
    {
        using SafeFileHandle file = OpenForReading(name);
        int total = 0;
        while (total < destination.Length)
        {
            int read = RandomAccess.Read(file, destination[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    /// <inheritdoc/>
    public MappedRegion Map(string name) => MappedFile.Map(OpenForReading(name));

    /// <inheritdoc/>
    public IIndexFile Create(string name)
    {
        Directory.CreateDirectory(Location);

        // CreateNew, because truncating a file that a reader has mapped would kill the reader's process.
        return new WrittenFile(File.OpenHandle(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete));
    }

    /// <inheritdoc/>
    public void SyncDirectory() => DirectorySync.Sync(Location);

    /// <inheritdoc/>
    public void Rename(string from, string to) => File.Move(PathOf(from), PathOf(to), overwrite: true);

    /// <inheritdoc/>
    public void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (DirectoryNotFoundException)
        {
            // Then the file isn't there either.
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// The lock is the open handle (<c>flock</c> on Unix, a sharing mode on Windows), not the file: when its process
    /// ends, however it ends, the lock ends too, and the file that stays behind means nothing. It is not deleted on
    /// release, or two processes could each lock a file of that name.
    /// </remarks>
    public IDisposable Lock(string name)
    {
        Directory.CreateDirectory(Location);
        try
        {
            return new FileStream(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeldByAnother(e))
        {
            throw new IndexLockedException(PathOf(name), e);
        }
    }

    /// <summary>The location.</summary>
    public override string ToString() => Location;

    // What opening without sharing fails with: ERROR_SHARING_VIOLATION on Windows; elsewhere flock's EWOULDBLOCK, whose
    // number .NET gives as it is. Any other failure, a full disk say, is not a lock.
    private static bool IsHeldByAnother(IOException e) => e.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11);

    /// <inheritdoc/>
    public string PathOf(string name) => Path.Combine(Location, name);

    private FileNotFoundException NotFound(string name) => new($"The index folder '{Location}' has no file '{name}'.", PathOf(name));

    private SafeFileHandle OpenForReading(string name)
    {
        try
        {
            return File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (DirectoryNotFoundException)
        {
            throw NotFound(name);
        }
    }

    private sealed class WrittenFile(SafeFileHandle file) : IIndexFile
    {
        private long _length;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            RandomAccess.Write(file, bytes, _length);
            _length += bytes.Length;
        }

        public void Sync() => RandomAccess.FlushToDisk(file);

        public void Dispose() => file.Dispose();
    }
}
