using System.Collections.Immutable;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Similar;

/// <summary>Whatever a backend takes for similar, what the seam promises of it holds.</summary>
[Needs(nameof(BackendCapabilities.Similarity))]
public sealed class SimilarRealArticles(UsNewsArchives archives)
{
    [Theory, EveryBackend]
    public void Never_the_same_story_of_others_one_article_each_and_the_most_similar_first(IBackend backend)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        Random random = Seeds.Random();
        int found = 0, ofStories = 0;
        for (int i = 0; i < 200; i++)
        {
            Article article = archive.Naive.Articles[random.Next(archive.Naive.Articles.Count)];
            int size = random.Next(1, 20);
            SimilarArticles similar = archive.Index.Similar(article.Id, size, TestContext.Current.CancellationToken)!;
            ImmutableArray<SimilarHit> hits = similar.Hits;
            string about = $"{article.Id}: {string.Join(' ', hits.Select(static hit => $"{hit.Article.Id} {hit.Article.StoryId} {hit.Score:R}"))}";
            Assert.Equal(archive.Index.State, similar.Index);
            Assert.True(hits.Length <= size && hits.All(static hit => hit.Score is > 0 and <= 1), about);
            Assert.True(hits.Select(static hit => hit.Article.StoryId).Append(article.StoryId).Distinct(StringComparer.Ordinal).Count() == hits.Length + 1, about);
            Assert.True(hits.Zip(hits.Skip(1)).All(static pair => pair.First.Score >= pair.Second.Score), about);
            ImmutableArray<SimilarHit> fewer = archive.Index.Similar(article.Id, size / 2, TestContext.Current.CancellationToken)!.Hits;
            Assert.True(fewer.Select(static hit => hit.Article.Id).SequenceEqual(hits.Take(size / 2).Select(static hit => hit.Article.Id)), about);
            found += hits.Length;
            ofStories += hits.Count(static hit => hit.Article.Story is not null);
        }

        Assert.True(found > 500 && ofStories > 20, $"{found} similar articles, {ofStories} of stories.");
    }
}
