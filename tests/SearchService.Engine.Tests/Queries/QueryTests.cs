using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Tests.Queries;

public sealed class QueryTests
{
    [Fact]
    public void Queries_with_the_same_content_are_equal() => Assert.All(Some().Zip(Some()), pair =>
    {
        Assert.Equal(pair.First, pair.Second);
        Assert.Equal(pair.First.GetHashCode(), pair.Second.GetHashCode());
    });

    [Fact]
    public void Queries_with_different_content_are_not() => Assert.Equal(Some().Count(), Some().Distinct().Count());

    [Fact]
    public void Impossible_queries_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseQuery(1, TermForm.Written, ["a"], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(Query.All, -0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostQuery(Query.All, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantQuery(Query.All, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BooleanQuery([], -1));
        var word = new TermQuery(1, TermForm.Word, "peace");
        Assert.Throws<ArgumentOutOfRangeException>(() => new NearQuery(word, word, -1));
        Assert.Throws<ArgumentException>(() => new NearQuery(word, new TermQuery(2, TermForm.Word, "peace"), 1));
        Assert.Throws<ArgumentException>(() => new NearQuery(word, Query.All, 1));
        Assert.Throws<ArgumentException>(() => new NearQuery(word, BooleanQuery.AllOf(word, word), 1));
        Assert.Throws<ArgumentException>(() => new NearQuery(word, new BooleanQuery(BooleanQuery.AnyOf(word, word).Clauses, 2), 1));
    }

    [Fact]
    public void A_query_prints_as_it_reads()
    {
        var query = new BooleanQuery(
        [
            new(new TermQuery(1, TermForm.Word, "peace"), Occur.Must),
            new(new BoostQuery(new PhraseQuery(1, TermForm.Written, ["in", "your", "house"], 2), 1.5), Occur.Should),
            new(new PrefixQuery(0, [TermForm.Written, TermForm.Folded], "wa"), Occur.MustNot),
            new(new KeywordQuery(2, ["x", "y"]), Occur.Filter),
        ]);

        Assert.Equal("(+1.Word:peace 1.Written:\"in your house\"~2^1.5 -0.Written|Folded:wa* #2:[x|y])", query.ToString());
    }

    private static IEnumerable<Query> Some() =>
    [
        new AllQuery(),
        new NoneQuery(),
        new TermQuery(1, TermForm.Word, "peace"),
        new TermQuery(1, TermForm.Written, "peace"),
        new TermQuery(2, TermForm.Word, "peace"),
        new TermQuery(1, TermForm.Word, "war"),
        new PhraseQuery(1, TermForm.Word, ["peace", "war"]),
        new PhraseQuery(1, TermForm.Word, ["war", "peace"]),
        new PhraseQuery(1, TermForm.Word, ["peacewar"]),
        new PhraseQuery(1, TermForm.Word, ["peace", "war"], 1),
        new NearQuery(new TermQuery(1, TermForm.Word, "peace"), new TermQuery(1, TermForm.Word, "war"), 1),
        new NearQuery(new TermQuery(1, TermForm.Word, "war"), new TermQuery(1, TermForm.Word, "peace"), 1),
        new NearQuery(new TermQuery(1, TermForm.Word, "peace"), new TermQuery(1, TermForm.Word, "war"), 2),
        new NearQuery(new TermQuery(1, TermForm.Word, "peace"), new TermQuery(1, TermForm.Word, "war"), 1, ordered: true),
        new PrefixQuery(1, [TermForm.Word], "peace"),
        new PrefixQuery(1, [TermForm.Word, TermForm.Folded], "peace"),
        new TermRangeQuery(1, TermForm.Word, "a"u8.ToArray(), "b"u8.ToArray(), true, true),
        new TermRangeQuery(1, TermForm.Word, "a"u8.ToArray(), "b"u8.ToArray(), true, false),
        new TermRangeQuery(1, TermForm.Word, null, "b"u8.ToArray(), true, true),
        new AutomatonQuery(1, [TermForm.Written], TermAutomaton.Wildcard("a*b", TermForm.Written, AutomatonOptions.Default)),
        new AutomatonQuery(1, [TermForm.Written], TermAutomaton.Regex("a?b", TermForm.Written, AutomatonOptions.Default)),
        new AutomatonQuery(1, [TermForm.Written, TermForm.Folded], TermAutomaton.Regex("a?b", TermForm.Written, AutomatonOptions.Default)),
        new AutomatonQuery(1, [TermForm.Written], TermAutomaton.Fuzzy("ab", 1, TermForm.Written, AutomatonOptions.Default)),
        new AutomatonQuery(1, [TermForm.Written], TermAutomaton.Fuzzy("ab", 2, TermForm.Written, AutomatonOptions.Default)),
        new KeywordQuery(3, ["a", "b"]),
        new KeywordQuery(3, ["ab"]),
        new NumberRangeQuery(4, 1, 2),
        new NumberRangeQuery(4, 1, 3),
        new MissingQuery(4),
        new BoostQuery(Query.All, 2),
        new ConstantQuery(Query.All, 2),
        BooleanQuery.AllOf(Query.All, Query.None),
        BooleanQuery.AnyOf(Query.All, Query.None),
        new BooleanQuery([new(Query.All, Occur.Should), new(Query.None, Occur.Should)], 2),
    ];
}
