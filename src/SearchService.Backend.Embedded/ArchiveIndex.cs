using SearchService.Backend.Embedded.Quotations;
using SearchService.Engine.Index;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>Two indexes that are committed as one, opened for searching: articles, and the quotations that their commit names.</summary>
/// <remarks>Thread-safe. Searches that hold a snapshot aren't disturbed by a refresh.</remarks>
internal sealed class ArchiveIndex : IDisposable
{
    private readonly IIndexDirectory _directory;
    private readonly EngineIndex _articles;
    private readonly LatestGeneration<ArchiveSnapshot> _latest;

    private ArchiveIndex(IIndexDirectory directory, EngineIndex articles)
    {
        (_directory, _articles) = (directory, articles);
        _latest = new LatestGeneration<ArchiveSnapshot>(Committed, OpenLatest);
    }

    /// <summary>Opens the latest generation.</summary>
    /// <param name="directory">Where.</param>
    /// <exception cref="IndexFormatException">There is no index, or it has other fields, another analyzer or format version.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    /// <exception cref="InvalidDataException">Articles and quotations don't fit together.</exception>
    internal static ArchiveIndex Open(IIndexDirectory directory)
    {
        EngineIndex articles = EngineIndex.Open(directory, ArticleFields.Schema, ArticleFields.Analyzer);
        try
        {
            return new ArchiveIndex(directory, articles);
        }
        catch
        {
            articles.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="LatestGeneration{T}.Acquire"/>
    internal ArchiveSnapshot Acquire() => _latest.Acquire();

    /// <inheritdoc cref="LatestGeneration{T}.RefreshIfChanged"/>
    internal bool RefreshIfChanged() => _latest.RefreshIfChanged();

    /// <summary>Closes the index; snapshots given out stay usable until they are disposed of.</summary>
    public void Dispose()
    {
        _latest.Dispose();
        _articles.Dispose();
    }

    private string Committed()
    {
        _articles.RefreshIfChanged();
        using IndexSnapshot articles = _articles.Acquire();
        return ArchiveSnapshot.CommitOf(articles);
    }

    private ArchiveSnapshot OpenLatest()
    {
        IndexSnapshot articles = _articles.Acquire();
        IndexSnapshot quotations;
        try
        {
            using EngineIndex opened = EngineIndex.Open(QuotationFiles.Of(_directory, articles.UserData), QuotationFields.Schema, ArticleFields.Analyzer);
            quotations = opened.Acquire();
        }
        catch
        {
            articles.Dispose();
            throw;
        }

        return new ArchiveSnapshot(articles, quotations);
    }
}
