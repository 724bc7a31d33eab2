using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>Finds who holds an office: "the minister" is the one called that before, or else after.</summary>
internal sealed class Offices(MarkedWords words, PersonTable people, PeopleLimits limits)
{
    /// <summary>Finds the holder.</summary>
    /// <param name="phrase">Definite, such as "the Florida senator"; what "a senator" says is nobody told of.</param>
    /// <param name="head">The token of the office in it.</param>
    /// <param name="parts">All rows of capitals of the text.</param>
    /// <param name="first">The first behind the phrase's beginning.</param>
    /// <returns>The number of a person, or -1.</returns>
    public int Find(TokenRange phrase, int head, ReadOnlySpan<NamePart> parts, int first)
    {
        if (words.Has(phrase.Start, WordTraits.Indefinite) || IsPlural(head) || !IsDefinite(phrase) || IsJoined(phrase.Start, head))
        {
            return -1;
        }

        int best = -1;
        int bestRank = 0;
        int least = Math.Max(0, first - (4 * limits.MentionsBack));
        for (int number = first - 1; number >= least; number--)
        {
            Weigh(number, parts[number], 1);
        }

        int most = Math.Min(parts.Length, first + limits.MentionsBack);
        for (int number = first; number < most && best < 0; number++)
        {
            Weigh(number, parts[number], 0);
        }

        return best;

        void Weigh(int number, in NamePart part, int before)
        {
            if (part.Person < 0 || part.Role.IsEmpty || PersonTable.Differ(people[part.Person].Gender, GenderOf(head)))
            {
                return;
            }

            int rank = Agreement(phrase, head, part);
            if (rank > bestRank)
            {
                (best, bestRank) = (part.Person, rank);
            }
        }
    }

    /// <summary>0 when the office is another, else more the more words agree.</summary>
    private int Agreement(TokenRange phrase, int head, in NamePart part)
    {
        bool isSame = false;
        int rank = 2;
        for (int token = part.Role.Start; token < part.Role.End && !isSame; token++)
        {
            isSame = words.Has(token, WordTraits.Office) && words.Words.IsSameOffice(words.Tokens.Of(token), words.Tokens.Of(head));
        }

        if (!isSame)
        {
            return 0;
        }

        // What the phrase says besides has to be said there too, where it says of what or of where: "the Florida senator", "Zas" of "the CSTO".
        for (int token = phrase.Start; token < phrase.End && !words.Tokens.Is(token, "and"); token++)
        {
            if (token == head || !words.IsCapital(token) || words.Has(token, WordTraits.Article) || (words.Has(token, WordTraits.Office) && !words.Has(token, WordTraits.People)) || words.Tokens[token].End - words.Tokens[token].Start < 2)
            {
                continue;
            }

            if (IsSaid(token, part))
            {
                rank += 2;
            }
            else if (words.Has(token, WordTraits.Place | WordTraits.People))
            {
                // Another country's president, or perhaps this one's whose country isn't told.
                rank--;
                if (NamesPlace(part.Role))
                {
                    return 0;
                }
            }
        }

        return rank;
    }

    private bool NamesPlace(TokenRange role)
    {
        for (int token = role.Start; token < role.End; token++)
        {
            if (words.IsCapital(token) && words.Has(token, WordTraits.Place | WordTraits.People))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSaid(int token, in NamePart part)
    {
        // Beside the role also "(D-Ohio)" or "of Ohio" behind the name.
        ReadOnlySpan<char> word = words.Tokens.WithoutPossessive(token);
        bool goesOn = part.End < words.Count && (words.IsMark(part.End, '(') || words.Tokens.Is(part.End, "of"));
        int end = Math.Min(words.Count, Math.Max(part.End, part.Role.End) + (goesOn ? 4 : 0));
        for (int at = Math.Min(part.Start, part.Role.Start); at < end && words.IsSameSentence(at, part.Start); at++)
        {
            ReadOnlySpan<char> other = words.Tokens.WithoutPossessive(at);
            int shared = word.CommonPrefixLength(other);
            if (words.IsCapital(at) && shared >= 3 && (shared == word.Length || shared == other.Length || shared >= 5))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDefinite(TokenRange phrase) =>
        (words.Has(phrase.Start, WordTraits.Article) || words.IsCapital(phrase.Start) || words.Words.IsInflected) && (words.Tokens[phrase.Start].Traits & TokenTraits.Possessive) == TokenTraits.None;

    // "the first lady and senator": another word is the first said.
    private bool IsJoined(int start, int head)
    {
        for (int token = start; token < head; token++)
        {
            if (words.Has(token, WordTraits.Join))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPlural(int head) => words.Tokens.Of(head) is [.., 's'] letters && letters.Length > 3 && !letters.EndsWith("ss");

    private Gender GenderOf(int head) => (words[head] & (WordTraits.Male | WordTraits.Female)) switch
    {
        WordTraits.Male => Gender.Male,
        WordTraits.Female => Gender.Female,
        _ => Gender.Unknown,
    };
}
