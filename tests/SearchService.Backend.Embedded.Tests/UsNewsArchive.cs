using SearchService.Backend.Embedded.Tests.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>2,000 real articles in an index, and the same in the naive archive; built once for the tests that share it.</summary>
public sealed class UsNewsArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private IArticleIndex? _index;
    private NaiveArchive? _naive;

    internal IArticleIndex Index
    {
        get
        {
            Build();
            return _index!;
        }
    }

    internal NaiveArchive Naive
    {
        get
        {
            Build();
            return _naive!;
        }
    }

    internal ArticleSearch Search => new(Index);

    public void Dispose()
    {
        _index?.Dispose();
        _folder.Dispose();
    }

    /// <summary>Only when a test asks: without the shared data they skip first.</summary>
    private void Build()
    {
        if (_index is not null)
        {
            return;
        }

        Article[] articles = [.. UsNews.Read()];
        using (IArticleIndexWriter writer = new EmbeddedBackend().OpenWriter(_folder.Path))
        {
            foreach (Article article in articles)
            {
                writer.Add(article);
            }

            writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
        }

        _naive = new NaiveArchive(articles);
        _index = new EmbeddedBackend().OpenIndex(_folder.Path);
    }
}
