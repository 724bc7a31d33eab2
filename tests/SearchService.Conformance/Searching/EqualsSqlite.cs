using SearchService.Conformance.Oracle;
using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Searching;

/// <summary>On real articles, what is found is what an engine finds that nobody here wrote.</summary>
public sealed class EqualsSqlite(UsNewsArchives archives)
{
    private const int Queries = 600;

    [Theory, EveryBackend]
    public void Matching_equals_SQLite_FTS5_where_both_mean_the_same(IBackend backend)
    {
        UsNewsArchive archive = archives.On(backend);
        using SqliteArchive sqlite = new(archive.Naive.Articles);
        QueryGenerator generator = new(archive.Naive.Articles, Seeds.Random());
        int compared = 0;
        for (int i = 0; i < Queries; i++)
        {
            SearchRequest request = generator.Request() with { Filters = [], Facets = [] };
            SearchResponse response = archive.Search.Search(request, TestContext.Current.CancellationToken);
            if (QueryParser.Parse(response.Query.Read).Root is { } root && SqliteArchive.Translate(root) is { } match)
            {
                Assert.True(sqlite.Search(match).SetEquals(AllIds(archive, request, response)), $"{request.Query} | {match}");
                compared++;
            }
        }

        Assert.True(compared > Queries / 8, $"Only {compared} queries could be compared.");
    }

    private static List<string> AllIds(UsNewsArchive archive, SearchRequest request, SearchResponse first)
    {
        List<string> ids = [.. first.Hits.Select(hit => hit.Article.Id)];
        for (string? cursor = first.Next; cursor is not null;)
        {
            SearchResponse next = archive.Search.Search(request with { Cursor = cursor }, TestContext.Current.CancellationToken);
            ids.AddRange(next.Hits.Select(hit => hit.Article.Id));
            cursor = next.Next;
        }

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        return ids;
    }
}
