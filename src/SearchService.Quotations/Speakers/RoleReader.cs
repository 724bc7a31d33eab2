using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>Finds what is said beside a name of who the person is.</summary>
/// <remarks>Before it (<c>US Secretary of State</c>), else behind it (<c>, a political analyst in Tashkent,</c>). What it looks at is bounded.</remarks>
internal sealed class RoleReader(MarkedWords words, PeopleLimits limits)
{
    private const WordTraits InOffice = WordTraits.Office | WordTraits.OfficeWord | WordTraits.Title | WordTraits.People;

    /// <summary>Notes a part's role, and what else stands behind it that only people have.</summary>
    public void Read(ref NamePart part)
    {
        TokenRange before = part.Start > 0 && words.IsMark(part.Start - 1, ',') ? Apart(part) : Before(part.Start);
        TokenRange after = Behind(ref part);
        part.Role = before.IsEmpty ? after : before;
        part.Traits |= before.IsEmpty ? PartTraits.None : PartTraits.AfterOffice;
        if (part.Gender == Gender.Unknown)
        {
            part.Gender = GenderOf(before) is Gender.Unknown ? GenderOf(after) : GenderOf(before);
        }
    }

    /// <summary>The last noun for an office before the first word that begins another thing: <c>minister</c> in "foreign minister of Poland".</summary>
    /// <returns>Its token, or -1.</returns>
    public int HeadOf(TokenRange role)
    {
        int head = -1;
        for (int token = role.Start; token < role.End; token++)
        {
            if (words.Has(token, WordTraits.Office))
            {
                head = token;
            }
            else if (head >= 0 && (words.Has(token, WordTraits.Join | WordTraits.Relative) || words.Tokens[token].Kind == TokenKind.Punctuation) && !words.IsMark(token, '.') && !words.IsHyphen(token))
            {
                return head;
            }
        }

        return head;
    }

    /// <summary>How much a role says: "rival" or "Republican" less than "senator".</summary>
    public int Worth(TokenRange role)
    {
        int head = HeadOf(role);
        return head < 0 ? 0 : words.Has(head, WordTraits.OfThings | WordTraits.People) && !words.Has(head, WordTraits.Title) ? 1 : 2;
    }

    private Gender GenderOf(TokenRange role)
    {
        int head = HeadOf(role);
        return head < 0
            ? Gender.Unknown
            : (words[head] & (WordTraits.Male | WordTraits.Female)) switch
            {
                WordTraits.Male => Gender.Male,
                WordTraits.Female => Gender.Female,
                _ => Gender.Unknown,
            };
    }

    /// <summary>From an office right before the name back to where its phrase begins.</summary>
    private TokenRange Before(int name)
    {
        int end = name;
        int least = Math.Max(0, end - limits.TokensOfRole);
        int start = end;
        bool hasOffice = false;
        bool needsOffice = false;
        int honorifics = end;
        while (start > least && words.IsSameSentence(start - 1, name))
        {
            int token = start - 1;
            WordTraits traits = words[token];
            if (words.IsMark(token, '.') && !words.Tokens[token].FollowsSpace && start > least + 1 && words.IsCapital(token - 1) && Abbreviates(token - 1))
            {
                start -= 1;
                continue;
            }

            if (words.IsHyphen(token) || (words.Tokens[token].Kind == TokenKind.Punctuation && words.Tokens.Text[words.Tokens[token].Start] == '/'))
            {
                start--;
                continue;
            }

            if (!words.Tokens[token].IsWord || (traits & (WordTraits.Article | WordTraits.Verb | WordTraits.Pronoun | WordTraits.Relative | WordTraits.Own | WordTraits.Plural | WordTraits.Calendar)) != WordTraits.None)
            {
                // "the CSTO" inside "Secretary General of the CSTO".
                if ((traits & WordTraits.Article) != WordTraits.None && start < end && token > least && words.Has(token - 1, WordTraits.Join) && !hasOffice)
                {
                    start--;
                    continue;
                }

                break;
            }

            if ((words.Tokens[token].Traits & TokenTraits.Possessive) != TokenTraits.None)
            {
                break;
            }

            if ((traits & WordTraits.Join) != WordTraits.None)
            {
                // Only "of" goes on, and only from what an office can be of.
                if (start == end || !words.Tokens.Is(token, "of") || (hasOffice && !words.IsCapital(token + 1)))
                {
                    break;
                }

                needsOffice = true;
                start--;
                continue;
            }

            if ((traits & WordTraits.Honorific) != WordTraits.None && words.IsCapital(token))
            {
                if (start != honorifics)
                {
                    break;
                }

                start--;
                honorifics = start;
                end = start;
                continue;
            }

            bool isOffice = (traits & WordTraits.Office) != WordTraits.None;
            if (!words.IsCapital(token) && (traits & InOffice) == WordTraits.None && !IsCompound(token))
            {
                break;
            }

            if (words.IsCapital(token) && (traits & WordTraits.Common) != WordTraits.None && (traits & (InOffice | WordTraits.PlacePrefix)) == WordTraits.None && words.Tokens.StartsSentence(token) && words.Tokens.Of(token) is [_, >= 'a', ..])
            {
                break;
            }

            if (needsOffice && !isOffice && (traits & WordTraits.OfficeWord) == WordTraits.None && !words.IsCapital(token))
            {
                break;
            }

            hasOffice |= isOffice;
            needsOffice &= !isOffice;
            start--;
        }

        start = AtWord(start, end);
        return hasOffice && !needsOffice && start < end && HeadOf(new TokenRange(start, end)) >= 0 && EndsInOffice(start, end) ? new TokenRange(start, end) : default;
    }

