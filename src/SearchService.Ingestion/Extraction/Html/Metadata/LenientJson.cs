using System.Text;
using System.Text.Json;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Reads JSON as pages have it: wrapped in comments, with line ends in strings, commas too many, quotes unescaped, cut off.</summary>
internal static class LenientJson
{
    private const int LongestText = 2 << 20;
    private const int Depth = 64;
    private const int MostValues = 100;

    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = Depth,
        AllowMultipleValues = true,
    };

    // What wraps scripts so that readers of XHTML, or of no scripts at all, pass them over.
    private static readonly string[] Wraps = ["<!--", "-->", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//]]>", "/*]]>*/", "]]>", "/*", "*/", "//"];

    /// <summary>Reads values, one after another.</summary>
    /// <param name="text">Of any form.</param>
    /// <returns>What could be read; nothing for what is too long or no JSON. The caller disposes of them.</returns>
    public static List<JsonDocument> Read(string text)
    {
        if (text.Length > LongestText)
        {
            return [];
        }

        if (TryRead(text, out List<JsonDocument> values))
        {
            return values;
        }

        string bare = Unwrapped(text.Trim());
        return TryRead(bare, out values) || TryRead(Repaired(bare), out values) ? values : [];
    }

    private static bool TryRead(string text, out List<JsonDocument> values)
    {
        values = [];
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text), Options);
        try
        {
            while (values.Count < MostValues && reader.Read())
            {
                values.Add(JsonDocument.ParseValue(ref reader));
            }
        }
        catch (JsonException)
        {
            // What was whole before it stays, when there was any.
        }

        return values.Count > 0;
    }

    private static string Unwrapped(string text)
    {
        for (bool found = true; found;)
        {
            found = false;
            foreach (string wrap in Wraps)
            {
                if (text.StartsWith(wrap, StringComparison.Ordinal))
                {
                    (text, found) = (text[wrap.Length..].TrimStart(), true);
                }

                if (text.EndsWith(wrap, StringComparison.Ordinal))
                {
                    (text, found) = (text[..^wrap.Length].TrimEnd(), true);
                }
            }
        }

        return text.TrimEnd(';');
    }

    // Strings keep what stands in them, escaped as it should have been; what is open at the end is closed.
    private static string Repaired(string text)
    {
        StringBuilder repaired = new(text.Length + 16);
        Stack<char> open = new();
        bool inString = false;
        for (int i = Math.Max(0, text.AsSpan().IndexOfAny('{', '[')); i < text.Length; i++)
        {
            char unit = text[i];
            if (inString)
            {
                i += AppendOfString(repaired, text, i, ref inString);
            }
            else if (unit == '"')
            {
                inString = true;
                repaired.Append(unit);
            }
            else if (unit == ',' && (NextAfter(text, i) is ',' or '}' or ']' || EndsWith(repaired, "{[")))
            {
                // One comma is enough, and none before an end or after a beginning.
            }
            else if (!char.IsControl(unit) || char.IsWhiteSpace(unit))
            {
                Track(open, unit);
                repaired.Append(unit);
            }
        }

        repaired.Append(inString ? "\"" : EndsWith(repaired, ":") ? "null" : "");
        while (open.TryPop(out char close))
        {
            repaired.Append(close);
        }

        return repaired.ToString();
    }

    /// <returns>How many units more than the one at <paramref name="at"/> were taken.</returns>
    private static int AppendOfString(StringBuilder repaired, string text, int at, ref bool inString)
    {
        char unit = text[at];
        if (unit == '\\' && at + 1 < text.Length)
        {
            bool known = "\"\\/bfnrt".Contains(text[at + 1], StringComparison.Ordinal)
                || (text[at + 1] == 'u' && at + 5 < text.Length && IsHexadecimal(text.AsSpan(at + 2, 4)));
            repaired.Append(known ? "\\" : "").Append(char.IsControl(text[at + 1]) ? ' ' : text[at + 1]);
            return 1;
        }

        if (unit == '"' && NextAfter(text, at) is not (',' or '}' or ']' or ':' or '\0'))
        {
            // Quotation marks in a headline, written as they are.
            repaired.Append("\\\"");
            return 0;
        }

        inString = unit != '"';
        repaired.Append(char.IsControl(unit) ? ' ' : unit);
        return 0;
    }

    private static void Track(Stack<char> open, char unit)
    {
        if (unit is '{' or '[')
        {
            open.Push(unit == '{' ? '}' : ']');
        }
        else if (unit is '}' or ']' && open.Count > 0)
        {
            open.Pop();
        }
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> digits)
    {
        foreach (char digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    private static char NextAfter(string text, int at)
    {
        while (++at < text.Length)
        {
            if (!char.IsWhiteSpace(text[at]))
            {
                return text[at];
            }
        }

        return '\0';
    }

    private static bool EndsWith(StringBuilder text, string units)
    {
        int last = text.Length - 1;
        while (last >= 0 && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        return last >= 0 && units.Contains(text[last], StringComparison.Ordinal);
    }
}
