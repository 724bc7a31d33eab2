using SearchService.Analysis.Names;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Names;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("Хрущёв", TransliterationStyle.Press, "khrushchyov")]
    [InlineData("Зеленский", TransliterationStyle.Press, "zelensky")]
    [InlineData("Ельцин", TransliterationStyle.BgnPcgn, "yel’tsin")]
    [InlineData("Чайковский", TransliterationStyle.Iso9, "čajkovskij")]
    [InlineData("Зеленський", TransliterationStyle.Press, "zelensky")]
    [InlineData("Лукашэнка", TransliterationStyle.Press, "lukashenka")]
    [InlineData("Тоқаев", TransliterationStyle.Press, "toqaev")]
    [InlineData("Μητσοτάκης", TransliterationStyle.Press, "mitsotakis")]
    [InlineData("נתניהו", TransliterationStyle.Press, "ntnyhv")]
    [InlineData("القذافي", TransliterationStyle.Press, "alqdhafy")]
    [InlineData("Zas, 東京", TransliterationStyle.Press, "Zas, 東京")]
    public void Letters_become_those_of_the_system(string name, TransliterationStyle style, string expected) =>
        Assert.Equal(expected, Transliteration.ToLatin(name, style));

    [Fact]
    public void No_text_makes_it_fail()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(0x10000)));
            foreach (TransliterationStyle style in Enum.GetValues<TransliterationStyle>())
            {
                Assert.NotNull(Transliteration.ToLatin(text, style));
            }
        }
    }
}
