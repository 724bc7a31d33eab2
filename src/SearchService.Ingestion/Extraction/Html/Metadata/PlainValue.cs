using System.Net;
using System.Text;
using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Makes plain text of values that were escaped once too often.</summary>
internal static class PlainValue
{
    /// <summary>The value on one line; character references and simple tags that stand in it as text are undone.</summary>
    /// <param name="value">Of an attribute, of JSON or of an element, or null.</param>
    public static string Of(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        string decoded = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        return TextNormalizer.Line(decoded.Contains('<', StringComparison.Ordinal) ? WithoutTags(decoded) : decoded);
    }

    private static string WithoutTags(string value)
    {
        StringBuilder plain = new(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            // "<em>" and "</em>" are tags; "a < b" isn't.
            bool opens = value[i] == '<' && i + 1 < value.Length && (char.IsAsciiLetter(value[i + 1]) || value[i + 1] == '/');
            int end = opens ? value.IndexOf('>', i) : -1;
            if (end < 0)
            {
                plain.Append(value[i]);
            }
            else
            {
                plain.Append(value.AsSpan(i + 1).StartsWith("br", StringComparison.OrdinalIgnoreCase) ? " " : "");
                i = end;
            }
        }

        return plain.ToString();
    }
}
