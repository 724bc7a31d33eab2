using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>Finds the rows of capitalised words that may be names, and what stands around them.</summary>
/// <remarks>One pass over the tokens; what is looked at around a row is bounded.</remarks>
internal sealed class NamePartReader(MarkedWords words, RoleReader roles, PeopleLimits limits)
{
    private int _next;
    private int _sentence = -1;

    /// <summary>Gets the row read last.</summary>
    public NamePart Current { get; private set; }

    /// <summary>Goes back to before the first row.</summary>
    public void Restart() => (_next, _sentence) = (0, -1);

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
            if (part.Words <= limits.WordsOfName)
            {
                LookAround(ref part);
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

        return !IsGlued(token) && (!IsAcronym(token) || isGiven || IsInitials(token));
    }

    private bool FollowsTitle(int token, bool onlyHonorific)
    {
        int before = Before(token);
        return before >= 0 && words.IsCapital(before) && !IsPossessive(before)
            && words.Has(before, onlyHonorific ? WordTraits.Honorific : WordTraits.Title | WordTraits.Honorific);
    }

    private bool IsPossessive(int token) => (words.Tokens[token].Traits & TokenTraits.Possessive) != TokenTraits.None;

    /// <summary>The token before, over the full stop of an abbreviation; -1 at the sentence's start.</summary>
    private int Before(int token)
    {
        int before = token - 1;
        if (before > 0 && words.IsMark(before, '.') && !words.Tokens[before].FollowsSpace && words.IsSameSentence(before, token))
        {
            before--;
        }

        return before >= 0 && words.IsSameSentence(before, token) ? before : -1;
    }

    // What a last name after a given one may be.
    private bool IsLastNameToo(int token) =>
        words.Has(token, WordTraits.SurnameToo | WordTraits.Place | WordTraits.People | WordTraits.Office)
        && !words.Has(token, WordTraits.Join | WordTraits.Article | WordTraits.Pronoun | WordTraits.Relative | WordTraits.Plural | WordTraits.PlacePrefix);

    private NamePart ReadDoubtful(int token)
    {
        PartTraits traits = PartTraits.Doubtful | (IsPossessive(token) || IsPossessiveMark(token + 1) ? PartTraits.Possessive : PartTraits.None);
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
            bool isInitial = IsInitial(at);
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
            part.Traits |= isInitial ? PartTraits.Initial : PartTraits.None;
            if (isBeforeNoun)
            {
                part.Traits |= PartTraits.BeforeNoun;
                return part;
            }

            if ((words.Tokens[end - 1].Traits & TokenTraits.Possessive) != TokenTraits.None || IsPossessiveMark(end))
            {
                part.Traits |= PartTraits.Possessive;
                return part;
            }

            at = end;
            if ((isInitial || IsDotted(end - 1)) && words.IsMark(at, '.') && !words.Tokens[at].FollowsSpace)
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
            if (words.Has(next, WordTraits.Suffix) || IsGlued(next) || words.Tokens.Of(next).SequenceEqual(words.Tokens.Of(token)) || !CanGoOn(next, afterGiven, afterPerhaps || isInitial || next > at))
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
        if (IsInitial(token))
        {
            return true;
        }

        if (IsAcronym(token) && (traits & WordTraits.Given) == WordTraits.None)
        {
            return IsAcronym(token - 1) && afterGiven && words.Tokens[token].End - words.Tokens[token].Start > 2 && (traits & WordTraits.NotName) == WordTraits.None;
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
            part.Traits |= (words.Tokens[at].Traits & TokenTraits.Possessive) != TokenTraits.None ? PartTraits.Possessive : PartTraits.None;
            if (words.IsMark(at + 1, '.') && !words.Tokens[at + 1].FollowsSpace && words.Tokens.Of(at) is "Jr" or "Sr" && at + 2 < words.Count && words.IsSameSentence(at, at + 2))
            {
                part.End++;
            }
        }
    }

    private void LookAround(ref NamePart part)
    {
        int sentence = words.Tokens[part.Start].Sentence;
        if (words.IsInHeadline(part.Start))
        {
            part.Traits |= PartTraits.Headline;
        }

        if (words.IsQuoted(part.Start))
        {
            part.Traits |= PartTraits.Quoted;
        }
        else if (sentence != _sentence && !part.Is(PartTraits.Doubtful))
        {
            _sentence = sentence;
            part.Traits |= PartTraits.Subject;
        }

        // Alone it is a last name as a rule, whatever given name it looks like.
        part.Gender = part.Words == 1 ? Gender.Unknown : part.Gender;
        LookBehind(ref part);
        LookAhead(ref part);
        roles.Read(ref part);
    }

