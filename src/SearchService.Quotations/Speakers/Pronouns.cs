namespace SearchService.Quotations.Speakers;

/// <summary>Says whom a pronoun stands for.</summary>
/// <remarks>
/// Every mention near before it is weighed: how far, whether it begins its sentence, is spoken by another, or only says whose something is; who
/// spoke last; who is named most. Men and women are told apart. The weights were set by reading; see the evaluation of speakers.
/// </remarks>
internal sealed class Pronouns(MarkedWords words, PersonTable people, SpeakerPhrases phrases, PeopleLimits limits)
{
    /// <summary>Paragraphs back in which somebody is looked for.</summary>
    private const int ParagraphsBack = 8;

    private const double Distance = 1.0;
    private const double ParagraphDistance = 0.6;
    private const double Subject = 2.0;
    private const double Speaker = 1.5;
    private const double Introduced = 1.0;
    private const double SpokeLast = 3.0;
    private const double SpokeBeforeAnother = 1.0;
    private const double SpeakerDistance = 1.0;
    private const double Quoted = -3.0;
    private const double Possessive = -1.0;
    private const double OfSomething = -1.0;
    private const double BeforeNoun = -2.0;
    private const double UnknownGender = -0.7;
    private const double NotKnown = -1.7;
    private const double Least = -7.0;

    /// <summary>Finds who is meant.</summary>
    /// <param name="token">The pronoun.</param>
    /// <param name="traits">Of the pronoun.</param>
    /// <param name="parts">All rows of capitals.</param>
    /// <param name="first">The first behind the pronoun.</param>
    /// <param name="spoken">Those who spoke, in the order they were asked for.</param>
    /// <param name="other">A speaker without a name of a person who is meant, when -1 is given.</param>
    /// <returns>The number of a person, or -1.</returns>
    public int Find(int token, WordTraits traits, ReadOnlySpan<NamePart> parts, int first, List<SpokenBefore> spoken, out SpokenBefore other)
    {
        other = new SpokenBefore(token, -1, null, null, WordTraits.None);
        if ((traits & WordTraits.Own) != WordTraits.None)
        {
            return -1;
        }

        SpokenBefore last = LastBefore(token, spoken, limits.SpeakersBack);
        if ((traits & (WordTraits.Plural | WordTraits.Thing)) != WordTraits.None && (traits & WordTraits.Pronoun) == WordTraits.None)
        {
            WordTraits wanted = (traits & WordTraits.Plural) != WordTraits.None ? WordTraits.Collective | WordTraits.Organization : WordTraits.Organization | WordTraits.Collective;
            other = last.Person < 0 && (last.Traits & wanted) != WordTraits.None ? last : other;
            return -1;
        }

        if ((traits & WordTraits.Relative) != WordTraits.None)
        {
            ReadOnlySpan<NamePart> before = parts[..first];
            return before.Length > 0 && token - before[^1].End <= limits.TokensOfRole && words.IsSameSentence(before[^1].Start, token) ? before[^1].Person : -1;
        }

        Gender gender = (traits & (WordTraits.Male | WordTraits.Female)) switch
        {
            WordTraits.Male => Gender.Male,
            WordTraits.Female => Gender.Female,
            _ => Gender.Unknown,
        };
        return Best(token, gender, parts, first, last, ref other);
    }

