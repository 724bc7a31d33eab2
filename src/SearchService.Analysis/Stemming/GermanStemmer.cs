namespace SearchService.Analysis.Stemming;

/// <summary>The German stemmer of Snowball, as published with Snowball 3.1.</summary>
/// <remarks>
/// Works in place and allocates nothing. Source: snowballstem.org/algorithms/german/stemmer.html. A u or y that acts as a
/// consonant is a capital while the word is worked on.
/// </remarks>
public static class GermanStemmer
{
    private const string Vowels = "aeiouyäöü";
    private const string BeforeS = "bdfghklmnrt";
    private const string BeforeSt = "bdfghklmnt";
    private const string BeforeEt = "dfgklmnrstUzä";

    private static readonly SuffixTable First = new("em", "ern er erin erinnen", "e en es", "s", "ln lns");
    private static readonly SuffixTable Second = new("en er est", "st", "et");
    private static readonly SuffixTable KeepEt = new("geordn intern plan tick tr");
    private static readonly SuffixTable Third = new("end ung", "ig ik isch", "lich heit", "keit");
    private static readonly SuffixTable BeforeKeit = new("lich ig");
    private static readonly SuffixTable Apostrophes = new("'s 'sch '");

    /// <summary>Stems one word.</summary>
    /// <param name="letters">A lower-case word, and as much room again; overwritten. Other than German letters count as consonants.</param>
    /// <param name="length">The word's length.</param>
    /// <returns>The stem's length: its letters are the first of <paramref name="letters"/>.</returns>
    public static int Stem(Span<char> letters, int length)
    {
        var word = new SnowballWord(letters, length);
        MarkConsonants(in word);
        WriteUmlauts(ref word);
        word.R1 = word.R2 = word.Length;
        if (word.Length >= 3)
        {
            word.MarkRegions(Vowels);
            word.R1 = Math.Max(word.R1, 3);
        }

        Step1(ref word);
        Step2(ref word);
        Step3(ref word);
        if (word.Find(Apostrophes) >= 0 && word.Before > 1)
        {
            word.Drop();
        }

        return Finish(word.Letters, letters);
    }

    private static void MarkConsonants(in SnowballWord word)
    {
        for (int i = 1; i < word.Length - 1; i++)
        {
            if (word[i] is 'u' or 'y' && Vowels.Contains(word[i - 1]) && Vowels.Contains(word[i + 1]))
            {
                word.Set(i, word[i] == 'u' ? 'U' : 'Y');
            }
        }
    }

    private static void WriteUmlauts(ref SnowballWord word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            char next = word[i + 1];
            switch (word[i])
            {
                case 'ß':
                    word.Widen(i++, 's', 's');
                    break;
                case 'q' when next == 'u':
                    i++;
                    break;
                case 'a' or 'o' or 'u' when next == 'e':
                    word.Set(i, word[i] switch { 'a' => 'ä', 'o' => 'ö', _ => 'ü' });
                    word.Remove(i + 1);
                    break;
            }
        }
    }

    private static void Step1(ref SnowballWord word)
    {
        int group = word.Find(First);
        if (group < 0 || !word.InR1)
        {
            return;
        }

        switch (group)
        {
            case 0 when word.Follows("syst"):
            case 3 when word.Before == 0 || !BeforeS.Contains(word[word.Before - 1]):
                break;
            case 4:
                word.Replace("l");
                break;
            default:
                word.Drop();
                if (group == 2 && word.EndsWith("niss"))
                {
                    word.DropFrom(word.Length - 1);
                }

                break;
        }
    }

    private static void Step2(ref SnowballWord word)
    {
        int group = word.Find(Second);
        if (group < 0 || !word.InR1)
        {
            return;
        }

        char before = word[word.Before - 1];
        bool goes = group switch
        {
            0 => true,
            1 => BeforeSt.Contains(before) && word.Before >= 4,
            _ => BeforeEt.Contains(before) && KeepEt.Find(word.Letters[..word.Before], out _) < 0,
        };
        if (goes)
        {
            word.Drop();
        }
    }

    private static void Step3(ref SnowballWord word)
    {
        int group = word.Find(Third);
        if (group < 0 || !word.InR2 || (group == 1 && word.Follows("e")))
        {
            return;
        }

        word.Drop();
        bool goesOn = group switch
        {
            0 => word.EndsWith("ig") && !word.Follows("e") && word.InR2,
            2 => (word.EndsWith("er") || word.EndsWith("en")) && word.InR1,
            3 => word.Find(BeforeKeit) >= 0 && word.InR2,
            _ => false,
        };
        if (goesOn)
        {
            word.Drop();
        }
    }

    private static int Finish(ReadOnlySpan<char> word, Span<char> letters)
    {
        for (int i = 0; i < word.Length; i++)
        {
            letters[i] = word[i] switch { 'Y' => 'y', 'U' => 'u', 'ä' => 'a', 'ö' => 'o', 'ü' => 'u', char other => other };
        }

        return word.Length;
    }
}
