using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Inspecting;

/// <summary>A folder with an index of a few articles, to be looked into.</summary>
internal sealed class InspectedArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IBackend _backend;

    internal InspectedArchive(IBackend backend)
    {
        _backend = backend;
        Build();
    }

    internal static Article[] Articles { get; } =
    [
        Quoted.Article("a", "“We came in peace”, he said. Peace it was.", "Stanislav Zas") with { Title = "Peace", Authors = ["Ann Hall"], Date = ArticleDate.OfMonth(2022, 3) },
        SmallArchive.Article("b", "Peaceful cafés of Kraków.", "A cafe") with { Source = "The Gull", Topics = ["gun_control"], Language = "en" },
        SmallArchive.Article("c", "Wheat is dearer."),
    ];

    internal string Path => _folder.Path;

    /// <summary>The files that the generation is made of, by name: none so small that it may be a hint, which nothing needs.</summary>
    internal string[] Files => [.. Directory.EnumerateFiles(Path).Where(static file => new FileInfo(file).Length > 64).Order(StringComparer.Ordinal)];

    internal void Build()
    {
        using IArticleIndexWriter writer = _backend.OpenWriter(Path);
        foreach (Article article in Articles)
        {
            writer.Add(article);
        }

        writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal) { ["made"] = "by a test" });
    }

    internal IndexCheck Check() => _backend.Check(Path, CancellationToken.None);

    internal string[] Terms(string field, string form, string prefix = "") => [.. _backend.Terms(Path, field, form, prefix)];

    internal string[] Postings(string field, string form, string term) => [.. _backend.Postings(Path, field, form, term)];

    public void Dispose() => _folder.Dispose();
}
