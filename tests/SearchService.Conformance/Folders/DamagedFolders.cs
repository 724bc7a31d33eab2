using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Folders;

/// <summary>Whatever is wrong with an index, a build takes its place, unless it seems to be of another version, which is refused in so many words.</summary>
public sealed class DamagedFolders : IDisposable
{
    private const int Places = 8; // of each file, that are damaged one by one
    private const int DamagedBytes = 4;

    private readonly TemporaryFolder _folder = new();

    [Theory, EveryBackend]
    public void An_index_of_which_any_file_is_damaged_is_built_anew_or_left_as_it_is(IBackend backend)
    {
        Build(backend, _folder["whole"], 40);
        string[] files = [.. Directory.GetFiles(_folder["whole"]).Select(path => Path.GetFileName(path)).Where(static name => name != "backend").Order(StringComparer.Ordinal)];
        foreach (string file in files.Where(file => new FileInfo(Path.Combine(_folder["whole"], file)).Length > 0))
        {
            for (int place = 0; place < Places; place++)
            {
                string directory = _folder[$"{file} {place}"];
                Directory.CreateDirectory(directory);
                Array.ForEach(files, name => File.Copy(Path.Combine(_folder["whole"], name), Path.Combine(directory, name)));
                File.Copy(Path.Combine(_folder["whole"], "backend"), Path.Combine(directory, "backend"));
                byte[] bytes = File.ReadAllBytes(Path.Combine(directory, file));
                int start = bytes.Length * place / Places;
                foreach (ref byte damaged in bytes.AsSpan(start, Math.Min(DamagedBytes, bytes.Length - start)))
                {
                    damaged ^= 0xff;
                }

                File.WriteAllBytes(Path.Combine(directory, file), bytes);
                Exception? error = Record.Exception(() => Build(backend, directory, 3));
                Assert.True(error is null or IndexException { Code: "index_format" }, $"{file}, place {place}: {error}");
                if (error is null)
                {
                    using IArticleIndex index = backend.OpenIndex(directory);
                    Assert.Equal(3, index.State.Articles);
                }
                else
                {
                    Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(directory, file)));
                }
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void Build(IBackend backend, string directory, int articles)
    {
        using IArticleIndexWriter writer = backend.OpenWriter(directory);
        foreach (int number in Enumerable.Range(0, articles))
        {
            writer.Add(Quoted.Article($"{number}", $"The ferry number{number} left. “We leave now,” said she.", $"Speaker {number % 4}") with { Title = $"Ferry {number}", Source = $"Outlet {number % 5}" });
        }

        writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal) { ["made"] = "by a test" });
    }
}
