using SearchService.Core.Indexes;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Storage;

namespace SearchService.Backend.Embedded;

/// <summary>The embedded backend: articles in the engine of this product, in a folder.</summary>
public sealed class EmbeddedBackend : IBackend
{
    /// <summary>The name an index carries that this backend made.</summary>
    public const string BackendName = "embedded";

    /// <inheritdoc/>
    public string Name => BackendName;

    /// <inheritdoc/>
    public IArticleIndex OpenIndex(string directory) => EngineErrors.Translate<IArticleIndex>(() =>
    {
        BackendMark.Require(directory, BackendName);
        if (!Exists(directory))
        {
            throw UnusableFolder.WithoutIndex(directory);
        }

        return OpenIndex(new FileSystemDirectory(directory), NameOf(directory));
    });

    /// <inheritdoc/>
    public IArticleIndexWriter OpenWriter(string directory, bool merge = false) => EngineErrors.Translate<IArticleIndexWriter>(() =>
    {
        Directory.CreateDirectory(directory);
        BackendMark.Claim(directory, BackendName);
        return OpenWriter(new FileSystemDirectory(directory), NameOf(directory), merge);
    });

    /// <inheritdoc/>
    public IndexCheck Check(string directory, CancellationToken cancellationToken) => EmbeddedInspection.Check(directory, cancellationToken);

    /// <inheritdoc/>
    public IEnumerable<string> Overview(string directory) => EmbeddedInspection.Overview(directory);

    /// <inheritdoc/>
    public IEnumerable<string> Terms(string directory, string field, string form, string prefix) => EmbeddedInspection.Terms(directory, field, form, prefix);

    /// <inheritdoc/>
    public IEnumerable<string> Postings(string directory, string field, string form, string term) => EmbeddedInspection.Postings(directory, field, form, term);

    /// <summary>Opens an index wherever its files are.</summary>
    internal static EmbeddedArticleIndex OpenIndex(IIndexDirectory files, string name) => new(name, ArchiveIndex.Open(files));

    /// <summary>Begins a new generation wherever its files are.</summary>
    internal static EmbeddedArticleIndexWriter OpenWriter(IIndexDirectory files, string name, bool intoOneSegment)
    {
        GenerationChanges changes = PreviousArticles.Read(files);
        IndexWriterOptions options = new() { Replace = true };
        options = intoOneSegment ? options with { MaxSegments = 1 } : options;
        IndexWriter articles = IndexWriter.Create(files, ArticleFields.Schema, ArticleFields.Analyzer, options);
        return new EmbeddedArticleIndexWriter(name, files, articles, changes, intoOneSegment);
    }

    private static bool Exists(string directory) => Directory.Exists(directory) && EngineIndex.Exists(new FileSystemDirectory(directory));

    private static string NameOf(string directory) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
}
