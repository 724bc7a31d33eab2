using SearchService.Quotations.Text;

namespace SearchService.Quotations.Speakers;

/// <summary>How words of names are written.</summary>
internal sealed class NameShapes(MarkedWords words)
{
    /// <summary>Tells whether an apostrophe and s end a word.</summary>
    public bool IsPossessive(int token) => (words.Tokens[token].Traits & TokenTraits.Possessive) != TokenTraits.None;

    /// <summary>Tells whether a word is one letter with a full stop.</summary>
    public bool IsInitial(int token)
    {
        Token one = words.Tokens[token];
        return one.End - one.Start == 1 && words.IsMark(token + 1, '.') && !words.Tokens[token + 1].FollowsSpace;
    }

    /// <summary>Tells whether a word is letters with full stops: <c>J.K</c>, whose last one is a token of its own.</summary>
    public bool IsDotted(int token)
    {
        ReadOnlySpan<char> letters = words.Tokens.Of(token);
        return letters.Length is >= 3 and <= 7 && letters[1] == '.';
    }

    /// <summary>Tells whether a word may be the initials of given names: <c>J.K</c>, <c>JD</c>.</summary>
    public bool IsInitials(int token) =>
        (IsDotted(token) || words.Tokens[token].End - words.Tokens[token].Start == 2)
        && token + 1 < words.Count && !words.Has(token, WordTraits.NotName);

    /// <summary>Tells whether a word is of capitals alone, or of capitals at both ends of the look of it: <c>CSTO</c>, <c>SMITH</c>.</summary>
    public bool IsAcronym(int token)
    {
        ReadOnlySpan<char> letters = words.Tokens.WithoutPossessive(token);
        return letters.Length > 1 && !char.IsLower(letters[1]) && !char.IsLower(letters[^1]) && !(letters[1] is '\'' or '’');
    }

    /// <summary>Tells whether a word lost the space before the next: <c>ClintonThe</c>, <c>Clinton2020</c>; not <c>MacArthur</c>, <c>DeVos</c> or <c>KellyAnne</c>.</summary>
    public bool IsGlued(int token)
    {
        ReadOnlySpan<char> letters = words.Tokens.WithoutPossessive(token);
        if (letters.Length < 6)
        {
            return false;
        }

        for (int at = 4; at < letters.Length; at++)
        {
            if (char.IsAsciiDigit(letters[at]))
            {
                return true;
            }

            if (char.IsUpper(letters[at]) && char.IsLower(letters[at - 1]))
            {
                ReadOnlySpan<char> rest = letters[at..];
                return rest.Length > 5 || rest.SequenceEqual(letters[..at]) || (words.Words.Of(rest) & WordTraits.NotName) != WordTraits.None;
            }
        }

        return false;
    }

    /// <summary>Tells whether a mark is the apostrophe of a word that ends with s: <c>Sanders' plan</c>.</summary>
    public bool IsPossessiveMark(int token) =>
        token < words.Count && words.Tokens[token].Kind == TokenKind.Quotation && !words.Tokens[token].FollowsSpace
        && words.Tokens.Text[words.Tokens[token].Start] is '\'' or '’'
        && words.Tokens.Of(token - 1) is [.., 's' or 'z' or 'x']
        && token + 1 < words.Count && words.Tokens[token + 1].IsWord && !words.IsQuoted(token);
}
