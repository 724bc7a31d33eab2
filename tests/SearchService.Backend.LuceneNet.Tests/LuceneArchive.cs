using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Backend.LuceneNet.Tests;

/// <summary>An index of a few articles that a test makes up.</summary>
internal sealed class LuceneArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LuceneNetBackend _backend = new();

    internal LuceneArchive(params ReadOnlySpan<Article> articles)
    {
        Build(articles);
        Index = _backend.OpenIndex(_folder.Path);
    }

    internal IArticleIndex Index { get; }

    internal string Path => _folder.Path;

    /// <summary>Replaces the articles; <see cref="Index"/> answers from the old ones until it is refreshed.</summary>
    internal CommitResult Build(params ReadOnlySpan<Article> articles)
    {
        using IArticleIndexWriter writer = _backend.OpenWriter(_folder.Path);
        foreach (Article article in articles)
        {
            writer.Add(article);
        }

        return writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>Answers a query in Lucene's own syntax.</summary>
    internal SearchResponse Search(string query, bool strict = false) => new ArticleSearch(Index).Search(
        new SearchRequest { Query = query, Syntax = "lucene", Strict = strict, Size = 100 }, CancellationToken.None);

    /// <summary>Ids of the articles found, in order of their names.</summary>
    internal string Ids(string query) => string.Join(' ', Search(query).Hits.Select(static hit => hit.Article.Id).Order(StringComparer.Ordinal));

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
