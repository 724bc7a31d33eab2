using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>The folder of an index as Lucene reads it.</summary>
internal static class ArchiveDirectory
{
    // Of which a search reads a little for each hit alone.
    private static readonly HashSet<string> OnDisk = new(StringComparer.Ordinal) { "fdt" };

    /// <summary>Opens a folder for searching: what every search reads is loaded, stored articles are read from disk.</summary>
    /// <remarks>
    /// Lucene.Net's default maps files, and takes a reference count for each read of them that all threads share; its plain files copy every read through a
    /// small buffer. See the ADR on this backend for what each costs.
    /// </remarks>
    internal static Directory OpenForSearching(string path)
    {
        NIOFSDirectory files = OpenForWriting(path);
        try
        {
            return new FileSwitchDirectory(OnDisk, files, Load(path, files), doClose: true);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Opens a folder to look at what is in it: on disk, each file compared with its checksum.</summary>
    internal static Directory OpenForInspecting(string path)
    {
        NIOFSDirectory files = OpenForWriting(path);
        try
        {
            foreach (string name in FilesOf(path, files))
            {
                FileChecksum.Verify(files, name);
            }

            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Opens a folder for writing, and for what is read once.</summary>
    internal static NIOFSDirectory OpenForWriting(string path) => new(new DirectoryInfo(path));

    /// <summary>Whether a file is one that Lucene writes, by its name; its lock aside.</summary>
    internal static bool IsLucenes(string name) => name.StartsWith('_') || name.StartsWith("segments", StringComparison.Ordinal);

    /// <summary>Loads the files of the latest commit; those of a writer at work are left alone.</summary>
    /// <remarks>A file that is damaged makes Lucene do whatever it may, so each is held against its checksum first: they are read anyway.</remarks>
    private static RAMDirectory Load(string path, NIOFSDirectory files)
    {
        RAMDirectory loaded = new();
        foreach (string name in FilesOf(path, files))
        {
            if (OnDisk.Contains(Path.GetExtension(name).TrimStart('.')))
            {
                FileChecksum.ReadEnd(files, name);
                continue;
            }

            files.Copy(loaded, name, name, IOContext.READ_ONCE);
            FileChecksum.Verify(loaded, name);
        }

        return loaded;
    }

    private static ICollection<string> FilesOf(string path, NIOFSDirectory files)
    {
        string commit = CommitFile.LatestIn(path) ?? throw new IndexNotFoundException($"There is no commit in '{path}'.");
        FileChecksum.Verify(files, commit);
        try
        {
            SegmentInfos segments = new();
            segments.Read(files, commit);
            return segments.GetFiles(files, includeSegmentsFile: true);
        }
        catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException))
        {
            throw new CorruptIndexException($"The segments that '{commit}' names can't be read: {exception.Message}", exception);
        }
    }
}
