using System.Text;

namespace SearchService.Ingestion.Readers.Xml;

/// <summary>What stands in one tag.</summary>
/// <remarks>Attributes are looked for where they are wanted: most tags of a document are never asked for one.</remarks>
internal static class XmlTag
{
    /// <summary>Whether a name can begin with this.</summary>
    public static bool IsNameStart(char unit) => char.IsLetter(unit) || unit is '_' or ':';

    /// <summary>Finds the end of the tag that begins a window.</summary>
    /// <param name="window">At its <c>&lt;</c>.</param>
    /// <param name="limit">The longest tag taken.</param>
    /// <param name="isBroken">Whether another tag begins before this one ends; it is then cut there.</param>
    /// <returns>Its length; 0 when the document, or the limit, ends before.</returns>
    public static int LengthOf(CharacterWindow window, int limit, out bool isBroken)
    {
        isBroken = false;
        char quote = '\0', before = '\0';
        int quoteAt = 0;
        for (int i = 1; i < limit && window.Has(i + 1); i++)
        {
            char unit = window.Rest[i];
            window.Looked++;
            if (unit == '<' && (quote == '\0' || BeginsTag(window, i)))
            {
                // A quotation mark that isn't closed: the first '>' after it was meant as the tag's.
                isBroken = true;
                int end = quote == '\0' ? -1 : window.Rest[quoteAt..i].IndexOf('>');
                return end < 0 ? i : quoteAt + end + 1;
            }

            if (quote != '\0')
            {
                quote = unit == quote ? '\0' : quote;
            }
            else if (unit == '>')
            {
                return i + 1;
            }
            else if (unit is '"' or '\'' && before == '=')
            {
                (quote, quoteAt) = (unit, i);
            }

            before = char.IsWhiteSpace(unit) ? before : unit;
        }

        return 0;
    }

    /// <summary>The name in a start or end tag.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> tag)
    {
        tag = tag[(tag[1] == '/' ? 2 : 1)..];
        int end = 0;
        while (end < tag.Length && !IsNameEnd(tag[end]))
        {
            end++;
        }

        return tag[..end];
    }

    /// <summary>An attribute's value with its references resolved, or null.</summary>
    /// <param name="tag">From <c>&lt;</c> on.</param>
    /// <param name="name">With its prefix; without regard to case.</param>
    public static string? Attribute(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        // Most tags have none.
        if (tag.IndexOf(name, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return null;
        }

        int at = 0;
        while (TryNext(tag, ref at, out ReadOnlySpan<char> found, out ReadOnlySpan<char> value))
        {
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Resolved(value);
            }
        }

        return null;
    }

    /// <summary>Goes from attribute to attribute.</summary>
    /// <param name="tag">From <c>&lt;</c> on.</param>
    /// <param name="at">Where to go on; 0 at first.</param>
    /// <param name="name">With its prefix.</param>
    /// <param name="value">As it stands there.</param>
    public static bool TryNext(ReadOnlySpan<char> tag, ref int at, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        if (at == 0)
        {
            at = 1 + NameOf(tag).Length;
        }

        while (at < tag.Length && (char.IsWhiteSpace(tag[at]) || tag[at] is '/' or '>' or '"' or '\'' or '='))
        {
            at++;
        }

        int start = at;
        while (at < tag.Length && !IsNameEnd(tag[at]))
        {
            at++;
        }

        name = tag[start..at];
        value = default;
        int equals = at;
        while (equals < tag.Length && char.IsWhiteSpace(tag[equals]))
        {
            equals++;
        }

        if (equals == tag.Length || tag[equals] != '=')
        {
            return !name.IsEmpty;
        }

        at = equals + 1;
        while (at < tag.Length && char.IsWhiteSpace(tag[at]))
        {
            at++;
        }

        if (at < tag.Length && tag[at] is '"' or '\'')
        {
            ReadOnlySpan<char> rest = tag[(at + 1)..];
            int close = rest.IndexOf(tag[at]);
            value = close < 0 ? rest.TrimEnd("/>") : rest[..close];
            at += 1 + (close < 0 ? rest.Length : close + 1);
            return true;
        }

        start = at;
        while (at < tag.Length && !char.IsWhiteSpace(tag[at]) && tag[at] != '>')
        {
            at++;
        }

        value = tag[start..at];
        return true;
    }

    /// <summary>Resolves the references in a value.</summary>
    public static string Resolved(ReadOnlySpan<char> value)
    {
        if (!value.Contains('&'))
        {
            return value.ToString();
        }

        StringBuilder resolved = new(value.Length);
        while (value.IndexOf('&') is var at and >= 0)
        {
            resolved.Append(value[..at]);
            value = value[(at + 1)..];
            int end = value[..Math.Min(value.Length, XmlEntities.LongestName + 1)].IndexOf(';');
            string? meant = end <= 0 ? null : Meaning(value[..end]);
            resolved.Append(meant ?? "&");
            value = meant is null ? value : value[(end + 1)..];
        }

        return resolved.Append(value).ToString();
    }

    private static string? Meaning(ReadOnlySpan<char> name) =>
        name[0] == '#' ? (XmlEntities.TryNumber(name[1..], out Rune rune) ? rune.ToString() : null)
        : XmlEntities.OfXml(name) is var simple and not '\0' ? simple.ToString()
        : XmlEntities.OfHtml(name);

    private static bool BeginsTag(CharacterWindow window, int at) =>
        window.Has(at + 2) && (window.Rest[at + 1] is '/' or '!' || IsNameStart(window.Rest[at + 1]));

    private static bool IsNameEnd(char unit) => char.IsWhiteSpace(unit) || unit is '/' or '>' or '<' or '=' or '"' or '\'';
}
