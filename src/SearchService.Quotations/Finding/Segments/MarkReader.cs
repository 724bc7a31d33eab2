using SearchService.Analysis.Folding;
using SearchService.Quotations.Finding.Languages;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Segments;

/// <summary>Tells what a quotation mark does, by its shape and by what stands beside it.</summary>
/// <remarks>
/// What stands beside it decides where it is clear: typists put <c>”</c> before words and <c>“</c> after them, Germans close with what the English
/// open with, Danes open with <c>»</c>. The shape decides the rest.
/// </remarks>
internal static class MarkReader
{
    private const string Before = "([{—–-/…¿¡";
    private const string After = ".,;:?!)]}—–-/…";

    /// <summary>Gets the family of a mark.</summary>
    public static MarkFamily FamilyOf(char mark) => mark switch
    {
        '"' or '＂' => MarkFamily.Straight,
        '«' or '»' => MarkFamily.Angle,
        '「' or '」' or '『' or '』' => MarkFamily.Corner,
        _ => QuotationMarks.IsDouble(mark) ? MarkFamily.Curly : MarkFamily.Single,
    };

    /// <summary>Tells what a double mark does.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="token">A quotation mark.</param>
    /// <param name="anyOpen">Whether a quotation is open there.</param>
    public static MarkRole DoubleRole(ArticleTokens tokens, int token, bool anyOpen)
    {
        char mark = tokens.Text[tokens[token].Start];
        if (mark is '「' or '『' or '」' or '』')
        {
            return mark is '「' or '『' ? MarkRole.Open : MarkRole.Close;
        }

        (char before, char after) = Neighbours(tokens, token);
        if (mark == '"' && before == '=')
        {
            return MarkRole.None;
        }

        if (mark is '"' or '”' && !anyOpen && char.IsAsciiDigit(before) && (char.IsWhiteSpace(after) || After.Contains(after, StringComparison.Ordinal)))
        {
            return MarkRole.None;
        }

        bool opens = CanOpen(before, after);
        bool closes = CanClose(before, after);
        if (opens != closes)
        {
            return opens ? MarkRole.Open : MarkRole.Close;
        }

        return mark switch
        {
            '“' or '„' or '‟' or '«' or '〝' => MarkRole.Open,
            '”' or '»' or '〞' or '〟' => MarkRole.Close,
            _ => MarkRole.Either,
        };
    }

    /// <summary>Tells what a single mark does.</summary>
    /// <param name="tokens">The article.</param>
    /// <param name="token">A single mark.</param>
    /// <param name="language">Knows the words that an apostrophe begins.</param>
    public static MarkRole SingleRole(ArticleTokens tokens, int token, QuotationLanguage language)
    {
        char mark = tokens.Text[tokens[token].Start];
        (char before, char after) = Neighbours(tokens, token);
        if (CanOpen(before, after) && !char.IsLetterOrDigit(before))
        {
            // A right mark before a word is an apostrophe, 'em and '90s have one of any shape.
            bool isApostrophe = mark is '’' or '›' or '´'
                || char.IsAsciiDigit(after)
                || (token + 1 < tokens.Count && (language.RolesOf(tokens.Of(token + 1)) & WordRoles.Elision) != WordRoles.None);
            return isApostrophe ? MarkRole.None : MarkRole.Open;
        }

        return mark is not ('‘' or '‚' or '‹' or '`') && !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after) ? MarkRole.Close : MarkRole.None;
    }

    private static bool CanOpen(char before, char after) =>
        !char.IsWhiteSpace(after) && (char.IsWhiteSpace(before) || (Before.Contains(before, StringComparison.Ordinal) && char.IsLetterOrDigit(after))
            || (QuotationMarks.IsMark(before) && char.IsLetterOrDigit(after)));

    private static bool CanClose(char before, char after) =>
        !char.IsWhiteSpace(before) && (char.IsWhiteSpace(after) || (After.Contains(after, StringComparison.Ordinal) && !Before.Contains(before, StringComparison.Ordinal))
            || (QuotationMarks.IsMark(after) && !QuotationMarks.IsMark(before) && !Before.Contains(before, StringComparison.Ordinal)));

    /// <summary>What stands beside a mark; a space where nothing does. Marks of direction are looked through.</summary>
    private static (char Before, char After) Neighbours(ArticleTokens tokens, int token)
    {
        string text = tokens.Text;
        int start = tokens[token].Start - 1;
        while (start >= 0 && GlyphFolding.IsIgnorable(text[start]))
        {
            start--;
        }

        int end = tokens[token].End;
        while (end < text.Length && GlyphFolding.IsIgnorable(text[end]))
        {
            end++;
        }

        return (start < 0 ? ' ' : text[start], end == text.Length ? ' ' : text[end]);
    }
}
