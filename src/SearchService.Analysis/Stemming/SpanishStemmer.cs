namespace SearchService.Analysis.Stemming;

/// <summary>The Spanish stemmer of Snowball, as published with Snowball 3.1.</summary>
/// <remarks>Works in place and allocates nothing. Source: snowballstem.org/algorithms/spanish/stemmer.html.</remarks>
public static class SpanishStemmer
{
    private const string Vowels = "aeiouáéíóúü";

    private static readonly SuffixTable Pronouns = new("me se sela selo selas selos la le lo las les los nos");
    private static readonly SuffixTable BeforePronouns = new("iéndo", "ándo", "ár", "ér", "ír", "ando iendo ar er ir", "yendo");
    private static readonly string[] WithoutAccent = ["iendo", "ando", "ar", "er", "ir"];

    private static readonly SuffixTable Standard = new(
        "anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos",
        "adora ador ación adoras adores aciones ante antes ancia ancias acion",
        "logía logías",
        "ución uciones ucion",
        "encia encias",
        "amente",
        "mente",
        "idad idades",
        "iva ivo ivas ivos");

    private static readonly SuffixTable BeforeAmente = new("iv", "os ic ad");
    private static readonly SuffixTable BeforeMente = new("ante able ible");
    private static readonly SuffixTable BeforeIdad = new("abil ic iv");
    private static readonly SuffixTable YVerbs = new("ya ye yan yen yeron yendo yo yó yas yes yais yamos");

    private static readonly SuffixTable Verbs = new(
        "en es éis emos",
        "arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré"
        + " irían irías irán irás iríais iría iréis iríamos iremos irá iré"
        + " aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían aran ieran asen iesen aron ieron ado ido ando iendo ió ar er ir as"
        + " abas adas idas ías aras ieras ases ieses ís áis abais íais arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos"
        + " áramos iéramos iésemos ásemos");

    private static readonly SuffixTable Residual = new("os a o á í ó", "e é");

    /// <summary>Stems one word.</summary>
    /// <param name="letters">A lower-case word, and as much room again; overwritten. Other than Spanish letters count as consonants.</param>
    /// <param name="length">The word's length.</param>
    /// <returns>The stem's length: its letters are the first of <paramref name="letters"/>.</returns>
    public static int Stem(Span<char> letters, int length)
    {
        var word = new SnowballWord(letters, length);
        word.MarkRegions(Vowels);
        MarkRv(ref word);
        DropPronoun(ref word);
        _ = TryStandard(ref word) || TryYVerb(ref word) || TryVerb(ref word);
        DropResidual(ref word);
        return Finish(word.Letters, letters);
    }

    private static void MarkRv(ref SnowballWord word)
    {
        if (word.Length < 2)
        {
            return;
        }

        bool first = Vowels.Contains(word[0]);
        bool second = Vowels.Contains(word[1]);
        int rv = !second ? word.Past(2, Vowels, isIn: true)
            : first ? word.Past(2, Vowels, isIn: false)
            : word.Length > 2 ? 3 : -1;
        word.Rv = rv < 0 ? word.Length : rv;
    }

    /// <summary>A pronoun after a gerund or infinitive, and the accent it brought.</summary>
    private static void DropPronoun(ref SnowballWord word)
    {
        if (word.Find(Pronouns) < 0)
        {
            return;
        }

        int pronoun = word.Before;
        int group = BeforePronouns.Find(word.Letters[..pronoun], out int length);
        int before = pronoun - length;
        if (group < 0 || before < word.Rv || (group == 6 && word[before - 1] != 'u'))
        {
            return;
        }

        word.DropFrom(pronoun);
        if (group < WithoutAccent.Length)
        {
            WithoutAccent[group].AsSpan().CopyTo(word.From(before));
        }
    }

    private static bool TryStandard(ref SnowballWord word)
    {
        int group = word.Find(Standard);
        if (group < 0 || !(group == 5 ? word.InR1 : word.InR2))
        {
            return false;
        }

        switch (group)
        {
            case 2:
                word.Replace("log");
                return true;
            case 3:
                word.Replace("u");
                return true;
            case 4:
                word.Replace("ente");
                return true;
        }

        word.Drop();
        switch (group)
        {
            case 1:
                word.TryDropInR2("ic");
                break;
            case 5:
                int kind = word.Find(BeforeAmente);
                if (kind >= 0 && word.InR2)
                {
                    word.Drop();
                    if (kind == 0)
                    {
                        word.TryDropInR2("at");
                    }
                }

                break;
            case 6 when word.Find(BeforeMente) >= 0 && word.InR2:
            case 7 when word.Find(BeforeIdad) >= 0 && word.InR2:
                word.Drop();
                break;
            case 8:
                word.TryDropInR2("at");
                break;
        }

        return true;
    }

    private static bool TryYVerb(ref SnowballWord word)
    {
        if (word.Find(YVerbs, word.Rv) < 0 || !word.Follows("u"))
        {
            return false;
        }

        word.Drop();
        return true;
    }

    private static bool TryVerb(ref SnowballWord word)
    {
        int group = word.Find(Verbs, word.Rv);
        if (group < 0)
        {
            return false;
        }

        word.DropFrom(group == 0 && word.Follows("gu") ? word.Before - 1 : word.Before);
        return true;
    }

    private static void DropResidual(ref SnowballWord word)
    {
        int group = word.Find(Residual);
        if (group < 0 || !word.InRv)
        {
            return;
        }

        word.Drop();
        if (group == 1 && word.EndsWith("u") && word.Follows("g") && word.InRv)
        {
            word.Drop();
        }
    }

    private static int Finish(ReadOnlySpan<char> word, Span<char> letters)
    {
        for (int i = 0; i < word.Length; i++)
        {
            letters[i] = word[i] switch { 'á' => 'a', 'é' => 'e', 'í' => 'i', 'ó' => 'o', 'ú' => 'u', char other => other };
        }

        return word.Length;
    }
}