    private void LookBehind(ref NamePart part)
    {
        int before = Before(part.Start);
        if (before < 0)
        {
            return;
        }

        if (before > 0 && words.IsHyphen(part.Start - 1))
        {
            part.Traits |= PartTraits.InThing;
            return;
        }

        // A particle that the last name begins with.
        if (words.IsSmall(before) && words.Has(before, WordTraits.Particle) && before > 0)
        {
            before = Before(before) is int earlier && earlier >= 0 ? earlier : before;
        }

        WordTraits traits = words[before];
        bool isCapital = words.IsCapital(before);
        if (IsPossessive(before))
        {
            return;
        }

        part.Traits |= traits switch
        {
            _ when (traits & WordTraits.Honorific) != WordTraits.None && isCapital => PartTraits.AfterHonorific,
            _ when (traits & WordTraits.Title) != WordTraits.None && isCapital => PartTraits.AfterTitle,
            _ when (traits & WordTraits.PlacePrefix) != WordTraits.None && isCapital => PartTraits.InThing,
            _ when (traits & WordTraits.Office) != WordTraits.None => PartTraits.AfterOffice,
            _ when (traits & WordTraits.Article) != WordTraits.None => PartTraits.AfterArticle,
            _ when (traits & WordTraits.Join) != WordTraits.None => PartTraits.AfterJoin,
            _ when (traits & WordTraits.ToOthers) != WordTraits.None && !isCapital => PartTraits.AfterJoin,
            _ when (traits & WordTraits.Verb) != WordTraits.None && !isCapital => PartTraits.Speaks,
            _ => PartTraits.None,
        };
        if ((traits & (WordTraits.Honorific | WordTraits.Office)) != WordTraits.None && (traits & WordTraits.Given) == WordTraits.None)
        {
            // "spokesman" is said of women too; "Mr." isn't.
            bool decides = part.Gender == Gender.Unknown || (traits & WordTraits.Honorific) != WordTraits.None;
            part.Gender = (traits & (WordTraits.Male | WordTraits.Female)) switch
            {
                WordTraits.Male when decides => Gender.Male,
                WordTraits.Female when decides => Gender.Female,
                _ => part.Gender,
            };
        }
    }

    private void LookAhead(ref NamePart part)
    {
        int after = part.End;
        if (after >= words.Count || !words.IsSameSentence(part.Start, after) || part.Is(PartTraits.Possessive))
        {
            return;
        }

        if (words.IsCapital(after))
        {
            // A day or a party's people may follow a name; another capital makes it part of something.
            bool isOther = words.Has(after, WordTraits.Calendar | WordTraits.People | WordTraits.Join | WordTraits.Article | WordTraits.Pronoun);
            part.Traits |= isOther ? PartTraits.None : PartTraits.InThing;
        }
        else if (words.Tokens[after].IsWord)
        {
            WordTraits traits = words[after];
            if ((traits & WordTraits.Verb) != WordTraits.None)
            {
                part.Traits |= PartTraits.Speaks;
            }
            else if ((traits & (WordTraits.Office | WordTraits.OfficeWord | WordTraits.Collective)) != WordTraits.None)
            {
                part.Traits |= PartTraits.BeforeNoun;
            }
        }
        else if (words.IsMark(after, '&'))
        {
            part.Traits |= PartTraits.InThing;
        }
    }

    private bool IsInitial(int token)
    {
        Token one = words.Tokens[token];
        return one.End - one.Start == 1 && words.IsMark(token + 1, '.') && !words.Tokens[token + 1].FollowsSpace;
    }

    /// <summary>Letters with full stops: <c>J.K</c>, <c>Jr</c> before its own.</summary>
    private bool IsDotted(int token)
    {
        ReadOnlySpan<char> letters = words.Tokens.Of(token);
        return letters.Length is >= 3 and <= 7 && letters[1] == '.';
    }

    private bool IsInitials(int token) =>
        (IsDotted(token) || words.Tokens[token].End - words.Tokens[token].Start == 2)
        && token + 1 < words.Count && !words.Has(token, WordTraits.NotName);

    private bool IsAcronym(int token)
    {
        ReadOnlySpan<char> letters = words.Tokens.WithoutPossessive(token);
        return letters.Length > 1 && !char.IsLower(letters[1]) && !char.IsLower(letters[^1]) && !(letters[1] is '\'' or '’');
    }

    // Two words that lost the space between them: "ClintonWarren", not "MacArthur" or "DeVos".
    private bool IsGlued(int token)
    {
        ReadOnlySpan<char> letters = words.Tokens.WithoutPossessive(token);
        for (int at = 4; at + 6 <= letters.Length; at++)
        {
            if (char.IsUpper(letters[at]) && char.IsLower(letters[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPossessiveMark(int token) =>
        token < words.Count && words.Tokens[token].Kind == TokenKind.Quotation && !words.Tokens[token].FollowsSpace
        && words.Tokens.Text[words.Tokens[token].Start] is '\'' or '’'
        && words.Tokens.Of(token - 1) is [.., 's' or 'z' or 'x']
        && token + 1 < words.Count && words.Tokens[token + 1].IsWord && !words.IsQuoted(token);
}
