using System.Buffers;
using System.Text;

namespace SearchService.Ingestion.Encodings;

/// <summary>Finds what a page says its encoding is.</summary>
/// <remarks>
/// After the HTML standard's prescan (section 13.2.3.2), with a longer look: many pages put scripts before the declaration, and browsers
/// find it there too. In XML the declaration of the first line counts.
/// </remarks>
internal static class DeclaredEncoding
{
    private const int LongestLook = 16 << 10;

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(" \t\r\n\"';/>?,");

    /// <summary>Finds the declaration.</summary>
    /// <param name="bytes">The page from its beginning.</param>
    /// <param name="label">As the page has it; empty where there is none.</param>
    /// <returns>Null where there is none that means anything.</returns>
    public static Encoding? Of(ReadOnlySpan<byte> bytes, out string label)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestLook)]);
        label = "";
        int at = 0;
        while ((at = head.IndexOf('<', at)) >= 0)
        {
            ReadOnlySpan<char> rest = head.AsSpan(at);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                int end = head.IndexOf("-->", at + 4, StringComparison.Ordinal);
                at = end < 0 ? head.Length : end + 3;
                continue;
            }

            bool xml = rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
            bool meta = rest.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && rest.Length > 5 && (char.IsWhiteSpace(rest[5]) || rest[5] == '/');
            if (xml || meta)
            {
                int end = rest.IndexOf('>');
                ReadOnlySpan<char> tag = end < 0 ? rest : rest[..end];
                string found = ValueAfter(tag, xml ? "encoding" : "charset");
                if (EncodingLabels.Find(found) is { } encoding)
                {
                    label = found;

                    // Whoever reads the declaration as ASCII doesn't read UTF-16.
                    return encoding is UnicodeEncoding ? new UTF8Encoding(false) : encoding;
                }
            }

            at++;
        }

        return null;
    }

    /// <summary>Finds the charset of a Content-Type.</summary>
    /// <param name="contentType">Such as <c>text/html; charset=utf-8</c>.</param>
    /// <param name="label">As it stands there; empty where there is none.</param>
    public static Encoding? OfContentType(ReadOnlySpan<char> contentType, out string label)
    {
        label = ValueAfter(contentType, "charset");
        return EncodingLabels.Find(label);
    }

    // The value after name=, quoted or not, wherever in the tag: <meta charset> and <meta http-equiv content="…; charset=…"> alike.
    private static string ValueAfter(ReadOnlySpan<char> tag, string name)
    {
        while (true)
        {
            int at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return "";
            }

            tag = tag[(at + name.Length)..].TrimStart();
            if (tag.StartsWith("="))
            {
                ReadOnlySpan<char> value = tag[1..].TrimStart().TrimStart("\"'");
                int end = value.IndexOfAny(LabelEnds);
                return (end < 0 ? value : value[..end]).ToString();
            }
        }
    }
}
