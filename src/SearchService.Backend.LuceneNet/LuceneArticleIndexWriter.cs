using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using Directory = Lucene.Net.Store.Directory;

namespace SearchService.Backend.LuceneNet;

/// <summary>Builds a generation: every article anew, in one commit.</summary>
internal sealed class LuceneArticleIndexWriter : IArticleIndexWriter
{
    private const double BufferMegabytes = 256;

    private readonly string _name;
    private readonly Directory _directory;
    private readonly IndexWriter _writer;
    private readonly GenerationChanges _changes;
    private readonly long _generation;
    private readonly bool _merge;
    private readonly ArticleBlock _block = new();
    private bool _isOpen = true;

    private LuceneArticleIndexWriter(string name, Directory directory, IndexWriter writer, GenerationChanges changes, long generation, bool merge)
    {
        (_name, _directory, _writer, _changes, _generation, _merge) = (name, directory, writer, changes, generation, merge);
    }

    /// <summary>Begins.</summary>
    /// <param name="path">The folder; there already.</param>
    /// <param name="merge">Whether the generation ends in one segment.</param>
    /// <exception cref="LockObtainFailedException">Another writer is at work.</exception>
    internal static LuceneArticleIndexWriter Open(string path, bool merge)
    {
        Directory directory = ArchiveDirectory.OpenForWriting(path);
        IndexWriter? writer = null;
        try
        {
            IndexWriterConfig config = new(LuceneVersion.LUCENE_48, new TermsOnly())
            {
                OpenMode = OpenMode.CREATE,
                Similarity = new ArchiveSimilarity(new Dictionary<string, string>(StringComparer.Ordinal)),
                RAMBufferSizeMB = BufferMegabytes,
                WriteLockTimeout = 0,
                UseCompoundFile = false, // which files are loaded for searching is told by their names
                MergePolicy = new LogByteSizeMergePolicy { NoCFSRatio = 0 }, // merges neighbours: articles keep their order
            };
            DamagedCommits.Delete(directory);
            writer = new IndexWriter(directory, config);
            GenerationChanges changes = new();
            long before = PreviousArticles.Read(directory, changes);
            return new LuceneArticleIndexWriter(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), directory, writer, changes, before + 1, merge);
        }
        catch
        {
            writer?.Rollback();
            directory.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ArticleOutcome Add(Article article) => LuceneErrors.Translate(() =>
    {
        if (_changes.IsTaken(article.Id))
        {
            return ArticleOutcome.Duplicate;
        }

        _writer.AddDocuments(_block.Make(article, out long fingerprint));
        return _changes.Take(article.Id, fingerprint);
    });

    /// <inheritdoc/>
    public CommitResult Commit(IReadOnlyDictionary<string, string> properties) => LuceneErrors.Translate(() =>
    {
        Dictionary<string, string> notes = new(properties, StringComparer.Ordinal)
        {
            [CommitNotes.Version] = CommitNotes.CurrentVersion.ToString(CultureInfo.InvariantCulture),
            [CommitNotes.Generation] = _generation.ToString(CultureInfo.InvariantCulture),
            [CommitNotes.Created] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            [CommitNotes.Analyzer] = LuceneNetBackend.AnalyzerName,
        };
        _block.AddTokenCounts(notes);
        if (_merge)
        {
            _writer.ForceMerge(1);
        }

        _writer.SetCommitData(notes);
        _writer.Commit();
        return new CommitResult(new IndexState(_name, _generation, _changes.Taken), _changes.Removed);
    });

    /// <inheritdoc/>
    public void Rollback() => Dispose();

    /// <summary>Drops what wasn't committed, and gives the lock back: Lucene's own way to close a writer commits.</summary>
    public void Dispose()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        try
        {
            _writer.Rollback();
        }
        catch
        {
            IndexWriter.Unlock(_directory); // a failed rollback leaves it behind; after one that didn't fail it may be another writer's
            throw;
        }
        finally
        {
            _directory.Dispose();
        }
    }
}
