using System.IO.Compression;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Tests;

/// <summary>A temporary folder of articles and what is read from it.</summary>
internal sealed class ArticleSet : IDisposable
{
    /// <summary>Today, in all tests.</summary>
    public static readonly DateTimeOffset Today = new(2024, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public string Folder { get; } = Directory.CreateTempSubdirectory("article-set-").FullName;

    public ArticleSetOptions Options { get; set; } = new() { Time = new FixedTime(Today) };

    public ArticleSet With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public ArticleSet With(string name, byte[] content)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public List<ReadOutcome> Read(params string[] names) =>
        [.. new ArticleSetReader(Options).Read(names.Length == 0 ? [Folder] : [.. names.Select(PathOf)], TestContext.Current.CancellationToken)];

    public List<Article> Articles(params string[] names) => [.. Read(names).Select(outcome => outcome.Article).OfType<Article>()];

    public List<IngestionProblem> Problems(params string[] names) => [.. Read(names).SelectMany(outcome => outcome.Problems)];

    public Article Single(string name, string content) => Assert.Single(With(name, content).Articles());

    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    public static byte[] Gzip(string content) => Gzip(Encoding.UTF8.GetBytes(content));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
