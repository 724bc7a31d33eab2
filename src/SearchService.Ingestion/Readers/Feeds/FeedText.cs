using System.Net;
using System.Text;
using SearchService.Ingestion.Extraction.Html;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Tells the text of elements from its markup.</summary>
internal static class FeedText
{
    private const int LeastBrokenLine = 50;

    /// <summary>Reads the attributes <c>type</c> and <c>mode</c> of Atom.</summary>
    /// <param name="type">Or null.</param>
    /// <param name="mode">Of Atom 0.3, or null.</param>
    public static FeedTextType TypeOf(string? type, string? mode)
    {
        if (mode is not null && mode.Equals("base64", StringComparison.OrdinalIgnoreCase))
        {
            return FeedTextType.NoText;
        }

        bool isXml = mode is null || mode.Equals("xml", StringComparison.OrdinalIgnoreCase);
        return type?.Trim().ToLowerInvariant() switch
        {
            null or "" => FeedTextType.Unsaid,
            "html" or "text/html" => isXml && mode is not null ? FeedTextType.Xhtml : FeedTextType.Html,
            "xhtml" or "application/xhtml+xml" => FeedTextType.Xhtml,
            // In Atom 0.3 text/plain is the default that programs wrote without looking.
            "text" => FeedTextType.Plain,
            "text/plain" => mode is null ? FeedTextType.Plain : FeedTextType.Unsaid,
            string other => other.StartsWith("text/", StringComparison.Ordinal) ? FeedTextType.Unsaid : FeedTextType.NoText,
        };
    }

    /// <summary>Whether a value is HTML, by what was said of it or else by its looks.</summary>
    public static bool IsHtml(string value, FeedTextType type) =>
        type is FeedTextType.Html or FeedTextType.Xhtml ? value.AsSpan().ContainsAny('<', '&') : type == FeedTextType.Unsaid && HasTag(value);

    /// <summary>A value of one line without markup: a headline.</summary>
    public static string LineOf(string value, FeedTextType type) =>
        IsHtml(value, type) && HasTag(value) ? HtmlFragment.TextOf(value) : PlainOf(value, type);

    /// <summary>A value without markup, its references to characters resolved: they were escaped twice, as often happens.</summary>
    public static string PlainOf(string value, FeedTextType type) =>
        type != FeedTextType.Plain && value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;

    /// <summary>A text without markup, as paragraphs: line ends that only break a line become spaces.</summary>
    /// <remarks>
    /// To RSS a line end is a space, and programs wrap lines and indent them; but what has no markup often parts paragraphs so. A line
    /// goes on in the next one when that begins in lower case, or when it is long and doesn't end as sentences do.
    /// </remarks>
    public static string ParagraphsOf(string value, FeedTextType type)
    {
        string text = PlainOf(value, type);
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder joined = new(text.Length);
        ReadOnlySpan<char> before = default;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = line.Trim();
            bool goesOn = !before.IsEmpty && !trimmed.IsEmpty
                && (char.IsLower(trimmed[0]) || (before.Length >= LeastBrokenLine && (char.IsLetterOrDigit(before[^1]) || before[^1] == ',')));
            joined.Append(joined.Length == 0 ? "" : goesOn ? " " : "\n").Append(trimmed);
            before = trimmed;
        }

        return joined.ToString();
    }

    /// <summary>Whether there is a letter or digit outside of tags.</summary>
    public static bool HasWords(ReadOnlySpan<char> value)
    {
        bool inTag = false;
        for (int i = 0; i < value.Length; i++)
        {
            char unit = value[i];
            if (unit == '<' && BeginsTag(value[i..]))
            {
                inTag = true;
            }
            else if (unit == '>')
            {
                inTag = false;
            }
            else if (!inTag && unit == '&' && value[i..] is ['&', .., _] && value[(i + 1)..].IndexOf(';') is > 0 and < 10 and var end)
            {
                i += 1 + end;
            }
            else if (!inTag && (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTag(ReadOnlySpan<char> value)
    {
        while (value.IndexOf('<') is var at and >= 0)
        {
            value = value[at..];
            if (BeginsTag(value) && value.Contains('>'))
            {
                return true;
            }

            value = value[1..];
        }

        return false;
    }

    private static bool BeginsTag(ReadOnlySpan<char> value) =>
        value.Length > 2 && (char.IsAsciiLetter(value[1]) || (value[1] == '/' && char.IsAsciiLetter(value[2])) || (value[1] == '!' && value[2] == '-'));
}
