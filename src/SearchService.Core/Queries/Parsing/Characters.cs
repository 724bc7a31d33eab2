using System.Globalization;
using System.Text;

namespace SearchService.Core.Queries.Parsing;

/// <summary>What single characters mean to the query language.</summary>
internal static class Characters
{
    /// <summary>Whether it opens and closes a phrase. An apostrophe never does: <c>don't</c> and <c>'90s</c> are words.</summary>
    public static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    /// <summary>Whether it separates words; U+FEFF and the zero-width space, which copied text brings along, do too.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';

    /// <summary>Whether a word ends before it, unless it is escaped.</summary>
    public static bool EndsWord(char c) => IsSpace(c) || IsQuote(c) || c is '(' or ')' or '[' or ']' or '{' or '}' or '^' or '~';

    /// <summary>Whether it is dropped from either end of a word: sentence punctuation, control and format characters.</summary>
    /// <remarks>Signs that belong to what people look for stay: <c>$5</c>, <c>50%</c>, <c>#metoo</c>, <c>@handle</c>, <c>C++</c>.</remarks>
    public static bool IsTrimmed(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || (char.IsPunctuation(c) && c is not ('%' or '#' or '@' or '&'));

    /// <summary>Whether there is anything to look for: a letter or a digit of any script.</summary>
    public static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune))
            {
                return true;
            }
        }

        return false;
    }
}
