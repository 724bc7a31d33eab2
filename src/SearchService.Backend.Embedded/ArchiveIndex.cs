using SearchService.Backend.Embedded.Quotations;
using SearchService.Engine.Index;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>Two indexes that are committed as one, opened for searching: articles, and the quotations that their commit names.</summary>
/// <remarks>Thread-safe. Searches that hold a snapshot aren't disturbed by a refresh.</remarks>
internal sealed class ArchiveIndex : IDisposable
{
    // A writer may delete a generation's quotations between our reading its manifest and opening them; each time there is a newer one.
    private const int Attempts = 10;

    private readonly IIndexDirectory _directory;
    private readonly EngineIndex _articles;
    private readonly Lock _refreshing = new();
    private volatile ArchiveSnapshot? _current;

    private ArchiveIndex(IIndexDirectory directory, EngineIndex articles)
    {
        (_directory, _articles) = (directory, articles);
        _current = OpenLatest();
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

    /// <summary>The latest known snapshot. Dispose of it exactly once when the search is done.</summary>
    /// <exception cref="ObjectDisposedException">The index was closed.</exception>
    internal ArchiveSnapshot Acquire()
    {
        while (true)
        {
            ArchiveSnapshot current = _current ?? throw new ObjectDisposedException(nameof(ArchiveIndex));
            if (current.TryTake())
            {
                return current;
            }
        }
    }

    /// <summary>Looks whether there is a newer generation, and moves on to it.</summary>
    /// <returns>Whether there is.</returns>
    /// <exception cref="IOException">The newer one can't be opened; the index stays with the one it has, and the next call tries again.</exception>
    internal bool RefreshIfChanged()
    {
        lock (_refreshing)
        {
            ArchiveSnapshot current = _current ?? throw new ObjectDisposedException(nameof(ArchiveIndex));
            _articles.RefreshIfChanged();
            using (IndexSnapshot articles = _articles.Acquire())
            {
                if (articles.Manifest.Id == current.Articles.Manifest.Id)
                {
                    return false;
                }
            }

            _current = OpenLatest();
            current.Dispose();
            return true;
        }
    }

    /// <summary>Closes the index; snapshots given out stay usable until they are disposed of.</summary>
    public void Dispose()
    {
        lock (_refreshing)
        {
            _current?.Dispose();
            _current = null;
            _articles.Dispose();
        }
    }

    private ArchiveSnapshot OpenLatest()
    {
        for (int attempt = 1; ; attempt++)
        {
            IndexSnapshot articles = _articles.Acquire();
            IndexSnapshot quotations;
            try
            {
                using EngineIndex opened = EngineIndex.Open(QuotationFiles.Of(_directory, articles.UserData), QuotationFields.Schema, ArticleFields.Analyzer);
                quotations = opened.Acquire();
            }
            catch (Exception e)
            {
                articles.Dispose();
                if (e is IOException && attempt < Attempts && _articles.RefreshIfChanged())
                {
                    continue;
                }

                throw;
            }

            return new ArchiveSnapshot(articles, quotations);
        }
    }
}
