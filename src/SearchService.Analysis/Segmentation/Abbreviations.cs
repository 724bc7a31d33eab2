using System.Collections.Frozen;

namespace SearchService.Analysis.Segmentation;

/// <summary>Knows the full stops of English news that end no sentence.</summary>
/// <remarks>
/// UAX #29 (section 5.3) leaves abbreviations to a list. A few kinds matter in news, told apart by what may follow them; the
/// lists hold the forms of the usual style books, without the last full stop, in the case they are printed in.
/// </remarks>
internal static class Abbreviations
{
    /// <summary>A name or a thing always follows: titles, ranks, and "e.g." and its kind.</summary>
    private static readonly FrozenSet<string> Leading = Set(
        "Mr Mrs Ms Mx Messrs Mme Mmes Mlle Dr Drs Prof Rev Fr Msgr Hon Pres Gov Govs Lt Sen Sens Rep Reps Sec Amb Atty Supt Det Insp",
        "Gen Maj Col Capt Cmdr Comdr Sgt Cpl Pvt Pfc Adm Brig Ens Spc Hr Sra Srta Mt Ft vs e.g i.e cf viz Ald Asst");

    /// <summary>A number follows, or the full stop ends the sentence: "No. 10", "pp. 3", "Jan. 5".</summary>
    private static readonly FrozenSet<string> BeforeNumber = Set(
        "No Nos no nos Vol vol Vols Fig fig Figs Art Arts Ch ch Pt p pp para Para Rm Ver ver Op ca Rs",
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");

    /// <summary>May stand within a sentence or end one: the word that follows decides.</summary>
    private static readonly FrozenSet<string> Either = Set(
        "Inc Corp Co Cos Ltd Bros Jr Sr Esq St Ste Ave Blvd Rd Hwy Univ Assn Assoc Dept Dist Div Est est al etc ed eds v approx",
        "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ind Kan Ky La Md Mass Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash",
        "Wis Wyo Ont Que Tue Tues Thu Thur Thurs Fri");

    /// <summary>Words that begin sentences far more often than they go on after an abbreviation.</summary>
    private static readonly FrozenSet<string> Openers = Set(
        "A After Again All Also Although Among An And Another Any Are As At Because Before Both But By Can Could Despite Did Do Does During Each",
        "Earlier Even Every Few For From Had Has Have He Her Here His How However I If In Indeed Instead Is It Its Just Last Later Like Many",
        "Meanwhile More Moreover Most Much My Neither Nevertheless Next No Nor Not Nothing Now Of On Once One Only Or Other Others Our Over",
        "Perhaps Several She Should Since So Some Soon Still Such Than That The Their Then There These They This Those Though Through Thus To",
        "Today Under Unlike Until Was We Were What When Where Whether Which While Who Why Will With Without Would Yes Yet You Your");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingWords = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberWords = BeforeNumber.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EitherWords = Either.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenerWords = Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Decides whether a sentence goes on after a full stop with white space behind it.</summary>
    /// <param name="sentence">The sentence up to the full stop, which is left out.</param>
    /// <param name="rest">What follows the white space; not empty.</param>
    /// <returns>Whether the full stop belongs to an abbreviation, an initial or a list's number, and the sentence goes on.</returns>
    public static bool Continue(ReadOnlySpan<char> sentence, ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> word = LastWord(sentence);
        if (word.IsEmpty || word[^1] == '.')
        {
            return false;
        }

        if (LeadingWords.Contains(word))
        {
            return true;
        }

        if (char.IsAsciiDigit(rest[0]))
        {
            return NumberWords.Contains(word) || EitherWords.Contains(word) || IsDotted(word);
        }

        if (word.Length == sentence.Length && word.Length <= 3 && !word.ContainsAnyExceptInRange('0', '9'))
        {
            // "1. The first point": the number of a list alone is no sentence.
            return true;
        }

        bool isInitial = word.Length == 1 && char.IsUpper(word[0]);
        return (isInitial || IsDotted(word) || EitherWords.Contains(word)) && char.IsLetter(rest[0]) && !OpensSentence(rest);
    }

    private static bool OpensSentence(ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        // "J. A. Smith": a letter with a full stop is an initial, whatever word it also is.
        bool isInitial = length == 1 && rest.Length > 1 && rest[1] == '.';
        return !isInitial && OpenerWords.Contains(rest[..length]);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> sentence)
    {
        int start = sentence.Length;
        while (start > 0 && (char.IsLetterOrDigit(sentence[start - 1]) || sentence[start - 1] == '.'))
        {
            start--;
        }

        return sentence[start..];
    }

    /// <summary>Whether a word is letters with full stops between them: U.S, a.m, Ph.D, D.C.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (!word.Contains('.'))
        {
            return false;
        }

        int run = 0;
        foreach (char unit in word)
        {
            run = unit == '.' ? 0 : run + 1;
            if (run > 2 || (unit != '.' && !char.IsLetter(unit)))
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenSet<string> Set(params ReadOnlySpan<string> lines)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            words.UnionWith(line.Split(' '));
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
