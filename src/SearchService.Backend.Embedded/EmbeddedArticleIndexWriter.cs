using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;

namespace SearchService.Backend.Embedded;

/// <summary>Builds a generation on the embedded engine.</summary>
internal sealed class EmbeddedArticleIndexWriter(string name, IndexWriter writer, PreviousArticles previous) : IArticleIndexWriter
{
    private readonly HashSet<UInt128> _taken = [];
    private long _kept;

    public ArticleOutcome Add(Article article) => EngineErrors.Translate(() =>
    {
        UInt128 key = PreviousArticles.KeyOf(article.Id);
        if (!_taken.Add(key))
        {
            return ArticleOutcome.Duplicate;
        }

        Document document = new();
        long fingerprint = ArticleDocument.Fill(document, article);
        writer.Add(document);
        if (!previous.TryGet(key, out long before))
        {
            return ArticleOutcome.Added;
        }

        _kept++;
        return before == fingerprint ? ArticleOutcome.Unchanged : ArticleOutcome.Updated;
    });

    public CommitResult Commit(IReadOnlyDictionary<string, string> properties) => EngineErrors.Translate(() =>
    {
        long generation = writer.Commit(properties);
        return new CommitResult(new IndexState(name, generation, _taken.Count), previous.Count - _kept);
    });

    public void Rollback() => writer.Rollback();

    public void Dispose() => writer.Dispose();
}
