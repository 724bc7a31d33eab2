namespace SearchService.Analysis.Stemming;

/// <summary>The Russian stemmer of Snowball, as published with Snowball 3.1.</summary>
/// <remarks>
/// Works in place and allocates nothing. Source: snowballstem.org/algorithms/russian/stemmer.html. Everything happens in RV,
/// which is what follows the first vowel; R2 is found as for other languages.
/// </remarks>
public static class RussianStemmer
{
    private const string Vowels = "аеиоуыэюя";

    private static readonly SuffixTable Gerunds = new("в вши вшись", "ив ивши ившись ыв ывши ывшись");

    private static readonly SuffixTable Adjectives = new(
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");

    private static readonly SuffixTable Participles = new("ем нн вш ющ щ", "ивш ывш ующ");

    private static readonly SuffixTable Verbs = new(
        "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");

    private static readonly SuffixTable Nouns = new(
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

    /// <summary>Stems one word.</summary>
    /// <param name="letters">A lower-case word, and as much room again; overwritten. Other than Russian letters count as consonants.</param>
    /// <param name="length">The word's length.</param>
    /// <returns>The stem's length: its letters are the first of <paramref name="letters"/>.</returns>
    public static int Stem(Span<char> letters, int length)
    {
        letters[..length].Replace('ё', 'е');
        var word = new SnowballWord(letters, length);
        int rv = word.Past(0, Vowels, isIn: true);
        if (rv < 0)
        {
            return length;
        }

        word.MarkRegions(Vowels);
        word.Rv = rv;
        if (!TryDrop(ref word, Gerunds))
        {
            if (word.EndsWith("ся", rv) || word.EndsWith("сь", rv))
            {
                word.Drop();
            }

            _ = TryDropAdjectival(ref word) || TryDrop(ref word, Verbs) || TryDropNoun(ref word);
        }

        if (word.EndsWith("и", rv))
        {
            word.Drop();
        }

        if ((word.EndsWith("ость", rv) || word.EndsWith("ост", rv)) && word.InR2)
        {
            word.Drop();
        }

        TidyUp(ref word);
        return word.Length;
    }

    /// <summary>Drops an ending: one of the table's first group after а or я, of its second after anything.</summary>
    private static bool TryDrop(ref SnowballWord word, SuffixTable table)
    {
        int group = word.Find(table, word.Rv);
        if (group < 0 || (group == 0 && !(word.Before > word.Rv && word[word.Before - 1] is 'а' or 'я')))
        {
            return false;
        }

        word.Drop();
        return true;
    }

    private static bool TryDropAdjectival(ref SnowballWord word)
    {
        if (word.Find(Adjectives, word.Rv) < 0)
        {
            return false;
        }

        word.Drop();
        TryDrop(ref word, Participles);
        return true;
    }

    private static bool TryDropNoun(ref SnowballWord word)
    {
        if (word.Find(Nouns, word.Rv) < 0)
        {
            return false;
        }

        word.Drop();
        return true;
    }

    /// <summary>Superlatives, a doubled н, and the soft sign.</summary>
    private static void TidyUp(ref SnowballWord word)
    {
        if (word.EndsWith("ейше", word.Rv) || word.EndsWith("ейш", word.Rv))
        {
            word.Drop();
        }
        else if (word.EndsWith("ь", word.Rv))
        {
            word.Drop();
            return;
        }

        if (word.EndsWith("нн", word.Rv))
        {
            word.DropFrom(word.Length - 1);
        }
    }
}
