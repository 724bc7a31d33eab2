using System.Collections.Immutable;
using SearchService.Conformance.Oracle;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.TestSupport;

namespace SearchService.Conformance.Searching;

/// <summary>On real articles, what an index answers is what a scan of every article finds: hits, pages, facets, histograms, stories.</summary>
public sealed class EqualsANaiveScan(UsNewsArchives archives)
{
    private const int Searches = 1_000;
    private const int MostWalked = 40;

    [Theory, EveryBackend]
    public void Totals_ids_pages_and_every_count_are_those_of_a_scan(IBackend backend)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        Random random = Seeds.Random();
        QueryGenerator generator = new(archive.Naive.Articles, random);
        int withMatches = 0, withMany = 0, walked = 0;
        for (int i = 0; i < Searches; i++)
        {
            GeneratedSearch search = generator.Search(archive.Index);
            ArticleQuery query = search.Query;
            NaiveDocument[] expected = [.. archive.Naive.Matching(query.Root, query.Filters)];
            ArticleMatches found = archive.Index.Search(query, TestContext.Current.CancellationToken);

            Assert.True(expected.Length == found.Total, $"{expected.Length} expected, {found.Total} found: {search}{Difference(archive, query, expected)}");
            Assert.Equal(query.Collapse == Collapse.Story ? new NaiveCounts(Collapse.Story).Of(expected) : null, found.Stories);
            if (expected.Length <= MostWalked || random.Next(100) == 0)
            {
                ImmutableArray<SearchHit> hits = AllPages(archive, query, found, expected.Length);
                AssertAreAll(expected, hits, query, search);
                AssertSkips(archive, query, hits, random);
            }

            Counted.AssertFacets(archive.Naive, query, found.Facets, search);
            Counted.AssertHistogram(archive.Naive, query, found.Histogram, expected, search);
            walked += expected.Length <= MostWalked ? 1 : 0;
            withMatches += expected.Length > 0 ? 1 : 0;
            withMany += expected.Length > 20 ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Searches} searches, {withMatches} found something, {withMany} more than 20, pages of {walked} were walked.");
        Assert.True(withMatches > Searches / 2 && withMany > Searches / 6, $"Only {withMatches} of {Searches} searches found anything, {withMany} many: the generator has lost its aim.");
    }

    private static string Difference(UsNewsArchive archive, ArticleQuery query, NaiveDocument[] expected)
    {
        HashSet<string> ids = [.. archive.Index.Search(query with { Size = 2_000, Collapse = Collapse.None }, CancellationToken.None).Hits.Select(hit => hit.Article.Id)];
        string[] missing = [.. expected.Select(document => document.Article.Id).Where(id => !ids.Contains(id)).Take(3)];
        string[] extra = [.. ids.Except(expected.Select(document => document.Article.Id)).Take(3)];
        return $" | not found: {string.Join(' ', missing)} | not expected: {string.Join(' ', extra)}";
    }

    private static ImmutableArray<SearchHit> AllPages(UsNewsArchive archive, ArticleQuery query, ArticleMatches first, int total)
    {
        ImmutableArray<SearchHit>.Builder hits = ImmutableArray.CreateBuilder<SearchHit>();
        int size = query.Size;
        for (ArticleMatches page = first; ;)
        {
            Assert.True(page.Hits.Length <= size);
            hits.AddRange(page.Hits);
            if (page.Last is not { } last)
            {
                return hits.DrainToImmutable();
            }

            Assert.Equal(size, page.Hits.Length);
            size = Math.Max(query.Size, total / 4); // pages may differ in size
            page = archive.Index.Search(query with { After = last, Size = size, Facets = [], Interval = null, Split = null }, TestContext.Current.CancellationToken);
            Assert.Equal((first.Total, first.Stories), (page.Total, page.Stories));
        }
    }

    private static void AssertAreAll(NaiveDocument[] expected, ImmutableArray<SearchHit> hits, ArticleQuery query, GeneratedSearch about)
    {
        Dictionary<string, NaiveDocument> byId = expected.ToDictionary(document => document.Article.Id, StringComparer.Ordinal);
        Assert.Equal(hits.Length, hits.Select(hit => hit.Article.Id).Distinct().Count());
        Assert.True(hits.All(hit => byId.ContainsKey(hit.Article.Id)), $"Hits that aren't expected: {about}");
        if (query.Collapse == Collapse.Story)
        {
            Dictionary<string, int> sizes = expected.CountBy(document => document.Article.StoryId).ToDictionary(StringComparer.Ordinal);
            Assert.Equal(sizes, hits.ToDictionary(hit => hit.Story!.Id, hit => hit.Story!.Matching!.Value, StringComparer.Ordinal));
        }
        else
        {
            Assert.Equal(expected.Length, hits.Length);
        }

        for (int i = 1; i < hits.Length; i++)
        {
            ArticleDate? before = hits[i - 1].Article.Date, date = hits[i].Article.Date;
            Assert.True(query.Sort switch
            {
                SortOrder.Relevance => hits[i - 1].Score >= hits[i].Score,
                SortOrder.Newest => date is null || before?.First >= date.Value.First,
                _ => date is null || before?.First <= date.Value.First,
            }, $"Hits {i - 1} and {i} are not in order: {about}");
            Assert.True(query.Sort == SortOrder.Relevance || hits[i].Score == 0);
        }
    }

    private static void AssertSkips(UsNewsArchive archive, ArticleQuery query, ImmutableArray<SearchHit> hits, Random random)
    {
        int skip = random.Next(hits.Length + 2);
        ArticleMatches page = archive.Index.Search(query with { Skip = skip, Size = random.Next(1, 10), Facets = [], Interval = null, Split = null }, TestContext.Current.CancellationToken);
        Assert.Equal(hits.Skip(skip).Take(page.Hits.Length).Select(hit => hit.Article.Id), page.Hits.Select(hit => hit.Article.Id));
        Assert.Equal(page.Last is null, skip + page.Hits.Length >= hits.Length);
    }
}
