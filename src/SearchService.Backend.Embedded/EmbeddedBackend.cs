using SearchService.Core.Indexes;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>The embedded backend: articles in the engine of this product, in a folder.</summary>
public static class EmbeddedBackend
{
    /// <summary>The name an index carries that this backend made.</summary>
    public const string Name = "embedded";

    /// <summary>Opens an index for searching.</summary>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IndexException">It holds no index that can be opened; the message says why and what to do.</exception>
    public static IArticleIndex OpenIndex(string directory) => EngineErrors.Translate<IArticleIndex>(() =>
    {
        if (!Exists(directory))
        {
            throw new IndexException("index_not_found", $"There is no index in '{directory}'. Build one: indexer build --articles PATH --index {directory}");
        }

        return OpenIndex(new FileSystemDirectory(directory), NameOf(directory));
    });

    /// <summary>Begins a new generation that replaces the one there is, if any.</summary>
    /// <param name="directory">The folder; created when it isn't there.</param>
    /// <param name="intoOneSegment">Whether the generation ends in one segment instead of a few: the fastest to search, the slowest to build.</param>
    /// <exception cref="IndexException">Another build holds the lock, or the folder can't be written.</exception>
    public static IArticleIndexWriter OpenWriter(string directory, bool intoOneSegment = false) => EngineErrors.Translate<IArticleIndexWriter>(() =>
    {
        Directory.CreateDirectory(directory);
        return OpenWriter(new FileSystemDirectory(directory), NameOf(directory), intoOneSegment);
    });

    /// <summary>Opens an index wherever its files are.</summary>
    internal static EmbeddedArticleIndex OpenIndex(IIndexDirectory files, string name) => new(name, ArchiveIndex.Open(files));

    /// <summary>Begins a new generation wherever its files are.</summary>
    internal static EmbeddedArticleIndexWriter OpenWriter(IIndexDirectory files, string name, bool intoOneSegment)
    {
        PreviousArticles previous = PreviousArticles.Read(files);
        IndexWriterOptions options = new() { Replace = true };
        options = intoOneSegment ? options with { MaxSegments = 1 } : options;
        IndexWriter articles = IndexWriter.Create(files, ArticleFields.Schema, ArticleFields.Analyzer, options);
        return new EmbeddedArticleIndexWriter(name, files, articles, previous, intoOneSegment);
    }

    private static bool Exists(string directory) => Directory.Exists(directory) && EngineIndex.Exists(new FileSystemDirectory(directory));

    private static string NameOf(string directory) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
}
