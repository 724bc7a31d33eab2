using System.Buffers;
using SearchService.Ingestion.Fields;

namespace SearchService.Ingestion.Files;

/// <summary>Tells what a file holds by its beginning.</summary>
/// <remarks>
/// Names what it recognises and nothing else: text that begins like none of the formats is left to what the name says. A text may begin
/// with a bracket or speak of HTML, so that a mere bracket or a tag further down tells nothing.
/// </remarks>
internal static class ContentSniffer
{
    private const int LongestPreamble = 1024;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    // What a page without doctype and <html> begins with.
    private static readonly string[] PageElements =
    [
        "html", "head", "body", "title", "meta", "base", "link", "script", "style", "noscript", "main", "article", "section", "header", "nav", "div", "p", "span",
        "h1", "h2", "h3", "table", "center", "font", "a", "img", "iframe", "ul", "br", "b",
    ];

    /// <summary>Recognises a format.</summary>
    /// <param name="head">The beginning, decoded.</param>
    /// <param name="names">By which a header of columns is known.</param>
    /// <param name="expectsMarkup">Whether markup may stand after other things: a name that says nothing, a page or a feed.</param>
    /// <param name="expectsText">Whether a header of columns is looked for: a name that says nothing, or text.</param>
    public static InputFormat? Recognise(ReadOnlySpan<char> head, FieldNames names, bool expectsMarkup, bool expectsText)
    {
        ReadOnlySpan<char> start = head.TrimStart(" \t\r\n\uFEFF");
        if (start.StartsWith("WARC/", StringComparison.Ordinal) && start.Length > 5 && char.IsAsciiDigit(start[5]))
        {
            return InputFormat.Warc;
        }

        if (start.StartsWith("{") || start.StartsWith("["))
        {
            return Json(start);
        }

        if (start.StartsWith("<"))
        {
            return Markup(start);
        }

        if (expectsMarkup)
        {
            ReadOnlySpan<char> preamble = start[..Math.Min(start.Length, LongestPreamble)];
            foreach (string opening in (ReadOnlySpan<string>)["<!doctype html", "<html", "<rss", "<feed", "<rdf:RDF"])
            {
                int at = preamble.IndexOf(opening, StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    return Markup(start[at..]);
                }
            }
        }

        return expectsText ? Delimited(start, names) : null;
    }

    /// <summary>Whether what begins like this is XML, of whatever kind.</summary>
    public static bool IsXml(ReadOnlySpan<char> head) => head.TrimStart(" \t\r\n\uFEFF").StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);

    private static InputFormat? Json(ReadOnlySpan<char> start)
    {
        ReadOnlySpan<char> next = start[1..].TrimStart();
        if (start[0] == '[')
        {
            return next.StartsWith("{") || next.StartsWith("]") ? InputFormat.Json : null;
        }

        if (!next.StartsWith("\"") && !next.StartsWith("}"))
        {
            return null;
        }

        int lineEnd = start.IndexOf('\n');
        ReadOnlySpan<char> line = lineEnd < 0 ? default : start[..lineEnd].TrimEnd();
        ReadOnlySpan<char> after = lineEnd < 0 ? default : start[lineEnd..].TrimStart();
        return line.EndsWith("}") && (after.IsEmpty || after[0] == '{') ? InputFormat.JsonLines : InputFormat.Json;
    }

    private static InputFormat? Markup(ReadOnlySpan<char> start)
    {
        while (start.StartsWith("<"))
        {
            ReadOnlySpan<char> rest = start[1..];
            bool comment = rest.StartsWith("!--");
            if (comment || rest.StartsWith("!") || rest.StartsWith("?"))
            {
                if (rest.StartsWith("!doctype", StringComparison.OrdinalIgnoreCase) && rest[8..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase))
                {
                    return InputFormat.Html;
                }

                int end = comment ? rest.IndexOf("-->") : rest.IndexOf('>');
                if (end < 0)
                {
                    return null;
                }

                start = rest[(end + (comment ? 3 : 1))..].TrimStart();
                continue;
            }

            int length = rest.IndexOfAny(NameEnds);
            ReadOnlySpan<char> name = length < 0 ? rest : rest[..length];
            int colon = name.IndexOf(':');
            ReadOnlySpan<char> local = name[(colon + 1)..];
            if (local.Equals("rss", StringComparison.OrdinalIgnoreCase) || local.Equals("rdf", StringComparison.OrdinalIgnoreCase) || local.Equals("feed", StringComparison.OrdinalIgnoreCase))
            {
                return InputFormat.Feed;
            }

            foreach (string element in PageElements)
            {
                if (name.Equals(element, StringComparison.OrdinalIgnoreCase))
                {
                    return InputFormat.Html;
                }
            }

            return null;
        }

        return null;
    }

    // A first line of columns, one of which is known to be the text and another to be something else of an article.
    private static InputFormat? Delimited(ReadOnlySpan<char> start, FieldNames names)
    {
        int lineEnd = start.IndexOfAny('\r', '\n');
        if (lineEnd < 0)
        {
            return null;
        }

        ReadOnlySpan<char> line = start[..lineEnd];
        ReadOnlySpan<char> next = start[lineEnd..];
        next = next[(next.StartsWith("\r\n") ? 2 : 1)..];
        int nextEnd = next.IndexOfAny('\r', '\n');
        next = nextEnd < 0 ? next : next[..nextEnd];
        foreach (char separator in (ReadOnlySpan<char>)['\t', ',', ';', '|'])
        {
            bool text = false;
            int known = 0, columns = 0;
            foreach (Range column in line.Split(separator))
            {
                columns++;
                if (names.TryFind(line[column].Trim(" \""), out ArticleField field, out _))
                {
                    known++;
                    text |= field == ArticleField.Text;
                }
            }

            // The first sentence of a text may name such things too; the line under it isn't parted as often.
            if (text && known >= 2 && known * 3 >= columns && (next.Count(separator) >= columns - 1 || next.Contains('"')))
            {
                return separator == '\t' ? InputFormat.Tsv : InputFormat.Csv;
            }
        }

        return null;
    }
}
