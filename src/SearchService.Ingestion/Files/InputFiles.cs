using System.Collections.Immutable;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files;

/// <summary>The files of an article set, in the order they are read.</summary>
/// <param name="Files">Paths in the order given; within a folder by name, ordinally, its folders among its files.</param>
/// <param name="Problems">Paths that aren't there, folders that can't be read, files left aside by their names.</param>
/// <remarks>The list of names is held whole; nothing of their content is.</remarks>
public sealed record InputFiles(ImmutableArray<InputFile> Files, ImmutableArray<IngestionProblem> Problems)
{
    /// <summary>Bytes on disk of all files together.</summary>
    public long LengthInBytes => Files.Sum(static file => file.LengthInBytes);

    /// <summary>Lists the files.</summary>
    /// <param name="paths">Files and folders; folders are walked to the bottom, links followed once, hidden names left aside.</param>
    /// <param name="notArticles">Files that are known to be something else, such as the outlet registry.</param>
    public static InputFiles Find(IEnumerable<string> paths, IEnumerable<string>? notArticles = null)
    {
        Walk walk = new([.. (notArticles ?? []).Select(Path.GetFullPath)]);
        foreach (string path in paths)
        {
            walk.Add(path);
        }

        return walk.Result();
    }

    private sealed class Walk(HashSet<string> notArticles)
    {
        private readonly ImmutableArray<InputFile>.Builder _files = ImmutableArray.CreateBuilder<InputFile>();
        private readonly ImmutableArray<IngestionProblem>.Builder _problems = ImmutableArray.CreateBuilder<IngestionProblem>();
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private readonly LeftAside _companions = new();

        public void Add(string path)
        {
            if (Directory.Exists(path))
            {
                AddFolder(path, "");
            }
            else if (!File.Exists(path))
            {
                Report(ProblemCodes.PathNotFound, ProblemEffect.FileRejected, path, "There is no such file or folder.");
            }
            else
            {
                AddFile(path, Path.GetFileName(path), isNamed: true);
            }
        }

        public InputFiles Result() => new(_files.ToImmutable(), [.. _problems, .. _companions.Problems("file")]);

        private void AddFolder(string folder, string prefix)
        {
            FileSystemInfo[] entries;
            try
            {
                DirectoryInfo info = new(folder);
                string real = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? info.FullName;
                if (!_seen.Add(Path.TrimEndingDirectorySeparator(real)))
                {
                    return;
                }

                entries = info.GetFileSystemInfos();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Report(ProblemCodes.FileUnreadable, ProblemEffect.FileRejected, folder, error.Message);
                return;
            }

            Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            foreach (FileSystemInfo entry in entries)
            {
                string path = Path.Combine(folder, entry.Name);
                string name = prefix.Length == 0 ? entry.Name : $"{prefix}/{entry.Name}";
                if (entry.Name.StartsWith('.'))
                {
                    continue;
                }

                if (Directory.Exists(path))
                {
                    AddFolder(path, name);
                }
                else if (InputFile.FormatOf(path) is null && InputFile.IsCompanion(path))
                {
                    _companions.Add(InputFile.ExtensionOf(path), LeftAside.Companions, ProblemCodes.FormatUnknown, new RecordPlace(path, 0));
                }
                else
                {
                    AddFile(path, name, isNamed: false);
                }
            }
        }

        private void AddFile(string path, string name, bool isNamed)
        {
            string full = Path.GetFullPath(path);
            if (notArticles.Contains(full))
            {
                Report(ProblemCodes.FormatUnknown, ProblemEffect.FileSkipped, path, "Left aside: it was given as something other than articles.");
                return;
            }

            if (!_seen.Add(full))
            {
                return;
            }

            FileInfo info = new(path);
            try
            {
                FileSystemInfo target = info.ResolveLinkTarget(returnFinalTarget: true) ?? info;
                _files.Add(new InputFile(path, name, InputFile.FormatOf(path), new FileInfo(target.FullName).Length, target.LastWriteTimeUtc) { IsNamed = isNamed });
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Report(ProblemCodes.FileUnreadable, ProblemEffect.FileRejected, path, error.Message);
            }
        }

        private void Report(string code, ProblemEffect effect, string path, string reason) =>
            _problems.Add(new IngestionProblem { Code = code, Effect = effect, Place = new RecordPlace(path, 0), Reason = reason });
    }
}
