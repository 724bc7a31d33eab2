using SearchService.Conformance.Oracle;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Searching;

/// <summary>On real articles, what is found is what an engine finds that nobody here wrote.</summary>
public sealed class EqualsSqlite(UsNewsArchives archives)
{
    private const int Queries = 2_000;
    private const int Hits = 50;

    [Theory, EveryBackend]
    public void Matching_equals_SQLite_FTS5_where_both_mean_the_same(IBackend backend)
    {
        UsNewsArchive archive = archives.On(backend);
        using SqliteArchive sqlite = new(archive.Naive.Articles);
        QueryGenerator generator = new(archive.Naive.Articles, Seeds.Random());
        int compared = 0, withMatches = 0;
        for (int i = 0; i < Queries; i++)
        {
            GeneratedSearch search = generator.Search(archive.Index);
            if (search.Query.Root is { } root && SqliteArchive.Translate(root) is { } match)
            {
                HashSet<string> expected = sqlite.Search(match);
                ArticleMatches found = archive.Index.Search(new ArticleQuery { Root = root, Size = Hits }, TestContext.Current.CancellationToken);
                Assert.True(expected.Count == found.Total, $"{expected.Count} expected, {found.Total} found: {search} | {match}");
                Assert.True(found.Hits.Select(hit => hit.Article.Id).Distinct().Count(expected.Contains) == Math.Min(Hits, expected.Count), $"{search} | {match}");
                compared++;
                withMatches += expected.Count > 0 ? 1 : 0;
            }
        }

        Assert.True(compared > Queries / 10 && withMatches > compared / 2, $"Only {compared} queries could be compared, {withMatches} of them found something.");
    }
}
