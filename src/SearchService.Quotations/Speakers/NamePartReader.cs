namespace SearchService.Quotations.Speakers;

/// <summary>Finds the rows of capitalised words that may be names, and what stands around them.</summary>
/// <remarks>One pass over the tokens; what is looked at around a row is bounded.</remarks>
internal sealed class NamePartReader(MarkedWords words, NameShapes shapes, PartSurroundings around, PeopleLimits limits)
{
    private const int MostWordsOfAnOffice = 3;

    private int _next;

    /// <summary>Gets the row read last.</summary>
    public NamePart Current { get; private set; }

    /// <summary>Goes back to before the first row.</summary>
    public void Restart()
    {
        _next = 0;
        around.Restart();
    }

    /// <summary>Moves to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext()
    {
        while (_next < words.Count)
        {
            int token = _next;
            bool canBegin = words.IsCapital(token) && CanBegin(token);
            if (!canBegin && !(words.IsCapital(token) && IsLastNameToo(token)))
            {
                _next++;
                continue;
            }

            NamePart part = canBegin ? ReadWords(token) : ReadDoubtful(token);
            _next = Math.Max(part.End, token + 1);
            if (part.Words <= limits.WordsOfName && words.Tokens[part.End - 1].End - words.Tokens[part.Start].Start <= limits.LengthOfName)
            {
                around.Read(ref part);
                Current = part;
                return true;
            }
        }

        return false;
    }

    private static bool IsGivenAlone(WordTraits traits) => (traits & WordTraits.Given) != WordTraits.None && (traits & WordTraits.NotName) == WordTraits.None;

    private bool CanBegin(int token)
    {
        WordTraits traits = words[token];
        bool isGiven = (traits & WordTraits.Given) != WordTraits.None;
        if ((traits & WordTraits.NotName) != WordTraits.None && !isGiven
            && !((traits & WordTraits.SurnameToo) != WordTraits.None && FollowsTitle(token, (traits & WordTraits.Organization) != WordTraits.None)))
        {
            return false;
        }

        // "Will Donald Trump …?"
        if (isGiven && (traits & (WordTraits.Common | WordTraits.Verb)) != WordTraits.None && token + 1 < words.Count && IsGivenAlone(words[token + 1]) && words.IsCapital(token + 1))
        {
            return false;
        }

        return !shapes.IsGlued(token) && (!shapes.IsAcronym(token) || isGiven || shapes.IsInitials(token)) && (isGiven || !IsOfAnOffice(token));
    }

    // "генеральный секретарь Пакта Елена Ветрова": where cases tell what an office is of, it stands before the name without a comma.
    private bool IsOfAnOffice(int token)
    {
        if (!RussianForms.IsRussian(words.Tokens.Of(token)))
        {
            return false;
        }

        for (int given = token + 1; given <= token + MostWordsOfAnOffice && IsNextOfRow(given); given++)
        {
            if (IsGivenAlone(words[given]))
            {
                return IsNextOfRow(given + 1) && !RussianForms.IsPatronymic(words.Tokens.Of(given + 1));
            }
        }

        return false;

        bool IsNextOfRow(int next) => next < words.Count && words.IsCapital(next) && words.Tokens[next].FollowsSpace && words.IsSameSentence(token, next);
    }

    private bool FollowsTitle(int token, bool onlyHonorific)
    {
        int before = around.Before(token);
        return before >= 0 && words.IsCapital(before) && !shapes.IsPossessive(before)
            && words.Has(before, onlyHonorific ? WordTraits.Honorific : WordTraits.Title | WordTraits.Honorific);
    }

    // What a last name after a given one may be.
    private bool IsLastNameToo(int token) =>
        words.Has(token, WordTraits.SurnameToo | WordTraits.Place | WordTraits.People | WordTraits.Office)
        && !words.Has(token, WordTraits.Join | WordTraits.Article | WordTraits.Pronoun | WordTraits.Relative | WordTraits.Plural | WordTraits.PlacePrefix);

    private NamePart ReadDoubtful(int token)
    {
        PartTraits traits = PartTraits.Doubtful | (shapes.IsPossessive(token) || shapes.IsPossessiveMark(token + 1) ? PartTraits.Possessive : PartTraits.None);
        return new NamePart { Start = token, Last = token, End = token + 1, Suffix = token + 1, Words = 1, Person = -1, Traits = traits };
    }

