using System.Collections.Immutable;
using SearchService.Backend.Embedded.Quotations;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>Builds a generation on the embedded engine: articles, and beside them their quotations.</summary>
/// <remarks>The articles' commit is that of both: quotations are durable before it, and nobody looks at them who wasn't sent by it.</remarks>
internal sealed class EmbeddedArticleIndexWriter : IArticleIndexWriter
{
    private readonly string _name;
    private readonly IIndexDirectory _directory;
    private readonly IndexWriter _articles;
    private readonly GenerationChanges _changes;
    private readonly bool _intoOneSegment;
    private readonly Document _document = new();
    private QuotationWriter? _quotations;
    private bool _uncertain; // a commit failed halfway: either generation may be the one that survives, so no file may go

    /// <summary>Begins.</summary>
    /// <param name="name">The index's.</param>
    /// <param name="directory">Where.</param>
    /// <param name="articles">Holds the lock; disposed of with this, or when this fails.</param>
    /// <param name="changes">Knows the articles of the generation before.</param>
    /// <param name="intoOneSegment">Whether each of the two ends in one segment.</param>
    internal EmbeddedArticleIndexWriter(string name, IIndexDirectory directory, IndexWriter articles, GenerationChanges changes, bool intoOneSegment)
    {
        (_name, _directory, _articles, _changes, _intoOneSegment) = (name, directory, articles, changes, intoOneSegment);
        try
        {
            DeleteStrayQuotations();
        }
        catch
        {
            _articles.Dispose();
            throw;
        }
    }

    private QuotationWriter Quotations => _quotations ??= new QuotationWriter(_directory, _articles.NextGeneration, _intoOneSegment);

    public ArticleOutcome Add(Article article) => EngineErrors.Translate(() =>
    {
        if (_changes.IsTaken(article.Id))
        {
            return ArticleOutcome.Duplicate;
        }

        long fingerprint = ArticleDocument.Fill(_document, article);
        _articles.Add(_document);
        Quotations.Add(article);
        return _changes.Take(article.Id, fingerprint);
    });

    public CommitResult Commit(IReadOnlyDictionary<string, string> properties) => EngineErrors.Translate(() =>
    {
        Quotations.Commit();
        _uncertain = true;
        long generation = _articles.Commit(properties.ToImmutableDictionary(StringComparer.Ordinal).SetItem(QuotationFiles.Key, Quotations.Prefix));
        _uncertain = false;
        CloseQuotations();
        return new CommitResult(new IndexState(_name, generation, _changes.Taken), _changes.Removed);
    });

    public void Rollback() => Dispose();

    public void Dispose()
    {
        try
        {
            CloseQuotations();
        }
        finally
        {
            _articles.Dispose();
        }
    }

    private void CloseQuotations()
    {
        if (_quotations is not null)
        {
            _quotations.Dispose();
            _quotations = null;
            DeleteStrayQuotations();
        }
    }

    private void DeleteStrayQuotations()
    {
        if (!_uncertain)
        {
            QuotationFiles.DeleteOthers(_directory, _articles.UserData.GetValueOrDefault(QuotationFiles.Key));
        }
    }
}