    /// <summary>Before a comma: "the head of the harbour's guard, Jan Ott,".</summary>
    private TokenRange Apart(in NamePart part)
    {
        int end = part.Start - 1;
        bool isClosed = part.End >= words.Count || !words.IsSameSentence(part.Start, part.End) || (!words.Tokens[part.End].IsWord && words.Tokens[part.End].Kind != TokenKind.Number);
        if (!isClosed)
        {
            return default;
        }

        int least = Math.Max(0, end - limits.TokensOfRole);
        int head = -1;
        TokenRange role = default;
        for (int token = end - 1; token >= least && words.IsSameSentence(token, part.Start); token--)
        {
            WordTraits traits = words[token];
            if (!words.Tokens[token].IsWord && !words.IsHyphen(token))
            {
                return role;
            }

            head = (traits & WordTraits.Office) != WordTraits.None ? token : head;
            // What an office is of may have an article too; the office's own stands before its noun.
            bool isDeterminer = (traits & (WordTraits.Article | WordTraits.Pronoun | WordTraits.Thing | WordTraits.Plural)) != WordTraits.None || (words.Tokens[token].Traits & TokenTraits.Possessive) != TokenTraits.None;
            if (isDeterminer && head > token && HeadOf(new TokenRange(token + 1, end)) is int own && own >= 0 && IsOneNoun(token + 1, own))
            {
                role = new TokenRange(token + 1, end);
                if (token == 0 || !words.Tokens.Is(token - 1, "of"))
                {
                    return role;
                }
            }

            if (words.IsSmall(token) && (traits & (WordTraits.Verb | WordTraits.Relative)) != WordTraits.None && (traits & WordTraits.Office) == WordTraits.None)
            {
                return role;
            }
        }

        return role;
    }

    private bool IsOneNoun(int start, int head)
    {
        for (int token = start; token < head; token++)
        {
            if (words.Has(token, WordTraits.Join))
            {
                return false;
            }
        }

        return true;
    }

    // What touches the name is the office, or what it is of; not "adviser Boeing".
    private bool EndsInOffice(int start, int end)
    {
        bool isOf = false;
        for (int token = start; token < end; token++)
        {
            isOf |= words.Tokens.Is(token, "of");
        }

        int last = end - 1;
        while (last > start && !words.Tokens[last].IsWord)
        {
            last--;
        }

        return isOf || words.Words.IsInflected || words.Has(last, WordTraits.Office) || words.IsCapital(last) && last > start && words.Has(last - 1, WordTraits.Office);
    }

    private bool Abbreviates(int token) =>
        words.Tokens[token].End - words.Tokens[token].Start <= 5 || words.Tokens.Of(token).Contains('.');

    private bool IsCompound(int token) => token + 1 < words.Count && words.IsHyphen(token + 1) || words.IsHyphen(token - 1);

    private int AtWord(int start, int end)
    {
        while (start < end && !words.Tokens[start].IsWord)
        {
            start++;
        }

        return start;
    }

