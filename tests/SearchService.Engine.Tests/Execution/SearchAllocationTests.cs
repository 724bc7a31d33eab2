using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Queries;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

/// <summary>What a search allocates, its answer of ten hits included (about 600 bytes), however many documents it finds.</summary>
public sealed class SearchAllocationTests
{
    public static TheoryData<string, int> Budgets => new()
    {
        { "term", 3_072 },
        { "intersection", 4_096 },
        { "union", 5_120 },
        { "phrase", 4_608 },
        { "all", 2_560 },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public void A_search_stays_within_its_budget(string kind, int bytes)
    {
        using var corpus = Corpus.Random(Seeds.Random(), 6_000);
        var search = new EngineSearch
        {
            Query = kind switch
            {
                "term" => Corpus.Word("a"),
                "intersection" => BooleanQuery.AllOf(Corpus.Word("a"), Corpus.Word("b")),
                "union" => BooleanQuery.AnyOf(Corpus.Word("a"), Corpus.Word("b"), Corpus.Word("c")),
                "phrase" => new PhraseQuery(Corpus.Body, TermForm.Written, ["a", "b"]),
                _ => Query.All,
            },
        };

        Assert.InRange(Allocation.OfOneRun(() => corpus.Searcher.Search(search)), 0, bytes);
    }
}
