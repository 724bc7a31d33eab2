using SearchService.Analysis.Stemming;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Stemming;

public sealed class SnowballStemmersTests
{
    private delegate int Stemmer(Span<char> letters, int length);

    // A few words for each way in which an ending goes or changes, with the stems that Snowball's reference implementation gives.
    [Theory]
    [InlineData("french")]
    [InlineData("german")]
    [InlineData("russian")]
    [InlineData("spanish")]
    public void Stems_are_those_of_the_reference_implementation(string language)
    {
        using var facts = new StreamReader(typeof(SnowballStemmersTests).Assembly.GetManifestResourceStream(language + ".txt")!);
        int count = 0;
        while (facts.ReadLine() is { } line)
        {
            string[] wordAndStem = line.Split(' ');
            string stem = Stem(language, wordAndStem[0]);
            Assert.True(wordAndStem[1] == stem, $"{wordAndStem[0]} became {stem}, not {wordAndStem[1]}");
            count++;
        }

        Assert.InRange(count, 350, 500);
    }

    [Theory]
    [InlineData("french", "l'élection>élect d'état>état qu'elle>elle aujourd'hui>aujourd'hui l'>l' palais>palais paris>paris naïve>naïv bijoux>bijou chevaux>cheval")]
    [InlineData("german", "häuser>haus haeuser>haus strasse>strass straße>strass system>system lehrerin>lehr kenntnisse>kenntnis quelle>quell bauer>bau putin's>putin")]
    [InlineData("russian", "ёлка>елк елка>елк выборы>выбор выборами>выбор президент>президент президента>президент лучшейше>лучш вс>вс")]
    [InlineData("spanish", "diciéndole>dic comprarlo>compr elecciones>eleccion elección>eleccion situacion>situacion dígame>digam averigüe>averigü sigue>sig")]
    public void Rules_of_a_language_alone(string language, string pairs)
    {
        foreach (string pair in pairs.Split(' '))
        {
            string[] wordAndStem = pair.Split('>');
            Assert.True(wordAndStem[1] == Stem(language, wordAndStem[0]), $"{wordAndStem[0]} became {Stem(language, wordAndStem[0])}, not {wordAndStem[1]}");
        }
    }

    [Theory]
    [InlineData("french", "gouvernement gouvernements", "élu élue élues", "parle parlait parlé parler", "national nationale nationaux nationales")]
    [InlineData("german", "wahl wahlen", "präsident präsidenten", "soldat soldaten", "russisch russische russischen russischer")]
    [InlineData("russian", "война войны войне войной войну", "солдат солдаты солдатами солдату", "российский российская российских российскому")]
    [InlineData("spanish", "elección elecciones", "presidente presidentes", "hablar hablaba hablaron hablando", "ruso rusa rusos rusas")]
    public void Inflections_of_a_word_share_a_stem(string language, params string[] families)
    {
        foreach (string family in families)
        {
            Assert.Single(family.Split(' ').Select(word => Stem(language, word)).Distinct());
        }
    }

    [Theory]
    [InlineData("french", "aeiouyâàëéêèïîôûùbcçdhlmnqrstuvxz'")]
    [InlineData("german", "aeiouyäöüßbcdhiklmnqrstuvxz'")]
    [InlineData("russian", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя")]
    [InlineData("spanish", "aeiouáéíóúüñbcdlmnqrstuvyz")]
    public void Any_letters_are_stemmed_within_their_room(string language, string letters)
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 50_000; round++)
        {
            string word = new([.. Enumerable.Range(0, 1 + random.Next(9)).Select(_ => letters[random.Next(random.Next(2) == 0 ? 8 : letters.Length)])]);
            string stem = Stem(language, word);
            Assert.InRange(stem.Length, 0, word.Length * 2);
            Assert.DoesNotContain(stem, char.IsUpper);
        }
    }

    private static string Stem(string language, string word)
    {
        Stemmer stemmer = language switch
        {
            "french" => FrenchStemmer.Stem,
            "german" => GermanStemmer.Stem,
            "russian" => RussianStemmer.Stem,
            _ => SpanishStemmer.Stem,
        };
        char[] letters = new char[word.Length * 2];
        word.CopyTo(0, letters, 0, word.Length);
        return new string(letters, 0, stemmer(letters, word.Length));
    }
}
