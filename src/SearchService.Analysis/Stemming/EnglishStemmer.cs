namespace SearchService.Analysis.Stemming;

/// <summary>The English stemmer of Snowball, "Porter2", as published with Snowball 3.1.</summary>
/// <remarks>
/// Works in place and allocates nothing. Source: M. F. Porter and R. Boulton, "The English (Porter2) stemming algorithm",
/// snowballstem.org/algorithms/english/stemmer.html. A step below is one step there; R1 and R2 are the regions after the
/// first and second vowel-consonant pair, as offsets into the word. A <c>y</c> that acts as a consonant is written
/// <c>Y</c> while the word is worked on.
/// </remarks>
public static class EnglishStemmer
{
    private const int ShortestStemmed = 3;

    /// <summary>Stems one word.</summary>
    /// <param name="word">Lower-case ASCII letters and apostrophes; overwritten. Other bytes count as consonants.</param>
    /// <returns>The stem's length: its bytes are the first of <paramref name="word"/>. Never more than the word's.</returns>
    public static int Stem(Span<byte> word)
    {
        if (word.Length < ShortestStemmed)
        {
            return word.Length;
        }

        if (StemExceptions.TryStem(word, out int length))
        {
            return length;
        }

        var stem = new StemBuffer(word);
        stem.MarkConsonants();
        stem.MarkRegions();
        Step1a(ref stem);
        if (!Step1b(ref stem))
        {
            DropEnding(ref stem);
        }

        Step1c(ref stem);
        Step2(ref stem);
        Step3(ref stem);
        Step4(ref stem);
        Step5(ref stem);
        return stem.Finish();
    }

    /// <summary>Possessives (the published step 0) and plurals.</summary>
    private static void Step1a(ref StemBuffer stem)
    {
        if (stem.EndsWith("'s'"u8) || stem.EndsWith("'s"u8) || stem.EndsWith("'"u8))
        {
            stem.DropSuffix();
        }

        if (stem.EndsWith("sses"u8))
        {
            stem.ReplaceSuffix("ss"u8);
        }
        else if (stem.EndsWith("ied"u8) || stem.EndsWith("ies"u8))
        {
            stem.ReplaceSuffix(stem.Before >= 2 ? "i"u8 : "ie"u8);
        }
        else if (!stem.EndsWith("us"u8) && !stem.EndsWith("ss"u8) && stem.EndsWith("s"u8) && stem.HasVowelBefore(stem.Before - 1))
        {
            stem.DropSuffix();
        }
    }

    /// <summary>-eed, and the exceptional words in -ing.</summary>
    /// <returns>Whether the step is done; else <c>ed</c>, <c>edly</c>, <c>ing</c> or <c>ingly</c> is the suffix at hand.</returns>
    private static bool Step1b(ref StemBuffer stem)
    {
        if (stem.EndsWith("eedly"u8) || stem.EndsWith("eed"u8))
        {
            if (stem.SuffixInR1 && !(stem.RestIs("proc"u8) || stem.RestIs("exc"u8) || stem.RestIs("succ"u8)))
            {
                stem.ReplaceSuffix("ee"u8);
            }

            return true;
        }

        if (stem.EndsWith("ingly"u8) || stem.EndsWith("edly"u8) || stem.EndsWith("ed"u8))
        {
            return false;
        }

        if (!stem.EndsWith("ing"u8))
        {
            return true;
        }

        if (stem.Before == 2 && stem.At(1) == 'y' && !stem.IsVowelAt(0))
        {
            // dying, lying, tying, vying
            stem.ReplaceWith(1, "ie"u8);
            return true;
        }

        return stem.RestIs("inn"u8) || stem.RestIs("out"u8) || stem.RestIs("cann"u8)
            || stem.RestIs("herr"u8) || stem.RestIs("earr"u8) || stem.RestIs("even"u8);
    }

    /// <summary>The rest of step 1b: drops -ed, -ing and their adverbs after a vowel, and mends what is left.</summary>
    private static void DropEnding(ref StemBuffer stem)
    {
        if (!stem.HasVowelBefore(stem.Before))
        {
            return;
        }

        stem.DropSuffix();
        if (stem.EndsWith("at"u8) || stem.EndsWith("bl"u8) || stem.EndsWith("iz"u8))
        {
            stem.Append((byte)'e');
        }
        else if (stem.EndsWithDouble())
        {
            if (!(stem.Length == 3 && stem.At(0) is (byte)'a' or (byte)'e' or (byte)'o'))
            {
                stem.DropLast();
            }
        }
        else if (stem.IsShort())
        {
            stem.Append((byte)'e');
        }
    }

    /// <summary>Final y after a consonant that isn't the first letter.</summary>
    private static void Step1c(ref StemBuffer stem)
    {
        int last = stem.Length - 1;
        if (last > 1 && stem.At(last) is (byte)'y' or (byte)'Y' && !stem.IsVowelAt(last - 1))
        {
            stem.ReplaceWith(last, "i"u8);
        }
    }

