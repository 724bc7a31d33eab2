using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = System.IO.Directory;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>The file that makes a generation the index: <c>segments_N</c>.</summary>
internal static class CommitFile
{
    /// <summary>Its name in a folder; null for none.</summary>
    internal static string? LatestIn(string path) => Directory.Exists(path)
        ? SegmentInfos.GetLastCommitSegmentsFileName([.. Directory.EnumerateFiles(path).Select(static file => Path.GetFileName(file))])
        : null;

    /// <summary>What the latest commit in a folder is told apart by from every other one; null for none.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    internal static string? LatestCommitIn(string path) => LuceneErrors.Reading(path, () =>
    {
        try
        {
            using NIOFSDirectory directory = ArchiveDirectory.OpenForWriting(path);
            return LatestIn(path) is { } name ? CommitOf(directory, name) : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // it was there a moment ago
        }
    });

    /// <summary>What a commit is told apart by from every other one.</summary>
    /// <remarks>Names come again when a folder is deleted and built anew; the checksum is, among much else, that of the time of the commit.</remarks>
    /// <param name="directory">Has its file.</param>
    /// <param name="name">The name of that.</param>
    internal static string CommitOf(Lucene.Net.Store.Directory directory, string name) => $"{name} {FileChecksum.ReadEnd(directory, name):x}";
}
