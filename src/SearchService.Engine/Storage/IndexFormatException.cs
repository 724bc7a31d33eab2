namespace SearchService.Engine.Storage;

/// <summary>An index that this program can't read: another format version, another schema, or no index at all.</summary>
public sealed class IndexFormatException : IOException
{
    /// <summary>Says what was found and what this program reads.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="found">What is there.</param>
    /// <param name="supported">What this program reads.</param>
    public IndexFormatException(string path, string found, string supported)
        : base($"'{path}' can't be read by this program: found {found}, supported is {supported}. Rebuild the index with 'indexer build', or use the version that wrote it.")
    {
        Path = path;
        Found = found;
        Supported = supported;
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }

    /// <summary>What this program reads.</summary>
    public string Supported { get; }
}
