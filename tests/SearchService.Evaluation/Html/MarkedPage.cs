using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction.Html;
using SearchService.Ingestion.Outlets;
using SearchService.TestSupport;

namespace SearchService.Evaluation.Html;

/// <summary>A saved page with what a person marked in it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Html">The page.</param>
/// <param name="Text">Its main text, or null where only segments are marked.</param>
/// <param name="Wanted">Segments that belong to the text.</param>
/// <param name="Unwanted">Segments that don't.</param>
internal sealed record MarkedPage(string Id, string Html, string? Text, IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted)
{
    /// <summary>Reads dates as an archive does that has no limits of its own.</summary>
    public static DateReader Dates { get; } = new(new DateOnly(1500, 1, 1), new DateOnly(2100, 1, 1));

    /// <summary>Reads metadata as an archive does that knows no outlet.</summary>
    public static PageMetadata Metadata { get; } = new(OutletRegistry.Empty, Dates);

    /// <summary>Whether the set calls it a news page; true where it doesn't say.</summary>
    public bool IsNews { get; private init; } = true;

    /// <summary>The set it is of.</summary>
    public required string Set { get; init; }

    /// <summary>How much it counts among pages to learn from.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Reads a set.</summary>
    /// <param name="path">Of its list, relative to the shared data; pages stand relative to it.</param>
    public static IReadOnlyList<MarkedPage> Load(string path)
    {
        string list = SharedData.PathOf(path);
        List<MarkedPage> pages = [];
        foreach (string line in File.ReadLines(list))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            pages.Add(new MarkedPage(
                row.GetProperty("id").GetString()!,
                ReadPage(Path.Combine(Path.GetDirectoryName(list)!, row.GetProperty("file").GetString()!)),
                row.TryGetProperty("text", out JsonElement text) ? text.GetString() : null,
                Strings(row, "with"),
                Strings(row, "without"))
            {
                Set = path,
                IsNews = !row.TryGetProperty("news", out JsonElement news) || news.ValueKind == JsonValueKind.True,
            });
        }

        return pages;
    }

    private static string ReadPage(string path)
    {
        using GZipStream file = new(File.OpenRead(path), CompressionMode.Decompress);
        using StreamReader reader = new(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static List<string> Strings(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(static entry => entry.GetString()!)] : [];
}
