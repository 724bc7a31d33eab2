using System.Text;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("fr", "L'Élection présidentielle", "elect fr|presidentiel fr")]
    [InlineData("de", "Häuser der Straße", "haus de|der de|strass de")]
    [InlineData("ru", "Ёлки президента НАТО", "елк ru|президент ru|нат ru")]
    [InlineData("es", "Las elecciones", "las es|eleccion es")]
    [InlineData("it", "Città vecchie", "citta *|vecchie *")]
    [InlineData("en", "Cafés leaders", "cafe|leader")]
    [InlineData(null, "Cafés leaders", "cafe|leader")]
    public void The_language_decides_the_words(string? language, string text, string words) =>
        Assert.Equal(words, string.Join('|', Terms(TextAnalyzer.ForLanguage(language), text, TermForm.Word)));

    [Fact]
    public void Only_words_hang_on_the_language()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 300; round++)
        {
            string text = RandomText.Next(random, 60);
            foreach (string language in (string[])["de", "es", "fr", "ru", "it"])
            {
                TextAnalyzer analyzer = TextAnalyzer.ForLanguage(language);
                Assert.Equal(Terms(TextAnalyzer.English, text, TermForm.Written), Terms(analyzer, text, TermForm.Written));
                Assert.Equal(Terms(TextAnalyzer.English, text, TermForm.Folded), Terms(analyzer, text, TermForm.Folded));
                Assert.All(Terms(analyzer, text, TermForm.Word), word => Assert.InRange(Encoding.UTF8.GetByteCount(word), 1, LongTerms.MaxLength));
            }
        }
    }

    [Fact]
    public void No_two_languages_share_a_word()
    {
        string[] words = [.. ((string[])["de", "en", "es", "fr", "ru", "it"]).Select(language => Assert.Single(Terms(TextAnalyzer.ForLanguage(language), "Moskau", TermForm.Word)))];
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Fact]
    public void Numbers_are_not_stemmed() => Assert.Equal(["covid19en fr"], Terms(TextAnalyzer.ForLanguage("fr"), "Covid19en", TermForm.Word));

    [Fact]
    public void An_index_by_language_says_so() => Assert.NotEqual(TextAnalyzer.English.Name, TextAnalyzer.ForLanguage("en").Name);

    private static List<string> Terms(TextAnalyzer analyzer, string text, TermForm form)
    {
        List<string> terms = [];
        TokenReader reader = analyzer.CreateReader();
        reader.Reset(text);
        while (reader.Next())
        {
            terms.Add(Encoding.UTF8.GetString(reader.Term(form)));
        }

        return terms;
    }
}
