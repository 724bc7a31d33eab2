using System.IO.Compression;
using System.Text.Json;
using SearchService.Core.Articles;

namespace SearchService.TestSupport;

/// <summary>The articles of the shared data, read with nothing of the product's ingestion.</summary>
public static class UsNews
{
    /// <summary>A fixed sample of 2,000.</summary>
    public const string Small = "articles/us-news/articles-2k.jsonl.gz";

    /// <summary>Reads a file of the set; dates that aren't ISO 8601 days are missing.</summary>
    /// <param name="path">Relative to the shared data.</param>
    public static IEnumerable<Article> Read(string path = Small)
    {
        using GZipStream unpacked = new(File.OpenRead(SharedData.PathOf(path)), CompressionMode.Decompress);
        using StreamReader lines = new(unpacked);
        while (lines.ReadLine() is { } line)
        {
            using JsonDocument record = JsonDocument.Parse(line);
            string Value(string name) => record.RootElement.GetProperty(name).GetString() ?? "";
            yield return new Article
            {
                Id = Value("id"),
                Title = Value("title"),
                Text = Value("text"),
                Source = Value("source"),
                Stance = Value("stance"),
                Country = "US",
                Date = ArticleDate.TryParse(Value("date"), out ArticleDate date) ? date : null,
                Authors = Value("authors").Split(", ", StringSplitOptions.RemoveEmptyEntries),
                Topics = Value("topic") is { Length: > 0 } topic ? [topic] : [],
                Url = Value("url"),
            };
        }
    }
}
