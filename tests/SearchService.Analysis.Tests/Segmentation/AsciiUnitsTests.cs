using SearchService.Analysis.Folding;
using SearchService.Analysis.Segmentation;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Segmentation;

public sealed class AsciiUnitsTests
{
    [Fact]
    public void Ascii_is_in_lower_case_with_its_glyph_variants_folded()
    {
        var units = new AsciiUnits();
        for (int unit = 0; unit < 0x80; unit++)
        {
            char lower = GlyphFolding.Fold(char.ToLowerInvariant((char)unit));

            units.Reset($"{(char)unit}");

            Assert.Equal((byte)lower, units.Padded[0]);
        }
    }

    [Fact]
    public void A_unit_above_ascii_is_an_apostrophe_a_space_or_left_to_the_tables()
    {
        var units = new AsciiUnits();
        for (int unit = 0x80; unit <= char.MaxValue; unit++)
        {
            units.Reset($"{(char)unit}");

            byte expected = (char)unit switch
            {
                '‘' or '’' => (byte)'\'',
                '“' or '”' or '–' or '—' or '…' or '\u00A0' => (byte)' ',
                _ => AsciiUnits.Other,
            };
            Assert.Equal(expected, units.Padded[0]);
        }
    }

    [Fact]
    public void Each_unit_has_its_byte_and_a_zero_ends_them_whatever_was_read_before()
    {
        Random random = Seeds.Random();
        var used = new AsciiUnits();
        for (int round = 0; round < 2_000; round++)
        {
            string text = RandomText.Next(random, maxLength: random.Next(8) == 0 ? 3_000 : 60, asciiShare: random.NextDouble());
            var fresh = new AsciiUnits();
            fresh.Reset(text);
            used.Reset(text);

            Assert.Equal(text.Length + AsciiUnits.Padding, used.Padded.Length);
            Assert.Equal(0, used.Padded[text.Length]);
            Assert.True(used.Padded[..text.Length].SequenceEqual(fresh.Padded[..text.Length]));
        }
    }
}