    private int Best(int token, Gender gender, ReadOnlySpan<NamePart> parts, int first, SpokenBefore last, ref SpokenBefore other)
    {
        int paragraph = words.Tokens.ParagraphOf(token);
        int best = -1;
        int nameless = -1;
        double bestWeight = Least;
        double spokeLast = SpokeLast;
        int spokenTo = SpokenTo(token, parts, first);
        int least = Math.Max(0, first - limits.MentionsBack);
        for (int number = first - 1; number >= least; number--)
        {
            ref readonly NamePart part = ref parts[number];
            int paragraphs = paragraph - words.Tokens.ParagraphOf(part.Start);
            if (paragraphs > ParagraphsBack)
            {
                break;
            }

            if (part.Person < 0)
            {
                // Somebody who speaks and whom nothing else tells to be a person.
                double named = Weight(part, words.SentencesBetween(part.Start, token), paragraphs) + NotKnown;
                if (IsSubject(part) && StandsAlone(part) && part.Is(PartTraits.Speaks) && !part.Is(PartTraits.InThing | PartTraits.Doubtful | PartTraits.Headline) && named > bestWeight)
                {
                    (best, nameless, bestWeight) = (-1, number, named);
                }

                continue;
            }

            if (part.Person == spokenTo || PersonTable.Differ(people[part.Person].Gender, gender))
            {
                continue;
            }

            double weight = Weight(part, words.SentencesBetween(part.Start, token), paragraphs);
            weight += people[part.Person].Gender == Gender.Unknown ? UnknownGender : 0;
            weight += part.Person == last.Person ? Math.Max(0, spokeLast - (SpeakerDistance * (paragraph - words.Tokens.ParagraphOf(last.At)))) : 0;
            weight += Math.Min(1, 0.1 * people[part.Person].Mentions);
            if (weight > bestWeight)
            {
                (best, nameless, bestWeight) = (part.Person, -1, weight);
            }

            // A later sentence is about another.
            if (part.Person != last.Person && IsSubject(part) && part.Start > last.At && !words.IsSameSentence(part.Start, last.At))
            {
                spokeLast = SpokeBeforeAnother;
            }
        }

        if (last.Person < 0 && (last.Traits & WordTraits.Office) != WordTraits.None && !PersonTable.Differ(GenderOf(last.Traits), gender))
        {
            int paragraphs = paragraph - words.Tokens.ParagraphOf(last.At);
            double weight = Subject + spokeLast - (Distance * Math.Min(4, words.SentencesBetween(last.At, token))) - (SpeakerDistance * paragraphs);
            if (weight > bestWeight && paragraphs < 2)
            {
                other = last;
                return -1;
            }
        }

        if (nameless >= 0)
        {
            other = new SpokenBefore(token, -1, phrases.Written(parts[nameless].Start, parts[nameless].End), null, WordTraits.None);
            return -1;
        }

        // Who spoke last and isn't named nearer.
        if (best < 0 && last.Person >= 0 && !PersonTable.Differ(people[last.Person].Gender, gender))
        {
            return last.Person;
        }

        return best;
    }

    /// <summary>Whom the pronoun's own verb is about: not Quill in "he told Quill".</summary>
    private int SpokenTo(int token, ReadOnlySpan<NamePart> parts, int first) =>
        first < parts.Length && parts[first].Start - token <= 4 && parts[first].Start - token >= 2 && words.IsSameSentence(token, parts[first].Start) && words.IsSmall(token + 1)
            ? parts[first].Person
            : -1;

    // Not "Friends said", nor the last word of "the Commission on Presidential Debates".
    private bool StandsAlone(in NamePart part) =>
        !(words.Tokens.StartsSentence(part.Start) && words.Tokens.Of(part.Start).EndsWith("s")) && (part.Start == 0 || part.Is(PartTraits.AfterTitle | PartTraits.AfterHonorific) || !words.IsCapital(part.Start - 1) || !words.IsSameSentence(part.Start - 1, part.Start));

    private static bool IsSubject(in NamePart part) => part.Is(PartTraits.Subject) && !part.Is(PartTraits.AfterJoin | PartTraits.Possessive | PartTraits.BeforeNoun);

    private static double Weight(in NamePart part, int sentences, int paragraphs)
    {
        double weight = -(Distance * Math.Min(4, sentences)) - (ParagraphDistance * paragraphs);
        weight += IsSubject(part) ? Subject : 0;
        weight += part.Is(PartTraits.Speaks) ? Speaker : 0;
        weight += part.Is(PartTraits.BeforeRole) ? Introduced : 0;
        weight += part.Is(PartTraits.Quoted) ? Quoted : 0;
        weight += part.Is(PartTraits.Possessive) ? Possessive : 0;
        weight += part.Is(PartTraits.AfterJoin) ? OfSomething : 0;
        weight += part.Is(PartTraits.BeforeNoun) ? BeforeNoun : 0;
        return weight;
    }

    private static Gender GenderOf(WordTraits traits) => (traits & (WordTraits.Male | WordTraits.Female)) switch
    {
        WordTraits.Male => Gender.Male,
        WordTraits.Female => Gender.Female,
        _ => Gender.Unknown,
    };

    private static SpokenBefore LastBefore(int token, List<SpokenBefore> spoken, int back)
    {
        for (int at = spoken.Count - 1; at >= Math.Max(0, spoken.Count - back); at--)
        {
            if (spoken[at].At < token)
            {
                return spoken[at];
            }
        }

        return new SpokenBefore(token, -1, null, null, WordTraits.None);
    }
}
