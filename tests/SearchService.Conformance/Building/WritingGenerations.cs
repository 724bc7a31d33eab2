using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Building;

/// <summary>One writer at a time makes the next generation, whole or not at all.</summary>
public sealed class WritingGenerations : IDisposable
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);
    private readonly TemporaryFolder _folder = new();

    [Theory, EveryBackend]
    public void Each_commit_is_one_generation_more_and_has_its_own_properties(IBackend backend)
    {
        string directory = _folder["archive"];
        for (int generation = 1; generation <= 4; generation++)
        {
            CommitResult result = Commit(backend, directory, new(StringComparer.Ordinal) { [$"key {generation}"] = $"välue {generation}" }, [.. Enumerable.Range(0, generation).Select(number => Article($"{number}"))]);
            Assert.Equal((new IndexState("archive", generation, generation), 0), (result.State, result.Removed));
            using IArticleIndex index = backend.OpenIndex(directory);
            Assert.Equal(result.State, index.State);
            IndexDescription description = index.Describe();
            Assert.Equal(KeyValuePair.Create($"key {generation}", $"välue {generation}"), Assert.Single(description.Properties));
            Assert.Equal((backend.Name, index.State), (description.Backend, description.State));
            Assert.InRange(description.Created, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        }

        Assert.Equal(4, Commit(backend, directory, None, []).Removed);
    }

    [Theory, EveryBackend]
    public void Who_rolls_back_or_gives_up_leaves_the_generation_that_was_there(IBackend backend)
    {
        string directory = _folder["archive"];
        Commit(backend, directory, None, [Article("1"), Article("2")]);
        using IArticleIndex reader = backend.OpenIndex(directory);
        using (IArticleIndexWriter writer = backend.OpenWriter(directory))
        {
            writer.Add(Article("3"));
            writer.Rollback();
        }

        using (IArticleIndexWriter writer = backend.OpenWriter(directory))
        {
            writer.Add(Article("4"));
        }

        Assert.False(reader.Refresh());
        using IArticleIndex index = backend.OpenIndex(directory);
        Assert.Equal(new IndexState("archive", 1, 2), index.State);
        Assert.True(index.TryGet("1", out _, out _) && !index.TryGet("3", out _, out _) && !index.TryGet("4", out _, out _));
        Assert.True(backend.Check(directory, CancellationToken.None).IsSound);
        Assert.Equal(2, Commit(backend, directory, None, [Article("1")]).State.Generation);
    }

    [Theory, EveryBackend]
    public void A_first_build_that_is_given_up_leaves_no_index(IBackend backend)
    {
        string directory = _folder["archive"];
        using (IArticleIndexWriter writer = backend.OpenWriter(directory))
        {
            writer.Add(Article("1"));
        }

        Assert.Equal("index_not_found", Assert.Throws<IndexException>(() => backend.OpenIndex(directory)).Code);
        Assert.Equal(1, Commit(backend, directory, None, [Article("1")]).State.Generation);
    }

    [Theory, EveryBackend]
    public void An_index_whose_folder_is_deleted_answers_from_what_it_has_until_one_is_built_there_anew(IBackend backend)
    {
        string directory = _folder["archive"];
        Commit(backend, directory, None, [Article("1"), Article("2")]);
        using IArticleIndex index = backend.OpenIndex(directory);
        Assert.Equal(2, index.Describe().State.Articles);
        Directory.Delete(directory, recursive: true);
        Assert.False(index.Refresh());
        Assert.True(index.TryGet("2", out Article? article, out _));
        Assert.Equal("text of 2", article!.Text);

        CommitResult anew = Commit(backend, directory, None, [Article("3")]);
        Assert.Equal(1, anew.State.Generation);
        Assert.True(index.Refresh());
        Assert.False(index.Refresh());
        Assert.Equal((anew.State, anew.State), (index.State, index.Describe().State));
        Assert.True(index.TryGet("3", out _, out _) && !index.TryGet("2", out _, out _));
    }

    [Theory, EveryBackend]
    public void A_second_writer_is_refused_until_the_first_one_is_gone(IBackend backend)
    {
        string directory = _folder["archive"];
        using (IArticleIndexWriter first = backend.OpenWriter(directory))
        {
            Assert.Equal("index_locked", Assert.Throws<IndexException>(() => backend.OpenWriter(directory)).Code);
            first.Add(Article("1"));
            first.Commit(None);
        }

        using IArticleIndexWriter second = backend.OpenWriter(directory);
        Assert.Equal(ArticleOutcome.Unchanged, second.Add(Article("1")));
        Assert.Equal("index_locked", Assert.Throws<IndexException>(() => backend.OpenWriter(directory)).Code);
    }

    [Theory, EveryBackend]
    public void Merged_or_not_an_archive_answers_the_same_and_is_sound(IBackend backend)
    {
        Article[] articles = [.. Enumerable.Range(0, 500).Select(number => Article($"{number:D3}") with { Text = $"number {number} of {number % 7} kinds" })];
        Commit(backend, _folder["loose"], None, articles);
        using (IArticleIndexWriter writer = backend.OpenWriter(_folder["merged"], merge: true))
        {
            Array.ForEach(articles, article => writer.Add(article));
            writer.Commit(None);
        }

        using IArticleIndex loose = backend.OpenIndex(_folder["loose"]), merged = backend.OpenIndex(_folder["merged"]);
        ArticleQuery query = new() { Root = Core.Queries.QueryParser.Parse("kinds 3").Root, Size = 100, Interval = Core.Searching.HistogramInterval.Year };
        ArticleMatches one = loose.Search(query, CancellationToken.None), other = merged.Search(query, CancellationToken.None);
        Assert.NotEqual(0, one.Total);
        Assert.Equal(one.Hits.Select(hit => (hit.Article.Id, hit.Score)), other.Hits.Select(hit => (hit.Article.Id, hit.Score)));
        Assert.All(["loose", "merged"], name => Assert.Empty(backend.Check(_folder[name], CancellationToken.None).Findings));
    }

    [Theory, EveryBackend]
    public void What_is_in_an_index_is_told_line_by_line(IBackend backend)
    {
        string directory = _folder["archive"];
        Commit(backend, directory, None, [Article("1") with { Title = "Ferries", Text = "Two ferries, one ferry." }]);
        Assert.NotEmpty(backend.Overview(directory));
        Assert.Contains(backend.Terms(directory, "text", "written", "fer"), line => line.Contains("ferries", StringComparison.Ordinal));
        Assert.Empty(backend.Terms(directory, "text", "written", "zzz"));
        Assert.NotEmpty(backend.Postings(directory, "text", "written", "ferries"));
        Assert.Throws<ArgumentException>(() => backend.Terms(directory, "nosuch", "written", "").ToList());
        Assert.Throws<ArgumentException>(() => backend.Terms(directory, "author.words", "word", "").ToList());
    }

    public void Dispose() => _folder.Dispose();

    private static Article Article(string id) => SmallArchive.Article(id, $"text of {id}");

    private static CommitResult Commit(IBackend backend, string directory, Dictionary<string, string> properties, Article[] articles)
    {
        using IArticleIndexWriter writer = backend.OpenWriter(directory);
        Array.ForEach(articles, article => writer.Add(article));
        return writer.Commit(properties);
    }
}
