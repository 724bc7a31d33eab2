using SearchService.Core.Articles;
using SearchService.Core.Indexes;

namespace SearchService.Conformance.Building;

/// <summary>What a build says of its articles, and what comes back of them.</summary>
public sealed class BuildingGenerations
{
    [Theory, EveryBackend]
    public void An_article_comes_back_as_it_was_given(IBackend backend)
    {
        Article article = new()
        {
            Id = "a/1?ü",
            Url = "https://example.test/1",
            Title = "Ångström’s “harbour”",
            Source = "The Gull",
            Country = "GB",
            Stance = "critical",
            Date = ArticleDate.OfMonth(2023, 6),
            DateAsGiven = null,
            Authors = ["Ann Hall", "Юрий Ким"],
            Topics = ["sea", "law"],
            Language = "en",
            Text = "First.\n\nSecond 😀 paragraph.",
            Quotes = [new Quote { Parts = [new TextSpan(0, 3), new TextSpan(5, 6)], Text = "Fir t", Span = new TextSpan(0, 6), Speaker = "Ann", SpeakerRole = "Minister", SpeakerAs = "she", SpeakerSpan = new TextSpan(2, 5), Cue = "said", Kind = QuoteKind.Mixed }],
            People = ["Ann Lee", "Bo"],
            File = "a.jsonl",
            From = new ArticleOrigins
            {
                Title = ValueOrigin.JsonLd,
                Url = ValueOrigin.Meta,
                Source = ValueOrigin.Record,
                Country = ValueOrigin.Registry,
                Date = ValueOrigin.Page,
                Authors = ValueOrigin.Microdata,
                Language = ValueOrigin.Detected,
            },
        };
        using SmallArchive archive = new(backend, article);
        Assert.True(archive.Index.TryGet(article.Id, out Article? found, out IndexState state));
        Assert.Equivalent(article, found, strict: true);
        Assert.Equal((1, 1), (state.Generation, state.Articles));
        Assert.False(archive.Index.TryGet("a/1", out _, out _));
    }

    [Theory, EveryBackend]
    public void A_rebuild_says_what_changed(IBackend backend)
    {
        Article same = SmallArchive.Article("same", "It stays."), edited = SmallArchive.Article("edited", "Before."), gone = SmallArchive.Article("gone", "Here.");
        using SmallArchive archive = new(backend, same, edited, gone);
        Assert.All(archive.Outcomes, outcome => Assert.Equal(ArticleOutcome.Added, outcome));

        var outcomes = archive.Build([same with { File = "moved.csv" }, edited with { Text = "After." }, SmallArchive.Article("new"), same], out CommitResult commit);
        Assert.Equal([ArticleOutcome.Unchanged, ArticleOutcome.Updated, ArticleOutcome.Added, ArticleOutcome.Duplicate], outcomes);
        Assert.Equal(1, commit.Removed);
        Assert.Equal((2, 3), (commit.State.Generation, commit.State.Articles));
    }

    [Theory, EveryBackend]
    public void Readers_see_the_old_generation_until_they_refresh(IBackend backend)
    {
        using SmallArchive archive = new(backend, SmallArchive.Article("1", "old words"));
        archive.Build([SmallArchive.Article("2", "new words")], out _);
        Assert.Equal("1", archive.Ids("words"));
        Assert.True(archive.Index.Refresh());
        Assert.Equal("2", archive.Ids("words"));
        Assert.False(archive.Index.Refresh());
    }

    [Theory, EveryBackend]
    public void A_build_that_is_not_committed_leaves_the_index_that_was_there(IBackend backend)
    {
        TestSupport.TemporaryFolder folder = new();
        using (folder)
        {
            using (IArticleIndexWriter first = backend.OpenWriter(folder.Path))
            {
                first.Add(SmallArchive.Article("1", "old words"));
                first.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
            }

            using (IArticleIndexWriter second = backend.OpenWriter(folder.Path))
            {
                second.Add(SmallArchive.Article("2", "new words"));
                Assert.Equal("index_locked", Assert.Throws<IndexException>(() => backend.OpenWriter(folder.Path)).Code);
            }

            using IArticleIndex index = backend.OpenIndex(folder.Path);
            Assert.Equal((1, 1), (index.State.Generation, index.State.Articles));
        }
    }

    [Theory, EveryBackend]
    public void An_index_that_is_not_there_is_named_with_what_to_do(IBackend backend)
    {
        using TestSupport.TemporaryFolder folder = new();
        IndexException absent = Assert.Throws<IndexException>(() => backend.OpenIndex(folder["none"]));
        Assert.Equal("index_not_found", absent.Code);
        Assert.Contains("indexer build", absent.Message, StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public void The_description_says_what_is_in_it(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            SmallArchive.Article("1") with { Source = "Gull", Date = ArticleDate.OfYear(2022) },
            SmallArchive.Article("2") with { Source = "Gull", Date = ArticleDate.OfDay(new DateOnly(2023, 5, 6)) },
            SmallArchive.Article("3"));
        IndexDescription description = archive.Index.Describe();
        Assert.Equal((new DateOnly(2022, 1, 1), new DateOnly(2023, 5, 6)), (description.Earliest!.Value, description.Latest!.Value));
        Assert.Equal("by a test", description.Properties["made"]);
        Assert.Equal(1, description.Facets.Single(facet => facet.Field == "source").Missing);
        Assert.True(description.SizeInBytes > 0);
    }
}
