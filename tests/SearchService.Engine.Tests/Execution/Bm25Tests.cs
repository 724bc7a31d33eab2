using SearchService.Engine.Execution;
using SearchService.Engine.Segments;

namespace SearchService.Engine.Tests.Execution;

public sealed class Bm25Tests
{
    [Fact]
    public void A_worked_example_gives_the_score_computed_by_hand()
    {
        // 10 documents with the field, 40 tokens; the term is in 2 documents, 3 times in this one of 8 tokens.
        var idf = Bm25.Idf(10, 2);
        var length = Bm25.LengthTable(new FieldStatistics(10, 40), Enumerable.Range(0, 256).ToArray())[8];

        Assert.Equal(Math.Log(1 + (8.5 / 2.5)), idf, 15);
        Assert.Equal(1.2 * (0.25 + (0.75 * 2)), length, 15);
        Assert.Equal(idf * 3 / (3 + 2.1), Bm25.Score(idf, 3, length), 14);
    }

    [Fact]
    public void A_field_that_no_document_has_gives_finite_numbers()
    {
        Assert.All(Bm25.LengthTable(default, new int[256]), length => Assert.True(double.IsFinite(length)));
        Assert.True(double.IsFinite(Bm25.Idf(0, 0)));
    }
}