    private static void Step2(ref StemBuffer stem)
    {
        if (stem.Length < 3)
        {
            return;
        }

        switch (stem.At(stem.Length - 2))
        {
            case (byte)'a':
                _ = stem.TryInR1("ational"u8, "ate"u8) || stem.TryInR1("tional"u8, "tion"u8);
                break;
            case (byte)'c':
                _ = stem.TryInR1("enci"u8, "ence"u8) || stem.TryInR1("anci"u8, "ance"u8);
                break;
            case (byte)'e':
                _ = stem.TryInR1("izer"u8, "ize"u8);
                break;
            case (byte)'g':
                if (stem.EndsWith("ogi"u8) && stem.SuffixInR1 && stem.Before > 0 && stem.At(stem.Before - 1) == 'l')
                {
                    stem.ReplaceSuffix("og"u8);
                }

                break;
            case (byte)'l':
                Step2Adverbs(ref stem);
                break;
            case (byte)'o':
                _ = stem.TryInR1("ization"u8, "ize"u8) || stem.TryInR1("ation"u8, "ate"u8) || stem.TryInR1("ator"u8, "ate"u8);
                break;
            case (byte)'s':
                _ = stem.TryInR1("fulness"u8, "ful"u8) || stem.TryInR1("ousness"u8, "ous"u8)
                    || stem.TryInR1("iveness"u8, "ive"u8) || stem.TryInR1("alism"u8, "al"u8) || stem.TryInR1("ogist"u8, "og"u8);
                break;
            case (byte)'t':
                _ = stem.TryInR1("biliti"u8, "ble"u8) || stem.TryInR1("aliti"u8, "al"u8) || stem.TryInR1("iviti"u8, "ive"u8);
                break;
        }
    }

    private static void Step2Adverbs(ref StemBuffer stem)
    {
        bool found = stem.TryInR1("lessli"u8, "less"u8) || stem.TryInR1("entli"u8, "ent"u8) || stem.TryInR1("ousli"u8, "ous"u8)
            || stem.TryInR1("fulli"u8, "ful"u8) || stem.TryInR1("abli"u8, "able"u8) || stem.TryInR1("alli"u8, "al"u8)
            || stem.TryInR1("bli"u8, "ble"u8);
        if (!found && stem.EndsWith("li"u8) && stem.SuffixInR1 && stem.Before > 0
            && stem.At(stem.Before - 1) is (byte)'c' or (byte)'d' or (byte)'e' or (byte)'g' or (byte)'h' or (byte)'k'
                or (byte)'m' or (byte)'n' or (byte)'r' or (byte)'t')
        {
            stem.DropSuffix();
        }
    }

    private static void Step3(ref StemBuffer stem)
    {
        if (stem.TryInR1("ational"u8, "ate"u8) || stem.TryInR1("tional"u8, "tion"u8) || stem.TryInR1("alize"u8, "al"u8)
            || stem.TryInR1("icate"u8, "ic"u8) || stem.TryInR1("iciti"u8, "ic"u8) || stem.TryInR1("ical"u8, "ic"u8)
            || stem.TryInR1("ness"u8, ""u8) || stem.TryInR1("ful"u8, ""u8))
        {
            return;
        }

        if (stem.EndsWith("ative"u8) && stem.SuffixInR2)
        {
            stem.DropSuffix();
        }
    }

    private static void Step4(ref StemBuffer stem)
    {
        if (stem.Length < 3)
        {
            return;
        }

        bool found = stem.At(stem.Length - 1) switch
        {
            (byte)'l' => stem.EndsWith("al"u8),
            (byte)'e' => stem.EndsWith("ance"u8) || stem.EndsWith("ence"u8) || stem.EndsWith("able"u8) || stem.EndsWith("ible"u8)
                || stem.EndsWith("ate"u8) || stem.EndsWith("ive"u8) || stem.EndsWith("ize"u8),
            (byte)'r' => stem.EndsWith("er"u8),
            (byte)'c' => stem.EndsWith("ic"u8),
            (byte)'t' => stem.EndsWith("ement"u8) || stem.EndsWith("ment"u8) || stem.EndsWith("ent"u8) || stem.EndsWith("ant"u8),
            (byte)'m' => stem.EndsWith("ism"u8),
            (byte)'i' => stem.EndsWith("iti"u8),
            (byte)'s' => stem.EndsWith("ous"u8),
            (byte)'n' => stem.EndsWith("ion"u8) && stem.Before > 0 && stem.At(stem.Before - 1) is (byte)'s' or (byte)'t',
            _ => false,
        };
        if (found && stem.SuffixInR2)
        {
            stem.DropSuffix();
        }
    }

    private static void Step5(ref StemBuffer stem)
    {
        if (stem.EndsWith("e"u8))
        {
            if (stem.SuffixInR2 || (stem.SuffixInR1 && !stem.IsShortBefore(stem.Before)))
            {
                stem.DropSuffix();
            }
        }
        else if (stem.EndsWith("l"u8) && stem.SuffixInR2 && stem.At(stem.Before - 1) == 'l')
        {
            stem.DropSuffix();
        }
    }
}
