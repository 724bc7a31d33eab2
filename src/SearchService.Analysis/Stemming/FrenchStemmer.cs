using System.Buffers;

namespace SearchService.Analysis.Stemming;

/// <summary>The French stemmer of Snowball, as published with Snowball 3.1.</summary>
/// <remarks>
/// Works in place and allocates nothing. Source: snowballstem.org/algorithms/french/stemmer.html. Elided articles and
/// pronouns go first (<c>l'élection</c> is <c>élection</c>). While the word is worked on, capitals are letters that act as
/// consonants, and <c>He</c> and <c>Hi</c> stand for ë and ï.
/// </remarks>
public static class FrenchStemmer
{
    private const string Vowels = "aeiouyâàëéêèïîôûù";
    private const string Elided = "cdjlmnstz";
    private const string BeforeOux = "bhjlnp";
    private const string KeepsS = "aiouès";

    private static readonly SearchValues<char> VowelValues = SearchValues.Create(Vowels);

    private static readonly SuffixTable Standard = new(
        "ance iqUe isme able iste eux ances iqUes ismes ables istes",
        "atrice ateur ation atrices ateurs ations",
        "logie logies",
        "usion ution usions utions",
        "ence ences",
        "ement ements",
        "ité ités",
        "if ive ifs ives",
        "eaux",
        "aux",
        "oux",
        "euse euses",
        "issement issements",
        "amment",
        "emment",
        "ment ments");

    private static readonly SuffixTable BeforeEment = new("iv", "eus", "abl iqU", "ièr Ièr");
    private static readonly SuffixTable BeforeIte = new("abil", "ic", "iv");

    private static readonly SuffixTable IVerbs = new(
        "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait"
        + " issant issante issantes issants isse issent isses issez issiez issions issons it");

    private static readonly SuffixTable Verbs = new(
        "ions",
        "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez eais",
        "âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions",
        "ais aise aises");

    private static readonly SuffixTable Residual = new("ion", "ier ière Ier Ière", "e");
    private static readonly SuffixTable Doubled = new("enn onn ett ell eill");

    /// <summary>Stems one word.</summary>
    /// <param name="letters">A lower-case word, and as much room again; overwritten. Other than French letters count as consonants.</param>
    /// <param name="length">The word's length.</param>
    /// <returns>The stem's length: its letters are the first of <paramref name="letters"/>.</returns>
    public static int Stem(Span<char> letters, int length)
    {
        var word = new SnowballWord(letters, length);
        DropElision(ref word);
        MarkConsonants(ref word);
        word.MarkRegions(Vowels);
        MarkRv(ref word);
        if (TryStandard(ref word) || TryIVerb(ref word) || TryVerb(ref word))
        {
            int last = word.Length - 1;
            if (word[last] is 'Y' or 'ç')
            {
                word.Set(last, word[last] == 'Y' ? 'i' : 'c');
            }
        }
        else
        {
            DropResidual(ref word);
        }

        if (word.Find(Doubled) >= 0)
        {
            word.DropFrom(word.Length - 1);
        }

        DropAccent(in word);
        return Finish(word.Letters, letters);
    }

    private static void DropElision(ref SnowballWord word)
    {
        int elided = Elided.Contains(word[0]) ? 1 : word[0] == 'q' && word[1] == 'u' ? 2 : 0;
        if (elided > 0 && word[elided] == '\'' && word.Length > elided + 1)
        {
            word.Remove(0, elided + 1);
        }
    }

    private static void MarkConsonants(ref SnowballWord word)
    {
        for (int i = 0; i < word.Length;)
        {
            char letter = word[i];
            char next = word[i + 1];
            if (IsVowel(letter) && ((next is 'u' or 'i' && IsVowel(word[i + 2])) || next == 'y'))
            {
                word.Set(i + 1, char.ToUpperInvariant(next));
            }
            else if (letter is 'ë' or 'ï')
            {
                word.Widen(i, 'H', letter == 'ë' ? 'e' : 'i');
            }
            else if (letter == 'y' && IsVowel(next))
            {
                word.Set(i, 'Y');
            }
            else if (letter == 'q' && next == 'u')
            {
                word.Set(i + 1, 'U');
            }
            else
            {
                i++;
            }
        }
    }

    private static void MarkRv(ref SnowballWord word)
    {
        ReadOnlySpan<char> letters = word.Letters;
        bool isListed = letters.StartsWith("par") || letters.StartsWith("col") || letters.StartsWith("tap")
            || (letters.StartsWith("ni") && IsVowel(word[2]));
        bool beginsWithVowels = IsVowel(word[0]) && IsVowel(word[1]) && word.Length > 2;
        int rv = isListed || beginsWithVowels ? 3 : word.Past(1, Vowels, isIn: true);
        word.Rv = rv < 0 ? word.Length : rv;
    }

