using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Folders;

/// <summary>A folder that holds no index of the backend is refused with a code that scripts can tell, and a sentence on what to do.</summary>
public sealed class BadFolders : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory, EveryBackend]
    public void A_folder_that_is_not_there_or_empty_holds_no_index(IBackend backend)
    {
        Directory.CreateDirectory(_folder["empty"]);
        _folder.Write("notes/notes.txt", "nothing to do with it");
        foreach (string name in new[] { "none", "empty", "notes" })
        {
            IndexException refused = Assert.Throws<IndexException>(() => backend.OpenIndex(_folder[name]));
            Assert.Equal("index_not_found", refused.Code);
            Assert.Contains(_folder[name], refused.Message, StringComparison.Ordinal);
            Assert.Contains("indexer build", refused.Message, StringComparison.Ordinal);
            Assert.Equal("index_not_found", Assert.Throws<IndexException>(() => backend.Overview(_folder[name]).ToList()).Code);
            Assert.Equal("index_not_found", Assert.Throws<IndexException>(() => backend.Terms(_folder[name], "text", "written", "").ToList()).Code);
            Assert.Equal("index_not_found", Assert.Throws<IndexException>(() => backend.Postings(_folder[name], "text", "written", "a").ToList()).Code);
            Assert.Throws<IndexException>(() => backend.Check(_folder[name], CancellationToken.None));
        }

        Assert.False(Directory.Exists(_folder["none"]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder["empty"]));
    }

    [Theory, EveryBackend]
    public void A_file_where_a_folder_should_be_is_refused(IBackend backend)
    {
        string path = _folder.Write("file", "I am no folder.");
        Assert.Contains(Assert.Throws<IndexException>(() => backend.OpenIndex(path)).Code, HalfCopiedFolders.Codes);
        Assert.Contains(Assert.Throws<IndexException>(() => backend.OpenWriter(path)).Code, HalfCopiedFolders.Codes);
        Assert.Equal("I am no folder.", File.ReadAllText(path));
    }

    [Theory, EveryBackend]
    public void An_index_of_another_backend_is_refused_with_both_names_and_stays_as_it_is(IBackend backend)
    {
        _folder.Write("strange/backend", "strange\n");
        foreach (IBackend other in Backends.Built.Where(other => other.Name != backend.Name))
        {
            using IArticleIndexWriter writer = other.OpenWriter(_folder[other.Name]);
            writer.Add(SmallArchive.Article("1", "word"));
            writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
        }

        foreach (string name in Backends.Built.Select(other => other.Name).Where(name => name != backend.Name).Append("strange"))
        {
            string[] before = Contents(_folder[name]);
            IndexException[] refused =
            [
                Assert.Throws<IndexException>(() => backend.OpenIndex(_folder[name])),
                Assert.Throws<IndexException>(() => backend.OpenWriter(_folder[name])),
                Assert.Throws<IndexException>(() => backend.Check(_folder[name], CancellationToken.None)),
                Assert.Throws<IndexException>(() => backend.Overview(_folder[name]).ToList()),
                Assert.Throws<IndexException>(() => backend.Terms(_folder[name], "text", "written", "").ToList()),
                Assert.Throws<IndexException>(() => backend.Postings(_folder[name], "text", "written", "a").ToList()),
            ];
            Assert.All(refused, exception =>
            {
                Assert.Equal(refused[0].Code, exception.Code);
                Assert.Contains($"'{name}'", exception.Message, StringComparison.Ordinal);
                Assert.Contains($"'{backend.Name}'", exception.Message, StringComparison.Ordinal);
            });
            Assert.Equal(before, Contents(_folder[name]));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Contents(string directory) =>
        [.. Directory.GetFiles(directory).Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)} {Convert.ToHexString(File.ReadAllBytes(path))}")];
}
