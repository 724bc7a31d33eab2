namespace SearchService.TestSupport;

/// <summary>The sample archive of the repository, indexed into a folder of a test's own.</summary>
public sealed class SampleIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Func<string[], int> _indexer;
    private readonly string[] _backend;

    /// <summary>Builds it.</summary>
    /// <param name="indexer">The entry point of the indexer: arguments in, exit code out.</param>
    /// <param name="backend">The backend that makes and keeps it; the indexer's default without.</param>
    public SampleIndex(Func<string[], int> indexer, string? backend = null)
    {
        _indexer = indexer;
        _backend = backend is null ? [] : ["--backend", backend];
        Rebuild();
    }

    /// <summary>The index folder.</summary>
    public string Path => _folder["samples"];

    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Builds the next generation.</summary>
    /// <param name="articles">Files or folders in place of the samples.</param>
    /// <exception cref="InvalidOperationException">The indexer failed.</exception>
    public void Rebuild(params string[] articles)
    {
        string samples = System.IO.Path.Combine(Repository, "samples");
        string[] sets = articles.Length > 0 ? articles : [System.IO.Path.Combine(samples, "articles")];
        int code = _indexer(["build", .. _backend, "--articles", .. sets, "--outlets", System.IO.Path.Combine(samples, "outlets.csv"), "--index", Path]);
        if (code != 0)
        {
            throw new InvalidOperationException($"The indexer ended with {code}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SearchService.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository: no SearchService.sln above them.");
    }
}
