using SearchService.Conformance.Oracle;
using SearchService.Core.Indexes;
using SearchService.TestSupport;

namespace SearchService.Conformance.Ranking;

/// <summary>On real articles, hits stand in the order of BM25, computed from lists, wherever scores differ by more than numbers of 32 bits can tell.</summary>
public sealed class RankedByBm25(UsNewsArchives archives)
{
    private const int Searches = 1_000;
    private const int Hits = 10;
    private const int MostScored = 60;
    private const double Tolerance = 1e-5;

    [Theory, EveryBackend]
    public void Articles_stand_in_the_order_of_their_scores(IBackend backend)
    {
        UsNewsArchive archive = archives.RichOn(backend);
        NaiveScores naive = new(archive.Naive);
        Dictionary<string, NaiveDocument> byId = archive.Naive.Documents.ToDictionary(document => document.Article.Id, StringComparer.Ordinal);
        QueryGenerator generator = new(archive.Naive.Articles, Seeds.Random());
        int compared = 0, ordered = 0;
        for (int i = 0; i < Searches; i++)
        {
            GeneratedSearch search = generator.Search(archive.Index);
            if (search.Query.Root is not { } root)
            {
                continue;
            }

            ArticleQuery query = new() { Root = root, Filters = search.Query.Filters, Size = Hits };
            ArticleMatches found = archive.Index.Search(query, TestContext.Current.CancellationToken);
            double[] scores = [.. found.Hits.Select(hit => naive.Of(root, byId[hit.Article.Id]))];
            if (scores.Length == 0 || scores.Any(double.IsNaN))
            {
                continue;
            }

            string about = $"{search}: {string.Join(' ', scores.Select(score => $"{score:R}"))} expected, {string.Join(' ', found.Hits.Select(hit => $"{hit.Article.Id}={hit.Score:R}"))} found";
            Assert.True(scores.Zip(found.Hits).All(pair => IsSame(pair.First, pair.Second.Score)), about);
            Assert.True(scores.Zip(scores.Skip(1)).All(pair => pair.First >= pair.Second || IsSame(pair.First, pair.Second)), about);
            if (found.Total <= MostScored && i % 4 == 0)
            {
                HashSet<string> shown = [.. found.Hits.Select(hit => hit.Article.Id)];
                NaiveDocument[] others = [.. archive.Naive.Matching(root, query.Filters).Where(document => !shown.Contains(document.Article.Id))];
                Assert.True(others.Select(document => naive.Of(root, document)).All(score => double.IsNaN(score) || score <= scores[^1] || IsSame(score, scores[^1])), $"A better one is left out: {about}");
            }

            compared++;
            ordered += scores.Zip(scores.Skip(1)).Count(pair => !IsSame(pair.First, pair.Second));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Searches} searches, scores of {compared} compared, {ordered} pairs of neighbours differ.");
        Assert.True(compared > Searches / 3 && ordered > 2 * Searches, $"Only {compared} of {Searches} searches and {ordered} pairs of neighbours could be compared.");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(55, 54)]
    [InlineData(57, 56)]
    [InlineData(1_000, 984)]
    public void A_length_is_rounded_as_a_norm_of_one_byte_rounds_it(int length, int rounded) => Assert.Equal(rounded, NaiveScores.AsNorm(length));

    private static bool IsSame(double one, double other) => Math.Abs(one - other) <= Tolerance * Math.Max(1e-3, Math.Max(Math.Abs(one), Math.Abs(other)));
}
