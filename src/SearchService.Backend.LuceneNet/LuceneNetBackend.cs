using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Core.Indexes;

namespace SearchService.Backend.LuceneNet;

/// <summary>Articles in an index of Lucene.Net, in a folder.</summary>
public sealed class LuceneNetBackend : IBackend
{
    /// <summary>The name an index carries that this backend made.</summary>
    public const string BackendName = "lucene";

    // What a query may hold is limited above the seam; Lucene's own limit is one for the whole process.
    static LuceneNetBackend() => BooleanQuery.MaxClauseCount = int.MaxValue;

    /// <inheritdoc/>
    public string Name => BackendName;

    /// <summary>Gets the name of what turns texts into words, which an index records.</summary>
    internal static string AnalyzerName => TextAnalyzer.ByLanguage.Name;

    /// <inheritdoc/>
    public IArticleIndex OpenIndex(string directory) => LuceneErrors.Translate<IArticleIndex>(() =>
    {
        RequireIndex(directory);
        return new LuceneArticleIndex(new OpenArchive(directory));
    });

    /// <inheritdoc/>
    public IArticleIndexWriter OpenWriter(string directory, bool merge = false) => LuceneErrors.Translate<IArticleIndexWriter>(() =>
    {
        Directory.CreateDirectory(directory);
        BackendMark.Claim(directory, BackendName);
        return LuceneArticleIndexWriter.Open(directory, merge);
    });

    /// <inheritdoc/>
    public IndexCheck Check(string directory, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IEnumerable<string> Overview(string directory) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IEnumerable<string> Terms(string directory, string field, string form, string prefix) => throw new NotSupportedException();

    /// <inheritdoc/>
    public IEnumerable<string> Postings(string directory, string field, string form, string term) => throw new NotSupportedException();

    private static void RequireIndex(string directory)
    {
        BackendMark.Require(directory, BackendName);
        if (CommitFile.LatestIn(directory) is null)
        {
            throw new IndexException("index_not_found", $"There is no index in '{directory}'. Build one: indexer build --articles PATH --index {directory}");
        }
    }
}
