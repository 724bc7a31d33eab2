using System.Text;
using SearchService.Ingestion.Encodings;

namespace SearchService.Ingestion.Tests.Encodings;

public sealed class MojibakeTests
{
    public static TheoryData<string> Texts() =>
    [
        "The mayor’s “new” plan — café included…",
        "Un été à Orléans, où le curé a mangé des œufs",
        "Über die Brücke führt ein schöner Weg",
        "Zwykła łódź w żółtym świetle",
        "Вчера в порту открылась выставка, сказал мэр",
        "Χθες στο λιμάνι άνοιξε μια έκθεση",
        "昨日、港で展覧会が始まりました",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_was_read_as_windows_1252_is_put_right(string text) => Assert.Equal((text, 0), Mended(Spoil(text, 1252)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_was_read_so_twice_is_put_right_twice(string text) => Assert.Equal((text, 0), Mended(Spoil(Spoil(text, 1252), 1252)));

    [Fact]
    public void What_was_read_as_windows_1251_is_put_right() =>
        Assert.Equal(("Вчера в порту открылась выставка", 0), Mended(Spoil("Вчера в порту открылась выставка", 1251)));

    [Theory]
    [MemberData(nameof(Texts))]
    [InlineData("AMANHÃ\u00A0É FERIADO")]
    [InlineData("ESPAÑA “MAÑANA” ÁÉ")]
    [InlineData("„Das macht Spaß“, sagte er »ganz groß«")]
    [InlineData("Il est né» – allé… «fiancé»")]
    [InlineData("НАТО» и США» — «Известия»")]
    [InlineData("Її «човен» і мої «ВІЙНИ» — ії")]
    [InlineData("5 °C, 3 m², £20, § 12, ½ · naïve")]
    [InlineData("SÃO PAULO, MARÅ“S, NOËL”")]
    [InlineData("nothing but ASCII")]
    public void Real_text_is_left_as_it_is(string text)
    {
        Mojibake.Finding? found = Mojibake.Examine(text);
        Assert.Equal((text, 0), (found?.Text ?? text, found?.Mended ?? 0));
    }

    [Fact]
    public void Quotation_marks_are_put_right_beside_letters_that_are_right() =>
        Assert.Equal(("the café’s “owner”", 0), Mended("the café" + Spoil("’s “owner”", 1252)));

    [Fact]
    public void Letters_that_could_be_meant_so_are_reported_and_left()
    {
        string text = Spoil("é à ü ö ä è ê", 1252) + " é";
        Mojibake.Finding found = Assert.NotNull(Mojibake.Examine(text));
        Assert.Equal((text, 0, 7), (found.Text, found.Mended, found.Left));
    }

    [Fact]
    public void The_excerpt_shows_the_place()
    {
        Mojibake.Finding found = Assert.NotNull(Mojibake.Examine(new string('x', 500) + Spoil("it’s", 1252)));
        Assert.Contains("itâ€™s", found.Excerpt, StringComparison.Ordinal);
        Assert.InRange(found.Excerpt.Length, 5, 100);
    }

    [Fact]
    public void Nothing_that_was_mended_could_have_been_anything_else()
    {
        // Whatever is changed, spoiling it again gives what there was: no letter is invented.
        Random random = SearchService.TestSupport.Seeds.Random();
        string letters = "aeioé àÃ©Â£â€™œ“”ÐŸÑ€ß»Åä…ñ\u00A0";
        for (int i = 0; i < 5000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => letters[random.Next(letters.Length)]));
            if (Mojibake.Examine(text) is { Mended: > 0, Left: 0 } found && found.Text.All(unit => unit < 0x80 || Spoil(unit.ToString(), 1252).Length > 1) && !text.Any(unit => unit >= 0x80 && found.Text.Contains(unit, StringComparison.Ordinal)))
            {
                Assert.Contains(text, (string[])[Spoil(found.Text, 1252), Spoil(Spoil(found.Text, 1252), 1252), Spoil(Spoil(Spoil(found.Text, 1252), 1252), 1252)]);
            }
        }
    }

    private static (string Text, int Left) Mended(string text) => Mojibake.Examine(text) is { } found ? (found.Text, found.Left) : (text, -1);

    private static string Spoil(string text, int codePage) => EncodingLabels.OfCodePage(codePage).GetString(Encoding.UTF8.GetBytes(text));
}
