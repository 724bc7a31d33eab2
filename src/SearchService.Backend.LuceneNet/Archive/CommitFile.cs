using Lucene.Net.Index;

namespace SearchService.Backend.LuceneNet.Archive;

/// <summary>The file that makes a generation the index: <c>segments_N</c>.</summary>
internal static class CommitFile
{
    /// <summary>Its name in a folder; null for none.</summary>
    internal static string? LatestIn(string path) => Directory.Exists(path)
        ? SegmentInfos.GetLastCommitSegmentsFileName([.. Directory.EnumerateFiles(path).Select(static file => Path.GetFileName(file))])
        : null;
}
