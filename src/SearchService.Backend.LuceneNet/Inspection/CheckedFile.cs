using Lucene.Net.Index;
using SearchService.Backend.LuceneNet.Archive;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Backend.LuceneNet.Inspection;

/// <summary>A file whose checksum was computed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Problem">What is wrong with it; null when it has the checksum that it says.</param>
internal sealed record CheckedFile(string Name, long Bytes, string? Problem)
{
    /// <summary>Reads every file of Lucene's in a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="cancellation">Ends it between files.</param>
    internal static Dictionary<string, CheckedFile> All(Directory directory, CancellationToken cancellation)
    {
        Dictionary<string, CheckedFile> files = new(StringComparer.Ordinal);
        foreach (string name in directory.ListAll().Where(static name => ArchiveDirectory.IsLucenes(name) && name != IndexFileNames.SEGMENTS_GEN))
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(name, Check(directory, name));
        }

        return files;
    }

    private static CheckedFile Check(Directory directory, string name)
    {
        long length = directory.FileLength(name);
        try
        {
            FileChecksum.Verify(directory, name);
            return new CheckedFile(name, length, null);
        }
        catch (IOException exception) // a damaged file's is one
        {
            return new CheckedFile(name, length, exception.Message);
        }
    }
}
