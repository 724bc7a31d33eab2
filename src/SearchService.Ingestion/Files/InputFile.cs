namespace SearchService.Ingestion.Files;

/// <summary>A file of articles.</summary>
/// <param name="Path">To open it by, and what reports name.</param>
/// <param name="Name">Relative to the folder that was given, with slashes: what the article keeps.</param>
/// <param name="Format">What it holds.</param>
/// <param name="LengthInBytes">On disk.</param>
/// <param name="ModifiedUtc">Last write.</param>
public sealed record InputFile(string Path, string Name, InputFormat Format, long LengthInBytes, DateTime ModifiedUtc)
{
    /// <summary>Finds the format that a file's name says; <c>.gz</c> after it doesn't matter.</summary>
    /// <param name="path">Of a file.</param>
    /// <param name="format">What it holds.</param>
    public static bool TryFormat(string path, out InputFormat format)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        InputFormat? found = System.IO.Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jsonl" or ".ndjson" => InputFormat.JsonLines,
            ".json" => InputFormat.Json,
            ".csv" => InputFormat.Csv,
            ".tsv" or ".tab" => InputFormat.Tsv,
            ".txt" or ".text" => InputFormat.Text,
            ".html" or ".htm" or ".xhtml" => InputFormat.Html,
            ".xml" or ".rss" or ".atom" or ".rdf" => InputFormat.Feed,
            _ => null,
        };
        format = found ?? default;
        return found is not null;
    }
}