    private NamePart ReadWords(int token)
    {
        NamePart part = new() { Start = token, Person = -1 };
        bool afterGiven = false;
        bool afterPerhaps = false;
        int at = token;
        while (true)
        {
            int end = EndOfWord(at, part.Words > 0, out bool isBeforeNoun);
            bool isInitial = shapes.IsInitial(at);
            WordTraits traits = words[at];
            if (part.Words == 0)
            {
                afterGiven = IsGivenAlone(traits);
                afterPerhaps = !afterGiven && (traits & WordTraits.Given) != WordTraits.None;
                part.Traits |= afterGiven ? PartTraits.Given : afterPerhaps ? PartTraits.PerhapsGiven : PartTraits.None;
                part.Traits |= (traits & WordTraits.Nominative) != WordTraits.None ? PartTraits.Nominative : PartTraits.None;
                part.Gender = (traits & WordTraits.Given) switch
                {
                    WordTraits.GivenMale => Gender.Male,
                    WordTraits.GivenFemale => Gender.Female,
                    _ => Gender.Unknown,
                };
            }

            part.Words++;
            part.Last = at;
            part.End = part.Suffix = end;
            part.Traits |= isInitial || shapes.IsDotted(at) ? PartTraits.Initial : PartTraits.None;
            if (isBeforeNoun)
            {
                part.Traits |= PartTraits.BeforeNoun;
                return part;
            }

            if (shapes.IsPossessive(end - 1) || shapes.IsPossessiveMark(end))
            {
                part.Traits |= PartTraits.Possessive;
                return part;
            }

            at = end;
            if ((isInitial || shapes.IsDotted(end - 1)) && words.IsMark(at, '.') && !words.Tokens[at].FollowsSpace)
            {
                at++;
                part.End = part.Suffix = at;
            }

            int next = WithoutParticles(at);
            if (next >= words.Count || !words.IsSameSentence(token, next) || !words.IsCapital(next) || !(words.Tokens[next].FollowsSpace || isInitial || next > at))
            {
                break;
            }

            // A first name again is another's beginning.
            if (words.Has(next, WordTraits.Suffix) || shapes.IsGlued(next) || words.Tokens.Of(next).SequenceEqual(words.Tokens.Of(token)) || !CanGoOn(next, afterGiven, afterPerhaps || isInitial || next > at))
            {
                break;
            }

            afterGiven |= IsGivenAlone(words[next]) && part.Words == 1 && isInitial;
            at = next;
            if (part.Words > limits.WordsOfName)
            {
                // No name; the rest of the row is run through without looking at it.
                while (at < words.Count && words.IsCapital(at) && words.IsSameSentence(token, at))
                {
                    at++;
                }

                part.End = at;
                return part;
            }
        }

        ReadSuffix(ref part);
        return part;
    }

    private bool CanGoOn(int token, bool afterGiven, bool afterPerhaps)
    {
        WordTraits traits = words[token];
        if (shapes.IsInitial(token))
        {
            return true;
        }

        if (shapes.IsAcronym(token) && (traits & WordTraits.Given) == WordTraits.None)
        {
            return shapes.IsAcronym(token - 1) && afterGiven && words.Tokens[token].End - words.Tokens[token].Start > 2 && (traits & WordTraits.NotName) == WordTraits.None;
        }

        if ((traits & WordTraits.NotName) == WordTraits.None || (traits & WordTraits.SurnameToo) != WordTraits.None && (afterGiven || afterPerhaps))
        {
            return true;
        }

        return afterGiven && (traits & (WordTraits.NeverName | WordTraits.Collective)) == WordTraits.None && !words.Tokens.Of(token).EndsWith("s");
    }

    /// <summary>After a word and what is joined to it by hyphens.</summary>
    private int EndOfWord(int token, bool isLater, out bool isBeforeNoun)
    {
        isBeforeNoun = false;
        int end = token + 1;
        for (int joined = 0; joined < 3 && end < words.Count && words.IsHyphen(end); joined++)
        {
            // "Jae-in" goes on small; what follows in "Trump-backed" is about him.
            if (!words.IsCapital(end + 1) && !(isLater && words.Tokens[end + 1].End - words.Tokens[end + 1].Start <= 3))
            {
                isBeforeNoun = true;
                return end;
            }

            end += 2;
        }

        return end;
    }

    private int WithoutParticles(int token)
    {
        int at = token;
        for (int particles = 0; particles < 3 && at < words.Count && words.IsSmall(at) && words.Has(at, WordTraits.Particle); particles++)
        {
            at += words.IsHyphen(at + 1) ? 2 : 1;
        }

        return at;
    }

    private void ReadSuffix(ref NamePart part)
    {
        int at = part.End;
        if (words.IsMark(at, ','))
        {
            at++;
        }

        if (at < words.Count && part.Words > 1 && words.IsCapital(at) && words.Has(at, WordTraits.Suffix) && words.IsSameSentence(part.Start, at))
        {
            part.Suffix = part.End;
            part.End = at + 1;
            part.Traits |= shapes.IsPossessive(at) ? PartTraits.Possessive : PartTraits.None;
            if (words.IsMark(at + 1, '.') && !words.Tokens[at + 1].FollowsSpace && words.Tokens.Of(at) is "Jr" or "Sr" && at + 2 < words.Count && words.IsSameSentence(at, at + 2))
            {
                part.End++;
            }
        }
    }

}
