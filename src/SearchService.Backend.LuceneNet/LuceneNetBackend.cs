using Lucene.Net.Index;
using Lucene.Net.Search;
using SearchService.Analysis;
using SearchService.Backend.LuceneNet.Archive;
using SearchService.Backend.LuceneNet.Inspection;
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
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        return new LuceneArticleIndex(new LatestGeneration<ArchiveReader>(() => CommitFile.LatestCommitIn(directory), () => ArchiveReader.Open(name, directory)));
    });

    /// <inheritdoc/>
    public IArticleIndexWriter OpenWriter(string directory, bool merge = false) => LuceneErrors.Translate<IArticleIndexWriter>(() =>
    {
        Directory.CreateDirectory(directory);
        BackendMark.Claim(directory, BackendName);
        return LuceneArticleIndexWriter.Open(directory, merge);
    });

    /// <inheritdoc/>
    public IndexCheck Check(string directory, CancellationToken cancellationToken) => LuceneErrors.Translate(() =>
    {
        RequireIndex(directory);
        return ArchiveCheck.Run(directory, cancellationToken);
    });

    /// <inheritdoc/>
    public IEnumerable<string> Overview(string directory) => Lines(directory, ArchiveLines.Overview);

    /// <inheritdoc/>
    public IEnumerable<string> Terms(string directory, string field, string form, string prefix) =>
        Lines(directory, reader => ArchiveLines.Terms(reader, field, form, prefix));

    /// <inheritdoc/>
    public IEnumerable<string> Postings(string directory, string field, string form, string term) =>
        Lines(directory, reader => ArchiveLines.Postings(reader, field, form, term));

    private static IEnumerable<string> Lines(string path, Func<DirectoryReader, IEnumerable<string>> dump)
    {
        using Lucene.Net.Store.Directory directory = LuceneErrors.Translate(() =>
        {
            RequireIndex(path);
            return LuceneErrors.Reading(path, () => ArchiveDirectory.OpenForInspecting(path));
        });
        using DirectoryReader reader = LuceneErrors.Translate(() => DirectoryReader.Open(directory));
        using IEnumerator<string> lines = dump(reader).GetEnumerator();
        while (LuceneErrors.Translate(lines.MoveNext))
        {
            yield return lines.Current;
        }
    }

    private static void RequireIndex(string directory)
    {
        BackendMark.Require(directory, BackendName);
        if (CommitFile.LatestIn(directory) is null)
        {
            throw UnusableFolder.WithoutIndex(directory);
        }
    }
}
