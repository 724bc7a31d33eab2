namespace SearchService.Quotations.Speakers;

/// <summary>Sees what stands right before and behind a row of capitals.</summary>
internal sealed class PartSurroundings(MarkedWords words, NameShapes shapes, RoleReader roles)
{
    private int _sentence = -1;

    /// <summary>Goes back to before the first sentence.</summary>
    public void Restart() => _sentence = -1;

    /// <summary>The token before, over the full stop of an abbreviation; -1 at the sentence's start.</summary>
    public int Before(int token)
    {
        int before = token - 1;
        if (before > 0 && words.IsMark(before, '.') && !words.Tokens[before].FollowsSpace && words.IsSameSentence(before, token))
        {
            before--;
        }

        return before >= 0 && words.IsSameSentence(before, token) ? before : -1;
    }

    /// <summary>Notes what stands around a part; parts come in the order of the text.</summary>
    public void Read(ref NamePart part)
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
        if (shapes.IsPossessive(before))
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
            bool isOther = words.Has(after, WordTraits.Calendar | WordTraits.People | WordTraits.Join | WordTraits.Article | WordTraits.Pronoun | WordTraits.Suffix);
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
}
