using SearchService.Analysis;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

/// <summary>What a search allocates, its answer of ten hits included (about 450 bytes; a facet's adds up to 300), however many documents it finds.</summary>
public sealed class SearchAllocationTests
{
    /// <summary>Kind of query, bytes for the best ten and the total, bytes with two facets.</summary>
    public static TheoryData<string, int, int> Budgets => new()
    {
        { "term", 1_376, 2_208 },
        { "intersection", 1_632, 2_464 },
        { "union", 1_888, 2_720 },
        { "union of five", 2_368, 3_200 },
        { "phrase", 1_792, 2_624 },
        { "all", 976, 1_808 },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public void A_search_stays_within_its_budget(string kind, int bytes, int bytesWithFacets)
    {
        using var corpus = Corpus.Random(Seeds.Random(), 6_000);
        var search = new EngineSearch
        {
            Query = kind switch
            {
                "term" => Corpus.Word("a"),
                "intersection" => BooleanQuery.AllOf(Corpus.Word("a"), Corpus.Word("b")),
                "union" => BooleanQuery.AnyOf(Corpus.Word("a"), Corpus.Word("b"), Corpus.Word("c")),
                "union of five" => BooleanQuery.AnyOf(Corpus.Words.Take(5).Select(Corpus.Word)),
                "phrase" => new PhraseQuery(Corpus.Body, TermForm.Written, ["a", "b"]),
                _ => Query.All,
            },
        };
        var full = search with { Facets = [new FacetRequest(Corpus.Source), new FacetRequest(Corpus.Tags)] };

        Assert.InRange(Allocation.OfOneRun(() => corpus.Searcher.Search(search)), 0, bytes);
        Assert.InRange(Allocation.OfOneRun(() => corpus.Searcher.Search(full)), 0, bytesWithFacets);
    }
}
