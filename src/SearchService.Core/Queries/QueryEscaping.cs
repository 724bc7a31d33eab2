using System.Text;
using SearchService.Core.Queries.Parsing;

namespace SearchService.Core.Queries;

/// <summary>Writes texts so that, behind a field's colon, they are read back as they are.</summary>
internal static class QueryEscaping
{
    /// <summary>A word: every character that would end it or mean something is escaped.</summary>
    public static StringBuilder AppendWord(StringBuilder text, string word) => AppendWord(text, word, inPattern: false);

    /// <summary>What stands before the asterisk of a prefix.</summary>
    public static StringBuilder AppendPrefix(StringBuilder text, string prefix) => AppendWord(text, prefix, inPattern: true);

    /// <summary>A pattern, in which <c>*</c> and <c>?</c> are wildcards unless a backslash stands before them.</summary>
    public static void AppendPattern(StringBuilder text, string pattern)
    {
        StringBuilder literal = new();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] is '*' or '?')
            {
                AppendWord(text, literal.ToString(), inPattern: true).Append(pattern[i]);
                literal.Clear();
            }
            else
            {
                i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
                literal.Append(pattern[i]);
            }
        }

        AppendWord(text, literal.ToString(), inPattern: true);
    }

    /// <summary>A regular expression between slashes.</summary>
    public static void AppendRegex(StringBuilder text, string pattern)
    {
        text.Append('/');
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
            {
                text.Append(pattern[i++]);
            }
            else if (pattern[i] == '/')
            {
                text.Append('\\');
            }

            text.Append(pattern[i]);
        }

        text.Append('/');
    }

    /// <summary>A text between quotation marks.</summary>
    public static StringBuilder AppendQuoted(StringBuilder text, string quoted)
    {
        text.Append('"');
        foreach (char c in quoted)
        {
            _ = c == '\\' || Characters.IsQuote(c) ? text.Append('\\') : text;
            text.Append(c);
        }

        return text.Append('"');
    }

    /// <summary>A value: bare where it is plain, else between quotation marks.</summary>
    public static StringBuilder AppendValue(StringBuilder text, string value) => IsPlain(value) ? text.Append(value) : AppendQuoted(text, value);

    /// <summary>A bound of a range; an asterisk for an open one.</summary>
    public static StringBuilder AppendBound(StringBuilder text, string? bound) =>
        bound is null ? text.Append('*')
        : bound.Equals("TO", StringComparison.OrdinalIgnoreCase) ? AppendQuoted(text, bound)
        : AppendValue(text, bound);

    // Of "://" in a pattern one slash is escaped: an address holds no wildcards.
    private static StringBuilder AppendWord(StringBuilder text, string word, bool inPattern)
    {
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            bool escape = Characters.EndsWord(c) || c is '\\' or '*' or '?' || (i == 0 && c is '+' or '-' or '!' or '/') || (c == ':' && IsVerbatim(word, i))
                || (inPattern && c == '/' && i > 0 && word[i - 1] == ':');
            _ = escape ? text.Append('\\') : text;
            text.Append(c);
        }

        return text;
    }

    private static bool IsPlain(string value) =>
        value.Length > 0 && char.IsLetterOrDigit(value[0]) && char.IsLetterOrDigit(value[^1])
        && value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsVerbatim(string word, int colon) => word.AsSpan(0, colon).Equals(FieldNames.Verbatim, StringComparison.OrdinalIgnoreCase);
}
