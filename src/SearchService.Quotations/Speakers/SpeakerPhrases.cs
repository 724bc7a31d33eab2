using SearchService.Core.Articles;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>Takes phrases that name a speaker apart.</summary>
internal sealed class SpeakerPhrases(MarkedWords words, PeopleLimits limits)
{
    /// <summary>The tokens of a phrase, without what stands around its words.</summary>
    public TokenRange Trim(TextSpan phrase)
    {
        ArticleTokens tokens = words.Tokens;
        int start = tokens.At(Math.Max(0, phrase.Start));
        int end = start;
        while (end < tokens.Count && tokens[end].Start < phrase.End && end - start < limits.TokensOfPhrase)
        {
            end++;
        }

        while (start < end && !tokens[start].IsWord && tokens[start].Kind != TokenKind.Number)
        {
            start++;
        }

        while (end > start && tokens[end - 1].Kind is TokenKind.Punctuation or TokenKind.Quotation && !words.IsMark(end - 1, '.') && !words.IsMark(end - 1, ')'))
        {
            end--;
        }

        return new TokenRange(start, end);
    }

    /// <summary>Tells whether a phrase is a pronoun.</summary>
    public bool IsPronoun(TokenRange phrase, out WordTraits traits)
    {
        traits = words[phrase.Start];
        int end = phrase.Start + 1;
        return (end == phrase.End || !words.Tokens[end].IsWord || words.Has(end, WordTraits.Join | WordTraits.Pronoun))
            && (traits & (WordTraits.Pronoun | WordTraits.Relative | WordTraits.Plural | WordTraits.Thing | WordTraits.Own)) != WordTraits.None;
    }

    /// <summary>Finds the name a phrase is about: <c>Robby Mook</c> in "Clinton campaign manager Robby Mook", none in "Bush's spokesman".</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="parts">All rows of capitals of the text.</param>
    /// <param name="first">The first that ends behind the phrase's beginning.</param>
    /// <returns>The number of a part, or -1.</returns>
    public int HeadIn(TokenRange phrase, ReadOnlySpan<NamePart> parts, int first)
    {
        int nameless = -1;
        for (int number = first; number < parts.Length && parts[number].Start < phrase.End; number++)
        {
            ref readonly NamePart part = ref parts[number];
            if (!IsHead(phrase, part))
            {
                continue;
            }

            if (part.Person >= 0)
            {
                return number;
            }

            // A row nobody is known by is a name all the same where only people stand.
            if (nameless < 0 && !part.Is(PartTraits.Doubtful) && part.Is(PartTraits.AfterHonorific | PartTraits.AfterTitle | PartTraits.AfterOffice | PartTraits.BeforeRole | PartTraits.BeforePersonal | PartTraits.Given))
            {
                nameless = number;
            }
        }

        return nameless;
    }

