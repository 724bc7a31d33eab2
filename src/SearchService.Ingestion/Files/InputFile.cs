namespace SearchService.Ingestion.Files;

/// <summary>A file of articles, on the disk or inside an archive.</summary>
/// <param name="Path">To open it by, and what reports name; inside an archive the archive's path goes before it.</param>
/// <param name="Name">Relative to the folder that was given, with slashes: what the article keeps.</param>
/// <param name="Format">What it holds, as its name says; null where the name doesn't say.</param>
/// <param name="LengthInBytes">On disk.</param>
/// <param name="ModifiedUtc">Last write.</param>
public sealed record InputFile(string Path, string Name, InputFormat? Format, long LengthInBytes, DateTime ModifiedUtc)
{
    /// <summary>Whether the file was asked for by its own path, so that it isn't left aside for holding no articles.</summary>
    public bool IsNamed { get; init; }

    /// <summary>What the files that are read are called, for messages.</summary>
    internal const string Formats =
        ".html, .txt, .jsonl, .ndjson, .json, .csv, .tsv, .xml, .rss, .atom, .rdf and .warc, each also with .gz, and .zip";

    /// <summary>Finds the format that a file's name says; <c>.gz</c> after it doesn't matter.</summary>
    /// <param name="path">Of a file.</param>
    /// <returns>Null where the name says none.</returns>
    public static InputFormat? FormatOf(string path) => ExtensionOf(path) switch
    {
        ".jsonl" or ".ndjson" => InputFormat.JsonLines,
        ".json" => InputFormat.Json,
        ".csv" => InputFormat.Csv,
        ".tsv" or ".tab" => InputFormat.Tsv,
        ".txt" or ".text" => InputFormat.Text,
        ".html" or ".htm" or ".xhtml" or ".shtml" => InputFormat.Html,
        ".xml" or ".rss" or ".atom" or ".rdf" => InputFormat.Feed,
        ".warc" => InputFormat.Warc,
        ".zip" => InputFormat.Zip,
        _ => null,
    };

    /// <summary>Whether the name says that the file stands beside articles and holds none, though it is text: scripts, styles and the like.</summary>
    /// <param name="path">Of a file.</param>
    /// <remarks>A browser that saves a page puts dozens of these beside it. Images and such needn't be listed: their content tells.</remarks>
    internal static bool IsCompanion(string path) => ExtensionOf(path)
        is ".js" or ".mjs" or ".cjs" or ".css" or ".map" or ".svg" or ".md" or ".py" or ".sh" or ".log" or ".ini" or ".yml" or ".yaml" or ".toml" or ".lock";

    /// <summary>The extension in lower case, <c>.gz</c> aside; <c>no extension</c> where there is none.</summary>
    internal static string ExtensionOf(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        string extension = System.IO.Path.GetExtension(name).ToLowerInvariant();
        return extension.Length == 0 ? "no extension" : extension;
    }
}