    /// <summary>Between the comma behind a name and what ends the phrase.</summary>
    private TokenRange Behind(ref NamePart part)
    {
        int at = part.End;
        if (at + 1 >= words.Count || !words.IsSameSentence(part.Start, at + 1) || part.Is(PartTraits.Possessive))
        {
            return default;
        }

        if (words.IsMark(at, '('))
        {
            if (IsParty(at + 1))
            {
                part.Traits |= PartTraits.BeforeRole;
            }

            int close = at + 1;
            while (close < words.Count && close < at + 8 && !words.IsMark(close, ')'))
            {
                close++;
            }

            at = close + 1;
            if (at + 1 >= words.Count || !words.IsSameSentence(part.Start, at))
            {
                return default;
            }
        }

        if (!words.IsMark(at, ',') && !IsDash(at))
        {
            return default;
        }

        at++;
        if (words.Tokens[at].Kind == TokenKind.Number && IsAge(at))
        {
            part.Traits |= PartTraits.BeforeRole;
            at += 2;
        }

        if (at >= words.Count || !words.IsSameSentence(part.Start, at))
        {
            return default;
        }

        if (words.Has(at, WordTraits.Relative))
        {
            part.Traits |= PartTraits.BeforePersonal;
            return default;
        }

        TokenRange role = Apposition(at, part.Start);
        if (!role.IsEmpty)
        {
            part.Traits |= words.Has(HeadOf(role), WordTraits.OfThings) ? PartTraits.BeforePersonal : PartTraits.BeforeRole;
        }

        return role;
    }

    private TokenRange Apposition(int token, int name)
    {
        int start = token;
        if (words.Has(start, WordTraits.Article | WordTraits.Pronoun | WordTraits.Thing | WordTraits.Plural))
        {
            start++;
        }

        int most = Math.Min(words.Count, start + limits.TokensOfRole);
        int end = start;
        int firstJoin = -1;
        int head = -1;
        for (; end < most && words.IsSameSentence(end, name); end++)
        {
            WordTraits traits = words[end];
            if (words.Tokens[end].Kind is TokenKind.Quotation)
            {
                break;
            }

            if (words.Tokens[end].Kind is TokenKind.Punctuation && !words.IsHyphen(end) && words.Tokens.Of(end) is not "/" and not "&"
                && !(words.IsMark(end, '.') && !words.Tokens[end].FollowsSpace && end + 1 < words.Count && words.IsSameSentence(end, end + 1)))
            {
                break;
            }

            if ((traits & WordTraits.Relative) != WordTraits.None)
            {
                break;
            }

            // A sentence of its own: "…, the mayor also said".
            if (words.IsSmall(end) && (traits & (WordTraits.Verb | WordTraits.Pronoun)) != WordTraits.None && (traits & WordTraits.Office) == WordTraits.None)
            {
                return default;
            }

            if ((traits & WordTraits.Join) != WordTraits.None && firstJoin < 0)
            {
                firstJoin = end;
            }

            if ((traits & WordTraits.Office) != WordTraits.None && firstJoin < 0 && (words.Tokens[end].Traits & TokenTraits.Possessive) == TokenTraits.None)
            {
                head = end;
            }
        }

        if (head < 0 || head - start > 7)
        {
            return default;
        }

        // Not cut after "of the".
        while (end > head + 1 && words.Has(end - 1, WordTraits.Join | WordTraits.Article))
        {
            end--;
        }

        return new TokenRange(start, end);
    }

    private bool IsAge(int token)
    {
        Token one = words.Tokens[token];
        return one.End - one.Start is 1 or 2 && (token + 1 >= words.Count || words.IsMark(token + 1, ',') || words.IsMark(token + 1, '.'));
    }

    private bool IsDash(int token) => words.Tokens[token].Kind == TokenKind.Punctuation && words.Tokens[token].FollowsSpace && words.Tokens.Text[words.Tokens[token].Start] is '–' or '—';

    // "(R-Fla.)", "(D)".
    private bool IsParty(int token) =>
        token + 1 < words.Count && words.Tokens.Of(token) is "R" or "D" or "I" or "L" && (words.IsHyphen(token + 1) || words.IsMark(token + 1, ')') || words.IsMark(token + 1, '–'));
}
