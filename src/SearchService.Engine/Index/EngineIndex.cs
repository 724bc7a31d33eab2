using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Index;

/// <summary>
/// An index opened for searching: gives out snapshots of its latest known commit, and moves on to a newer one on request.
/// </summary>
/// <remarks>Thread-safe. Searches that hold a snapshot aren't disturbed by a refresh.</remarks>
public sealed class EngineIndex : IDisposable
{
    // A writer may delete a commit's files between our reading its manifest and opening them. Each time this happens
    // there is a newer manifest, so trying again ends unless commits follow one another faster than a file opens.
    private const int Attempts = 10;

    private readonly IIndexDirectory _directory;
    private readonly IndexSchema? _expected;
    private readonly TextAnalyzer? _analyzer;
    private readonly Lock _refreshing = new();
    private volatile IndexSnapshot? _current;

    private EngineIndex(IIndexDirectory directory, IndexSchema? expected, TextAnalyzer? analyzer)
    {
        _directory = directory;
        _expected = expected;
        _analyzer = analyzer;
        _current = OpenLatest(null);
    }

    /// <summary>Whether anything was ever committed there.</summary>
    /// <param name="directory">Where.</param>
    public static bool Exists(IIndexDirectory directory) => directory.List().Contains(ManifestFile.Name, StringComparer.Ordinal);

    /// <summary>Opens the latest commit.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="expected">The schema the caller will use field numbers of, or null to take the index's own.</param>
    /// <param name="analyzer">How the caller will read texts of queries; null when it needn't be the index's own way.</param>
    /// <exception cref="IndexFormatException">There is no index, or it has another schema, analyzer or format version.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    public static EngineIndex Open(IIndexDirectory directory, IndexSchema? expected, TextAnalyzer? analyzer = null) => new(directory, expected, analyzer);

    /// <summary>The latest known snapshot. Dispose of it exactly once when the search is done; it isn't usable after that.</summary>
    /// <exception cref="ObjectDisposedException">The index was closed.</exception>
    public IndexSnapshot Acquire()
    {
        while (true)
        {
            IndexSnapshot current = _current ?? throw new ObjectDisposedException(nameof(EngineIndex));
            if (current.TryTake())
            {
                return current;
            }
        }
    }

    /// <summary>Looks whether there is a newer commit, which costs the reading of a few bytes, and moves on to it.</summary>
    /// <returns>Whether snapshots given out from now on are of a newer commit.</returns>
    /// <exception cref="IOException">The newer commit can't be opened; the index stays with the one it has.</exception>
    public bool RefreshIfChanged()
    {
        lock (_refreshing)
        {
            IndexSnapshot current = _current ?? throw new ObjectDisposedException(nameof(EngineIndex));
            if (ManifestFile.TryReadId(_directory) is not { } id || id == current.Manifest.Id)
            {
                return false;
            }

            IndexSnapshot newer = OpenLatest(current);
            if (newer.Manifest.Id == current.Manifest.Id)
            {
                newer.Dispose();
                return false;
            }

            _current = newer;
            current.Dispose();
            return true;
        }
    }

    /// <summary>Closes the index; snapshots given out stay usable until they are disposed of.</summary>
    public void Dispose()
    {
        lock (_refreshing)
        {
            IndexSnapshot? current = _current;
            _current = null;
            current?.Dispose();
        }
    }

    private IndexSnapshot OpenLatest(IndexSnapshot? previous)
    {
        for (int attempt = 1; ; attempt++)
        {
            IndexManifest manifest = ManifestFile.TryRead(_directory)
                ?? throw new IndexFormatException(_directory.Location, "no index", "a folder that 'indexer build' has written");
            if (_expected is not null && !_expected.Equals(manifest.Schema))
            {
                throw new IndexFormatException(_directory.Location, $"the fields {manifest.Schema}", $"the fields {_expected}");
            }

            if (_analyzer is not null && _analyzer.Name != manifest.Analyzer)
            {
                throw new IndexFormatException(_directory.Location, $"texts read by analyzer '{manifest.Analyzer}'", $"analyzer '{_analyzer.Name}'; build the index anew to change it");
            }

            try
            {
                return IndexSnapshot.Open(_directory, manifest, previous);
            }
            catch (FileNotFoundException e)
            {
                if (ManifestFile.TryReadId(_directory) == manifest.Id)
                {
                    throw new CorruptIndexException(e.FileName ?? _directory.Location, -1, "a file that the manifest names", e);
                }

                if (attempt == Attempts)
                {
                    throw;
                }
            }
        }
    }
}
