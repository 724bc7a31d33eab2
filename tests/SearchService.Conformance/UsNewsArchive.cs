using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance;

/// <summary>2,000 real articles in an index of one backend, and the same in the naive archive.</summary>
internal sealed class UsNewsArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal UsNewsArchive(IBackend backend, NaiveArchive naive)
    {
        Naive = naive;
        using (IArticleIndexWriter writer = backend.OpenWriter(_folder.Path))
        {
            foreach (Article article in naive.Articles)
            {
                writer.Add(article);
            }

            writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
        }

        Index = backend.OpenIndex(_folder.Path);
    }

    internal IArticleIndex Index { get; }

    internal NaiveArchive Naive { get; }

    internal ArticleSearch Search => new(Index);

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
