using Xunit;

namespace SearchService.TestSupport;

/// <summary>Finds the public data sets that stand beside the repository and are never part of it.</summary>
/// <remarks>
/// The folder is what the environment variable <c>SEARCH_DATA</c> names, or else the first <c>shared/data</c> met going up from
/// the test assembly's folder. A test that needs it begins with <see cref="SkipIfAbsent"/>.
/// </remarks>
public static class SharedData
{
    private const string Variable = "SEARCH_DATA";

    /// <summary>Gets the folder, or null where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Names a file or folder of the shared data.</summary>
    /// <param name="path">Relative to the folder, with slashes.</param>
    /// <returns>The full path; the file may be absent.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no shared data here.</exception>
    public static string PathOf(string path) => Path.Combine(
        Root ?? throw new DirectoryNotFoundException(ReasonFor(path)),
        path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Skips the running test, saying why, unless every named file or folder is there.</summary>
    /// <param name="paths">Relative to the folder, with slashes.</param>
    public static void SkipIfAbsent(params ReadOnlySpan<string> paths)
    {
        foreach (string path in paths)
        {
            if (Root is null || !Path.Exists(PathOf(path)))
            {
                Assert.Skip(ReasonFor(path));
            }
        }
    }

    private static string ReasonFor(string path) =>
        $"'{path}' is not here: set {Variable} to the folder of the shared data, or place that folder as 'shared/data' beside the repository.";

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
