using SearchService.Core.Indexes;

namespace SearchService.Backend;

/// <summary>What every backend says of a folder that holds no index, or can't be used.</summary>
public static class UnusableFolder
{
    /// <summary>What to do when its files can't be read or written, as a sentence.</summary>
    public const string Advice = "See to the permissions of the index's folder, and to the room on its disk.";

    /// <summary>There is no index in it.</summary>
    /// <param name="directory">The folder.</param>
    public static IndexException WithoutIndex(string directory) =>
        new("index_not_found", $"There is no index in '{directory}'. Build one: indexer build --articles PATH --index {directory}");
}
