using System.Collections.Immutable;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Files;

/// <summary>The files of an article set, in the order they are read.</summary>
/// <param name="Files">Paths in the order given; within a folder by name, ordinally, its folders among its files.</param>
/// <param name="Problems">Paths that aren't there, folders that can't be read, files left aside.</param>
/// <remarks>The list of names is held whole; nothing of their content is.</remarks>
public sealed record InputFiles(ImmutableArray<InputFile> Files, ImmutableArray<IngestionProblem> Problems)
{
    private const string Formats = ".jsonl, .ndjson, .json, .csv, .tsv and .txt, each also with .gz";

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
        private readonly SortedDictionary<string, (int Count, string Example)> _unknown = new(StringComparer.Ordinal);

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
            else if (!InputFile.TryFormat(path, out InputFormat format))
            {
                Report(ProblemCodes.FormatUnknown, ProblemEffect.FileRejected, path, $"The name says no format that is read: {Formats}.");
            }
            else
            {
                AddFile(path, Path.GetFileName(path), format);
            }
        }

        public InputFiles Result()
        {
            foreach ((string extension, (int count, string example)) in _unknown)
            {
                string what = count == 1 ? "The file was" : $"This file and {count - 1} more of {extension} were";
                Report(ProblemCodes.FormatUnknown, ProblemEffect.FileSkipped, example, $"{what} left aside; read are {Formats}.");
            }

            return new InputFiles(_files.ToImmutable(), _problems.ToImmutable());
        }

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
                else if (InputFile.TryFormat(path, out InputFormat format))
                {
                    AddFile(path, name, format);
                }
                else
                {
                    string extension = Path.GetExtension(entry.Name) is { Length: > 0 } found ? found.ToLowerInvariant() : "no extension";
                    (int count, string example) = _unknown.GetValueOrDefault(extension, (0, path));
                    _unknown[extension] = (count + 1, example);
                }
            }
        }

        private void AddFile(string path, string name, InputFormat format)
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
                _files.Add(new InputFile(path, name, format, new FileInfo(target.FullName).Length, target.LastWriteTimeUtc));
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
