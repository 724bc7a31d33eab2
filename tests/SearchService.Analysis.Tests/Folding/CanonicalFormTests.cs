using SearchService.Analysis.Folding;
using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Tests.Folding;

public sealed class CanonicalFormTests
{
    // Cases of UAX #15 and of the Unicode Standard, section 3.11: composed form, decomposed form.
    [Theory]
    [InlineData("\u1E69", "s\u0323\u0307")]
    [InlineData("\u1E0B\u0323", "d\u0323\u0307")]
    [InlineData("\u1E9B\u0323", "\u017F\u0323\u0307")]
    [InlineData("\u212B", "A\u030A")]
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\uAC01", "\u1100\u1161\u11A8")]
    [InlineData("\uD4DB", "\u1111\u1171\u11B6")]
    [InlineData("\uD834\uDD5E", "\uD834\uDD57\uD834\uDD65")]
    public void A_character_decomposes_fully_and_in_order(string composed, string decomposed) =>
        Assert.Equal(decomposed, Text(Decompose(composed)));

    [Theory]
    [InlineData("s\u0307\u0323", "\u1E69")]
    [InlineData("d\u0307\u0323", "\u1E0D\u0307")]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uAC00\u11A8", "\uAC01")]
    [InlineData("\u0915\u093C", "\u0915\u093C")] // excluded from composition
    [InlineData("\u0308\u0301", "\u0308\u0301")]
    [InlineData("a\u0315\u0300", "\u00E0\u0315")]
    [InlineData("a\u0327\u0327\u0301", "\u00E1\u0327\u0327")]
    [InlineData("\u0B47\u0300\u0B3E", "\u0B47\u0300\u0B3E")] // blocked by the mark between
    public void Marks_compose_with_the_letter_they_are_not_blocked_from(string text, string composed)
    {
        List<int> points = Decompose(text);
        int[] array = [.. points];
        int length = CanonicalForm.Compose(array);
        Assert.Equal(composed, Text(array.Take(length)));
    }

    [Fact]
    public void Every_decomposition_composes_back_or_is_excluded()
    {
        int excluded = 0;
        for (int point = 0; point <= 0x10FFFF; point++)
        {
            var buffer = new CodePointBuffer();
            CanonicalForm.Decompose(point, buffer);
            if (buffer.Count > 1 || buffer.Points[0] != point)
            {
                int length = CanonicalForm.Compose(buffer.Points);
                bool back = length == 1 && buffer.Points[0] == point;
                excluded += back ? 0 : 1;
            }
        }

        // Full_Composition_Exclusion of DerivedNormalizationProps.txt, Unicode 15.0: 1,120 code points.
        Assert.Equal(1120, excluded);
    }

    private static List<int> Decompose(string text)
    {
        var buffer = new CodePointBuffer();
        for (int at = 0; at < text.Length;)
        {
            CanonicalForm.Decompose(CodePoints.Read(text, at, out int units), buffer);
            at += units;
        }

        CanonicalForm.Reorder(buffer.Points);
        return [.. buffer.Points];
    }

    private static string Text(IEnumerable<int> points) => string.Concat(points.Select(char.ConvertFromUtf32));
}
