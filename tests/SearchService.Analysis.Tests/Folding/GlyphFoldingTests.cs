using SearchService.Analysis.Folding;

namespace SearchService.Analysis.Tests.Folding;

public sealed class GlyphFoldingTests
{
    [Theory]
    [InlineData("’‘ʼʻ‛＇`´", "''''''''")]
    [InlineData("“”„«»", "\"\"\"\"\"")]
    [InlineData("‐‑‒–—―−", "-------")]
    [InlineData("a\u00A0b\u2009c\u202Fd\u3000e", "a b c d e")]
    [InlineData("co\u00ADop\u200B\uFEFF\u200E\uFE0F", "coop")]
    [InlineData("Case, é and ＡＢ stay", "Case, é and ＡＢ stay")]
    [InlineData("", "")]
    public void Variants_of_a_glyph_fold_to_one(string text, string folded) => Assert.Equal(folded, GlyphFolding.Fold(text));

    [Fact]
    public void A_text_without_variants_is_returned_as_it_is()
    {
        string text = new("It's - \"so\".");
        Assert.Same(text, GlyphFolding.Fold(text));
    }

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            char folded = GlyphFolding.Fold((char)unit);
            Assert.True(folded is '\'' or '"' or '-' or ' ' || folded == unit);
            Assert.Equal(folded, GlyphFolding.Fold(folded));
        }
    }
}