    private static bool TryStandard(ref SnowballWord word)
    {
        switch (word.Find(Standard))
        {
            case 0 when word.InR2:
                word.Drop();
                return true;
            case 1 when word.InR2:
                word.Drop();
                if (word.EndsWith("ic"))
                {
                    DropOrReplace(ref word, "iqU");
                }

                return true;
            case 2 when word.InR2:
                word.Replace("log");
                return true;
            case 3 when word.InR2:
                word.Replace("u");
                return true;
            case 4 when word.InR2:
                word.Replace("ent");
                return true;
            case 5 when word.InRv:
                word.Drop();
                MendBeforeEment(ref word);
                return true;
            case 6 when word.InR2:
                word.Drop();
                MendBeforeIte(ref word);
                return true;
            case 7 when word.InR2:
                word.Drop();
                if (word.TryDropInR2("at") && word.EndsWith("ic"))
                {
                    DropOrReplace(ref word, "iqU");
                }

                return true;
            case 8:
                word.Replace("eau");
                return true;
            case 9 when word.InR1:
                word.Replace("al");
                return true;
            case 10 when word.Before > 0 && BeforeOux.Contains(word[word.Before - 1]):
                word.Replace("ou");
                return true;
            case 11 when word.InR2:
                word.Drop();
                return true;
            case 11 when word.InR1:
                word.Replace("eux");
                return true;
            case 12 when word.InR1 && word.Before > 0 && !IsVowel(word[word.Before - 1]):
                word.Drop();
                return true;

            // What is left of an adverb is most often a participle: the endings of verbs are looked for in it.
            case 13 when word.InRv:
                word.Replace("ant");
                return false;
            case 14 when word.InRv:
                word.Replace("ent");
                return false;
            case 15 when word.Before > word.Rv && IsVowel(word[word.Before - 1]):
                word.Drop();
                return false;
            default:
                return false;
        }
    }

    private static void MendBeforeEment(ref SnowballWord word)
    {
        switch (word.Find(BeforeEment))
        {
            case 0 when word.InR2:
                word.Drop();
                word.TryDropInR2("at");
                break;
            case 1 when word.InR2:
            case 2 when word.InR2:
                word.Drop();
                break;
            case 1 when word.InR1:
                word.Replace("eux");
                break;
            case 3 when word.InRv:
                word.Replace("i");
                break;
        }
    }

    private static void MendBeforeIte(ref SnowballWord word)
    {
        switch (word.Find(BeforeIte))
        {
            case 0:
                DropOrReplace(ref word, "abl");
                break;
            case 1:
                DropOrReplace(ref word, "iqU");
                break;
            case 2 when word.InR2:
                word.Drop();
                break;
        }
    }

    private static void DropOrReplace(ref SnowballWord word, string replacement)
    {
        if (word.InR2)
        {
            word.Drop();
        }
        else
        {
            word.Replace(replacement);
        }
    }

    private static bool TryIVerb(ref SnowballWord word)
    {
        if (word.Find(IVerbs, word.Rv) < 0 || word.Before <= word.Rv || word[word.Before - 1] == 'H' || IsVowel(word[word.Before - 1]))
        {
            return false;
        }

        word.Drop();
        return true;
    }

    private static bool TryVerb(ref SnowballWord word)
    {
        switch (word.Find(Verbs, word.Rv))
        {
            case 0 when word.InR2:
            case 1:
            case 3 when !IsNoVerb(word.Letters[..word.Before]):
                word.Drop();
                return true;
            case 2:
                word.DropFrom(word.Before > word.Rv && word.Follows("e") ? word.Before - 1 : word.Before);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether -ais after this belongs to the word: <c>palais</c>, <c>mauvais</c>, <c>déplais</c>.</summary>
    private static bool IsNoVerb(ReadOnlySpan<char> rest) => (rest.Length == 3 && rest.EndsWith("al")) || rest.EndsWith("auv") || rest.EndsWith("épl");

    private static void DropResidual(ref SnowballWord word)
    {
        if (word.EndsWith("s") && word.Before > 0 && (word.Follows("Hi") || !KeepsS.Contains(word[word.Before - 1])))
        {
            word.Drop();
        }

        switch (word.Find(Residual, word.Rv))
        {
            case 0 when word.InR2 && word.Before > word.Rv && word[word.Before - 1] is 's' or 't':
            case 2:
                word.Drop();
                break;
            case 1:
                word.Replace("i");
                break;
        }
    }

    /// <summary>é and è before the last consonants become e.</summary>
    private static void DropAccent(in SnowballWord word)
    {
        int last = word.Letters.LastIndexOfAny(VowelValues);
        if (last >= 0 && last < word.Length - 1 && word[last] is 'é' or 'è')
        {
            word.Set(last, 'e');
        }
    }

    private static int Finish(ReadOnlySpan<char> word, Span<char> letters)
    {
        int length = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char next = i + 1 < word.Length ? word[i + 1] : '\0';
            switch (word[i])
            {
                case 'H' when next is 'e' or 'i':
                    letters[length++] = next == 'e' ? 'ë' : 'ï';
                    i++;
                    break;
                case 'H':
                    break;
                default:
                    letters[length++] = char.ToLowerInvariant(word[i]);
                    break;
            }
        }

        return length;
    }

    private static bool IsVowel(char letter) => VowelValues.Contains(letter);
}
