using Lucene.Net.Index;
using Lucene.Net.Store;
using SearchService.Backend.LuceneNet.Archive;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Backend.LuceneNet.Indexing;

/// <summary>Commits that are about to be replaced, and can't be read: Lucene's writer wants to, even so.</summary>
internal static class DamagedCommits
{
    /// <summary>Deletes the commits when the latest can't be read, as its own file or one of its segments' is damaged; the writer deletes what they named.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="LockObtainFailedException">Another writer is at work.</exception>
    internal static void Delete(Directory directory)
    {
        string[] files = directory.ListAll();
        string[] commits = [.. files.Where(static name => name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal))];
        IEnumerable<string> read = commits.Where(static name => name != IndexFileNames.SEGMENTS_GEN).Concat(files.Where(static name => name.EndsWith(".si", StringComparison.Ordinal)));
        if (commits.Length == 0 || CanRead(directory) || read.All(name => IsWhole(directory, name)))
        {
            return;
        }

        using Lucene.Net.Store.Lock held = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!held.Obtain())
        {
            throw new LockObtainFailedException($"Another writer is at work in '{directory}'.");
        }

        Array.ForEach(commits, directory.DeleteFile);
    }

    private static bool CanRead(Directory directory)
    {
        try
        {
            new SegmentInfos().Read(directory);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false; // why is asked of the files
        }
    }

    private static bool IsWhole(Directory directory, string name)
    {
        try
        {
            FileChecksum.Verify(directory, name);
            return true;
        }
        catch (CorruptIndexException)
        {
            return false;
        }
    }
}
