using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Similar;

/// <summary>Articles that are about the same as another one.</summary>
[Needs(nameof(BackendCapabilities.Similarity))]
public sealed class ArticlesAboutTheSame(UsNewsArchives archives)
{
    private static readonly Article[] Articles =
    [
        Article("ferry", "The ferry Halcyon struck the harbour wall. Passengers of the ferry were unharmed.", "Ferry strikes wall"),
        Article("version", "The ferry Halcyon struck the harbour wall. Passengers were unharmed.") with { Story = "ferry" },
        Article("twice", "The ferry Halcyon struck the harbour wall. Passengers were unharmed. The ferry Halcyon struck the harbour wall. Passengers were unharmed.") with { Story = "ferry" },
        Article("inquiry", "An inquiry asks why the ferry Halcyon struck the wall of the harbour."),
        Article("inquiry again", "An inquiry asks why the ferry Halcyon struck the wall.") with { Story = "inquiry" },
        Article("wall", "The wall of the harbour is to be painted."),
        Article("wheat", "Wheat is dearer than last year, and bread with it."),
        Article("bread", "Bread is dearer than last year."),
        Article("figures", "1 2 3 2022 x y z"),
        Article("figures too", "1 2 3 2022 x y z"),
    ];

    [Theory, EveryBackend]
    public void The_most_similar_come_first_one_a_story_and_never_a_version_of_the_article_itself(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        SimilarArticles similar = archive.Index.Similar("ferry", 10, CancellationToken.None)!;
        Assert.Equal(["inquiry", "wall"], similar.Hits.Select(hit => ArticleOrStory(hit.Article)));
        Assert.Equal(1, similar.Index.Generation);
        Assert.All(similar.Hits, hit => Assert.InRange(hit.Score, 0.01, 1));
        Assert.True(similar.Hits[0].Score > similar.Hits[1].Score);
        Assert.Equal(["inquiry", "wall"], Similar(archive, "version", 10)); // though of its own story another version has more of its words
        Assert.Equal(["inquiry"], Similar(archive, "ferry", 1));
        Assert.Empty(Similar(archive, "ferry", 0));
    }

    [Theory]
    [EveryBackend("figures")]
    [EveryBackend("wheatless")]
    public void What_has_no_telling_word_that_others_have_is_like_nothing(IBackend backend, string id)
    {
        using SmallArchive archive = new(backend, [.. Articles, Article("wheatless", "Unheard."), Article("empty")]);
        Assert.Empty(Similar(archive, id, 10));
        Assert.Empty(Similar(archive, "empty", 10));
    }

    [Theory, EveryBackend]
    public void Headlines_alone_are_enough(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            Article("1", title: "Tram strike in Lisbon"), Article("2", title: "Lisbon: the tram strike ends"), Article("3", title: "Snow falls"), Article("4", title: "More snow"));
        Assert.Equal(["2"], Similar(archive, "1", 10));
        Assert.Equal(["4"], Similar(archive, "3", 10));
    }

    [Theory, EveryBackend]
    public void Words_are_compared_as_the_language_of_the_article_has_them(IBackend backend)
    {
        using SmallArchive archive = new(backend,
            Article("1", "Паромы снова ходят в гавань") with { Language = "ru" },
            Article("2", "Паром вернулся в гавань, гавани рады") with { Language = "ru" },
            Article("3", "Пшеница подорожала, хлеб тоже") with { Language = "ru" },
            Article("4", "The harbour is open"));
        Assert.Equal(["2"], Similar(archive, "1", 10));
    }

    [Theory, EveryBackend]
    public void There_is_nothing_like_what_is_not_there_and_too_much_is_refused(IBackend backend)
    {
        using SmallArchive archive = new(backend, Articles);
        ArticleSearch search = new(archive.Index);
        Assert.Null(search.Similar("Ferry", 5, CancellationToken.None));
        InvalidRequestException refused = Assert.Throws<InvalidRequestException>(() => search.Similar("ferry", new SearchLimits().MaxSimilar + 1, CancellationToken.None));
        Assert.Equal(("out_of_range", "size"), (refused.Code, refused.Parameter));
    }

    [Theory, EveryBackend]
    public void Of_real_articles_those_that_are_similar_have_the_same_topic_far_more_often_than_by_chance(IBackend backend)
    {
        UsNewsArchive real = archives.On(backend);
        Article[] articles = [.. real.Naive.Articles.Where(article => article.Topics.Count > 0)];
        double chance = articles.GroupBy(article => article.Topics[0]).Sum(topic => Math.Pow((double)topic.Count() / articles.Length, 2));
        Random random = Seeds.Random();
        int same = 0, all = 0;
        for (int i = 0; i < 200; i++)
        {
            Article article = articles[random.Next(articles.Length)];
            SimilarHit[] hits = [.. real.Index.Similar(article.Id, 5, TestContext.Current.CancellationToken)!.Hits];
            Assert.True(hits.Length <= 5 && hits.All(hit => hit.Article.Id != article.Id));
            Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Article.Id), hits.Select(hit => hit.Article.Id));
            same += hits.Count(hit => hit.Article.Topics.Contains(article.Topics[0]));
            all += hits.Length;
        }

        Assert.True(all > 300, $"Only {all} similar articles were found.");
        Assert.True((double)same / all > 5 * chance, $"{same} of {all} have the topic; by chance {chance:P1} have.");
    }

    private static Article Article(string id, string text = "", string title = "") => SmallArchive.Article(id, text, title);

    private static string ArticleOrStory(Article article) => article.Story ?? article.Id;

    private static string[] Similar(SmallArchive archive, string id, int size) =>
        [.. new ArticleSearch(archive.Index).Similar(id, size, CancellationToken.None)!.Hits.Select(hit => ArticleOrStory(hit.Article))];
}
