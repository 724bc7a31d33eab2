using System.Text;
using SearchService.Engine.Kernels;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Kernels;

public sealed class TermSketchTests
{
    [Fact]
    public void The_same_terms_pass_with_and_without_vectors()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 300; round++)
        {
            // Few letters and lengths, and blocks of zeros as where there are no terms, so that some blocks pass and some don't.
            var sketches = new uint[TermSketch.BlockLength * random.Next(6)];
            foreach (ref var sketch in sketches.AsSpan(random.Next(sketches.Length + 1)))
            {
                sketch = (uint)random.Next(1 << 8) | ((uint)random.Next(32) << 27);
            }

            var least = random.Next(TermSketch.MaxLength + 1);
            var filter = new SketchFilter(
                (uint)random.Next(1 << 8), random.Next(3), random.Next(4) - 1, least, random.Next(least, Math.Min(least + 3, TermSketch.MaxLength) + 1));
            for (var block = 0; block <= sketches.Length / TermSketch.BlockLength; block++)
            {
                var expected = TermSketch.FindBlockByTerm(sketches, block, filter, out var expectedPassing);
                Assert.Equal(expected, TermSketch.FindBlock(sketches, block, filter, out var passing));
                Assert.Equal(expectedPassing, passing);
            }
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("z", 1)]
    [InlineData("abba", 4)]
    [InlineData("жук", 3)]
    [InlineData("😀中é", 3)]
    [InlineData("e\u0301", 2)]
    [InlineData("counterrevolutionaries-and-others-still", 31)]
    public void A_sketch_has_the_letters_and_how_many_code_points(string term, int length)
    {
        var sketch = TermSketch.Of(Encoding.UTF8.GetBytes(term));
        Assert.Equal(length, (int)(sketch >> 27));
        Assert.Equal(term.EnumerateRunes().Aggregate(0u, (letters, rune) => letters | TermSketch.LetterOf(rune.Value)), sketch & ((1u << 27) - 1));
    }

    [Fact]
    public void The_letters_of_the_alphabet_are_told_apart()
    {
        Assert.Equal(26, Enumerable.Range('a', 26).Select(TermSketch.LetterOf).Distinct().Count());
    }
}
