using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Conformance.Ranking;

/// <summary>Weights multiply: a short query can ask for more than any number holds.</summary>
public sealed class HeavyWeights
{
    private const int Depth = 60;

    [Theory, EveryBackend]
    public void However_much_a_query_is_weighted_its_scores_are_numbers(IBackend backend)
    {
        using SmallArchive archive = new(backend, SmallArchive.Article("both", "red boat"), SmallArchive.Article("one", "red house"), SmallArchive.Article("none", "hill"));
        Assert.All(["red", "boat OR red", "\"red boat\"", "red NEAR boat", "re* OR boat"], query =>
        {
            string heavy = $"{new string('(', Depth)}{query}{string.Concat(Enumerable.Repeat(")^1000000", Depth))}";
            foreach (string weighted in new[] { heavy, $"({heavy})^0", $"{heavy} OR {heavy} OR hill" })
            {
                SearchResponse response = archive.Search(weighted);
                Assert.Contains("both", response.Hits.Select(static hit => hit.Article.Id));
                Assert.All(response.Hits, static hit => Assert.True(double.IsFinite(hit.Score) && hit.Score >= 0));
            }
        });
    }
}
