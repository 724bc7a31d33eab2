using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance;

/// <summary>An index of a few articles that a test makes up.</summary>
internal sealed class SmallArchive : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IBackend _backend;

    internal SmallArchive(IBackend backend, params ReadOnlySpan<Article> articles)
    {
        _backend = backend;
        Outcomes = Build(articles, out CommitResult commit);
        Commit = commit;
        Index = backend.OpenIndex(_folder.Path);
    }

    internal IArticleIndex Index { get; }

    internal ImmutableArray<ArticleOutcome> Outcomes { get; }

    internal CommitResult Commit { get; }

    internal static Article Article(string id, string text = "", string title = "") => new() { Id = id, Text = text, Title = title };

    /// <summary>Replaces the articles; <see cref="Index"/> answers from the old ones until it is refreshed.</summary>
    internal ImmutableArray<ArticleOutcome> Build(ReadOnlySpan<Article> articles, out CommitResult commit)
    {
        using IArticleIndexWriter writer = _backend.OpenWriter(_folder.Path);
        ImmutableArray<ArticleOutcome>.Builder outcomes = ImmutableArray.CreateBuilder<ArticleOutcome>();
        foreach (Article article in articles)
        {
            outcomes.Add(writer.Add(article));
        }

        commit = writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal) { ["made"] = "by a test" });
        return outcomes.DrainToImmutable();
    }

    internal SearchResponse Search(string query, params ReadOnlySpan<FacetFilter> filters) =>
        new ArticleSearch(Index).Search(
            new SearchRequest { Query = query, Filters = [.. filters], Facets = FacetFields.All, Interval = HistogramInterval.Month, Size = 100 },
            CancellationToken.None);

    /// <summary>Ids of the articles found, in order of their names.</summary>
    internal string Ids(string query, params ReadOnlySpan<FacetFilter> filters) =>
        string.Join(' ', Search(query, filters).Hits.Select(hit => hit.Article.Id).Order(StringComparer.Ordinal));

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