    /// <summary>A phrase as a name for who speaks: without the article, what is told besides, and the capital of a sentence's beginning.</summary>
    public string? Named(TokenRange phrase)
    {
        int start = phrase.Start;
        bool hasArticle = words.Has(start, WordTraits.Article) && start + 1 < phrase.End && words.Tokens.Of(start) is not "some" and not "Some" && !IsNumeral(start);
        if (hasArticle)
        {
            start++;
        }

        int end = start;
        while (end < phrase.End && end - start < limits.TokensOfSpeaker && !EndsName(end, start))
        {
            end++;
        }

        while (end > start + 1 && end < phrase.End && words.Has(end - 1, WordTraits.Join | WordTraits.Article))
        {
            end--;
        }

        // "Several", "others": nobody.
        if (end == start || (!hasArticle && end == start + 1 && words.Has(start, WordTraits.Indefinite | WordTraits.Common) && !words.Has(start, WordTraits.Office | WordTraits.Collective | WordTraits.SurnameToo) && words.Tokens.Of(start) is not [_, >= 'A' and <= 'Z', ..]))
        {
            return null;
        }

        string name = Written(start, end);
        bool isBeginning = !hasArticle && words.IsCapital(start) && words.Tokens.StartsSentence(start)
            && words.Has(start, WordTraits.Collective | WordTraits.Office | WordTraits.OfficeWord | WordTraits.Common | WordTraits.Article | WordTraits.Pronoun)
            && (end == start + 1 || words.IsSmall(start + 1))
            && !words.Has(start, WordTraits.People | WordTraits.Place)
            && !(end == start + 1 && words.Has(start, WordTraits.SurnameToo))
            && words.Tokens.Of(start) is not [_, >= 'A' and <= 'Z', ..];
        return isBeginning ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    /// <summary>What the head of a phrase that names nobody may be.</summary>
    public WordTraits KindOf(TokenRange phrase, int office)
    {
        if (office >= 0)
        {
            bool isPlural = words.Tokens.Of(office) is [.., not 's', 's'] || words.Has(phrase.Start, WordTraits.Plural);
            return isPlural ? WordTraits.Collective : words[office] & (WordTraits.Male | WordTraits.Female | WordTraits.Office);
        }

        for (int token = phrase.Start; token < phrase.End; token++)
        {
            if (words.Has(token, WordTraits.Collective))
            {
                return WordTraits.Collective;
            }
        }

        return words.Tokens.Of(phrase.End - 1) is [.., 's'] ? WordTraits.Collective : WordTraits.Organization;
    }

    /// <summary>The words from one token to before another, divided by single spaces where they are divided, cut at the limit; no possessive at the end.</summary>
    public string Written(int start, int end)
    {
        ArticleTokens tokens = words.Tokens;
        int from = tokens[start].Start;
        int to = tokens[end - 1].End - (tokens.Of(end - 1).Length - tokens.WithoutPossessive(end - 1).Length);
        if (to - from > limits.LengthOfPhrase)
        {
            to = from + limits.LengthOfPhrase - (char.IsHighSurrogate(tokens.Text[from + limits.LengthOfPhrase - 1]) ? 1 : 0);
        }

        ReadOnlySpan<char> written = tokens.Text.AsSpan(from, to - from);
        for (int at = 0; at < written.Length; at++)
        {
            if (char.IsWhiteSpace(written[at]) && (written[at] != ' ' || (at + 1 < written.Length && char.IsWhiteSpace(written[at + 1]))))
            {
                return string.Join(' ', written.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return written.ToString();
    }

    private bool IsHead(TokenRange phrase, in NamePart part)
    {
        if (part.Start < phrase.Start && part.End > phrase.End)
        {
            return false;
        }

        // "Bush's spokesman", "Clinton aides", "the Trump Tower".
        int after = part.End;
        if (after < phrase.End)
        {
            bool isNoun = words.Tokens[after].IsWord && !words.Has(after, WordTraits.Join | WordTraits.Relative | WordTraits.Verb | WordTraits.Particle | WordTraits.Article | WordTraits.Calendar | WordTraits.Pronoun | WordTraits.Thing) && !IsAdverb(after);
            if (part.Is(PartTraits.Possessive) || isNoun || words.IsHyphen(after))
            {
                return false;
            }
        }

        // "an aide to Mr. Trump"; not the one a role was told before, as in "Secretary General of the CSTO Stanislav Zas".
        for (int token = part.Start - 1; token >= phrase.Start; token--)
        {
            WordTraits traits = words[token];
            if (words.IsMark(token, ',') || words.IsMark(token, ':'))
            {
                return true;
            }

            if (words.Tokens.Is(token, "and") || words.Tokens.Is(token, "&"))
            {
                continue;
            }

            if ((traits & WordTraits.Join) != WordTraits.None && !(words.IsSmall(token) && (traits & WordTraits.Particle) != WordTraits.None))
            {
                // A case tells the name apart from what stands after "из" or "в" in Russian.
                return (words.Words.IsInflected && token + 1 < part.Start && words.IsCapital(token + 1))
                    || (!part.Role.IsEmpty && part.Role.Contains(token) && part.Role.Start <= OfficeBefore(token, phrase.Start));
            }
        }

        return true;
    }

    /// <summary>The first office of a phrase if it begins it, with a capital or without an article; else -1.</summary>
    private int OfficeBefore(int join, int start)
    {
        if (words.Has(start, WordTraits.Indefinite))
        {
            return -1;
        }

        for (int token = start; token < join; token++)
        {
            if (words.Has(token, WordTraits.Office))
            {
                return token;
            }
        }

        return -1;
    }

    private bool EndsName(int token, int start)
    {
        if (token == start)
        {
            return false;
        }

        if (words.Has(token, WordTraits.Relative))
        {
            return true;
        }

        return words.Tokens[token].Kind switch
        {
            TokenKind.Punctuation => !words.IsHyphen(token) && words.Tokens.Of(token) is not "." and not "&" and not "/",
            _ => false,
        };
    }

    private bool IsNumeral(int token) => words.Tokens.Of(token) is "one" or "One" or "two" or "Two" or "three" or "Three" or "four" or "Four" or "five" or "Five" or "several" or "Several" or "many" or "Many" or "other" or "Other" or "another" or "Another";

    private bool IsAdverb(int token) => words.Tokens.Of(token).EndsWith("ly", StringComparison.Ordinal);
}
