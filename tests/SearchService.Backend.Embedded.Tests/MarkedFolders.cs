using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Backend.Embedded.Tests;

/// <summary>A folder belongs to the backend that built in it.</summary>
public sealed class MarkedFolders : IDisposable
{
    private const string Name = EmbeddedBackend.BackendName;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_writer_marks_its_folder_before_it_commits_and_leaves_nothing_else()
    {
        using IArticleIndexWriter writer = new EmbeddedBackend().OpenWriter(_folder.Path);
        Assert.Equal("embedded\n", File.ReadAllText(_folder[BackendMark.FileName]));
        Assert.Equal(Name, BackendMark.Of(_folder.Path));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void An_index_of_another_backend_is_refused_by_every_member_with_both_names_and_what_to_do()
    {
        Build();
        _folder.Write(BackendMark.FileName, "other\n");
        EmbeddedBackend backend = new();
        Action[] members =
        [
            () => backend.OpenIndex(_folder.Path),
            () => backend.OpenWriter(_folder.Path),
            () => backend.Check(_folder.Path, CancellationToken.None),
            () => _ = backend.Overview(_folder.Path).ToArray(),
            () => _ = backend.Terms(_folder.Path, "text", "word", "").ToArray(),
            () => _ = backend.Postings(_folder.Path, "text", "word", "a").ToArray(),
        ];
        string[] before = Files();
        foreach (Action member in members)
        {
            IndexException refused = Assert.Throws<IndexException>(member);
            Assert.Equal("index_format", refused.Code);
            Assert.Contains("'other'", refused.Message, StringComparison.Ordinal);
            Assert.Contains("'embedded'", refused.Message, StringComparison.Ordinal);
            Assert.Contains("--backend other", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Files());
    }

    [Fact]
    public void An_index_without_a_mark_is_one_of_the_embedded_engine_and_the_next_writer_marks_it()
    {
        Build();
        File.Delete(_folder[BackendMark.FileName]);
        Assert.Equal(Name, BackendMark.Of(_folder.Path));
        Assert.Throws<IndexException>(() => BackendMark.Claim(_folder.Path, "other"));
        using (IArticleIndex index = new EmbeddedBackend().OpenIndex(_folder.Path))
        {
            Assert.Equal(1, index.State.Articles);
        }

        Build();
        Assert.True(File.Exists(_folder[BackendMark.FileName]));
    }

    [Fact]
    public void A_folder_with_neither_index_nor_mark_belongs_to_no_one()
    {
        _folder.Write("notes.txt", "harbour");
        Assert.Null(BackendMark.Of(_folder.Path));
        Assert.Null(BackendMark.Of(_folder["none"]));
        BackendMark.Require(_folder.Path, Name);
        BackendMark.Claim(_folder.Path, "other");
        Assert.Equal("other", BackendMark.Of(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("embedded")] // cut short
    [InlineData("embe")]
    [InlineData("Embedded\n")]
    [InlineData("embedded other\n")]
    [InlineData("embedded\0\n")]
    [InlineData("../embedded\n")]
    public void A_mark_that_is_no_name_is_damage(string content)
    {
        Build();
        _folder.Write(BackendMark.FileName, content);
        Assert.Equal("index_corrupt", Assert.Throws<IndexException>(() => new EmbeddedBackend().OpenIndex(_folder.Path)).Code);
        Assert.Equal("index_corrupt", Assert.Throws<IndexException>(() => new EmbeddedBackend().OpenWriter(_folder.Path)).Code);
    }

    [Fact]
    public void Of_writers_that_claim_a_folder_at_once_one_has_it()
    {
        string[] names = [.. Enumerable.Range(0, 16).Select(number => $"backend-{number}")];
        IndexException?[] refused = new IndexException?[names.Length];
        Parallel.For(0, names.Length, number =>
        {
            try
            {
                BackendMark.Claim(_folder.Path, names[number]);
            }
            catch (IndexException exception)
            {
                refused[number] = exception;
            }
        });
        int owner = Assert.Single(Enumerable.Range(0, names.Length), number => refused[number] is null);
        Assert.Equal(names[owner], BackendMark.Of(_folder.Path));
        Assert.All(refused, exception => Assert.Contains(names[owner], exception?.Message ?? names[owner], StringComparison.Ordinal));
    }

    private void Build()
    {
        using IArticleIndexWriter writer = new EmbeddedBackend().OpenWriter(_folder.Path);
        writer.Add(new Article { Id = "1", Text = "a harbour" });
        writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private string[] Files() => [.. Directory.EnumerateFiles(_folder.Path).Select(path => $"{path} {new FileInfo(path).Length}").Order(StringComparer.Ordinal)];
}
