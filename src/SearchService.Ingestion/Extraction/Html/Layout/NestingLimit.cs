using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>Takes tags out of a page that nests them deeper than any page does.</summary>
/// <remarks>
/// The parser looks through all open elements at many a tag, so that its time grows with the square of the depth: a hundred thousand open
/// tags take it a minute. Pages of the world stay below a hundred and fifty.
/// </remarks>
internal static class NestingLimit
{
    private const int Deepest = 1000;

    // These end where the next of them begins, or hold nothing: pages leave out their end tags.
    private static readonly FrozenSet<string> Flat = "p li dt dd td th tr thead tbody tfoot colgroup option optgroup rt rp area base br col embed hr img input link meta param source track wbr"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FlatLookup = Flat.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>The page with no more than a thousand elements open at once.</summary>
    /// <returns>The same string where nothing has to go.</returns>
    public static string Apply(string html)
    {
        if (html.AsSpan().Count('<') <= Deepest)
        {
            return html;
        }

        StringBuilder? kept = null;
        int copied = 0;
        int open = 0;
        int dropped = 0;
        int at = 0;
        while (at < html.Length && html.IndexOf('<', at) is var start and >= 0)
        {
            ReadOnlySpan<char> rest = html.AsSpan(start);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                at = After(html, "-->", start + 4);
                continue;
            }

            bool closes = rest.Length > 1 && rest[1] == '/';
            ReadOnlySpan<char> name = NameIn(rest[(closes ? 2 : 1)..]);
            if (name.IsEmpty)
            {
                at = start + 1;
                continue;
            }

            at = After(html, ">", start);
            if (!closes && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                int end = html.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? html.Length : After(html, ">", end);
                continue;
            }

            if (FlatLookup.Contains(name))
            {
                continue;
            }

            bool drop = closes ? dropped > 0 : open == Deepest;
            if (drop)
            {
                (kept ??= new StringBuilder(html.Length)).Append(html, copied, start - copied);
                copied = at;
                dropped += closes ? -1 : 1;
            }
            else
            {
                open = Math.Max(0, open + (closes ? -1 : 1));
            }
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static int After(string html, string end, int from) => html.IndexOf(end, from, StringComparison.Ordinal) is var found and >= 0 ? found + end.Length : html.Length;

    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> tag)
    {
        if (tag.IsEmpty || !char.IsAsciiLetter(tag[0]))
        {
            return default;
        }

        int end = tag.IndexOfAny(NameEnds);
        return end < 0 ? tag : tag[..end];
    }
}
