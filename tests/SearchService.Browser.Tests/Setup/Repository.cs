namespace SearchService.Browser.Tests.Setup;

/// <summary>Where things are that the tests look at from outside.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>Gets the full path of a file or folder of the repository.</summary>
    /// <param name="path">Relative to its root, with slashes.</param>
    public static string PathOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Gets the program of a project, built as these tests are.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="program">The program's own, where it has another.</param>
    public static string ProgramOf(string project, string? program = null)
    {
        // …/bin/<configuration>/<framework>/
        DirectoryInfo framework = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return PathOf($"src/{project}/bin/{framework.Parent!.Name}/{framework.Name}/{program ?? project}.dll");
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SearchService.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests of the page run from a build inside the repository: they serve its files.");
    }
}
