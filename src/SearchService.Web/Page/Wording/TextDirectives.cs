using System.Globalization;
using System.Text;

namespace SearchService.Web.Page.Wording;

/// <summary>Links to words of a page (https://wicg.github.io/scroll-to-text-fragment/): the twin of <c>js/text/fragments.js</c>.</summary>
/// <remarks>
/// Words are letters, digits and marks with what joins them: the rules of Unicode UAX #29 but for dictionaries. Of writing without spaces a
/// run is one word here: longer than a browser's, never less than whole.
/// </remarks>
internal static class TextDirectives
{
    private const int LongestWhole = 160, WordsAtEnds = 5, WordsAround = 4;

    /// <summary>The text directive of a place: <c>text=[prefix-,]start[,end][,-suffix]</c>; empty when there is no word.</summary>
    /// <param name="text">Of the article.</param>
    /// <param name="start">First UTF-16 unit.</param>
    /// <param name="end">First unit after it.</param>
    internal static string Of(string text, int start, int end)
    {
        int before = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1, after = text.IndexOf('\n', Math.Max(start, end - 1));
        (int Start, int End)[] inner = Words(text[before..(after < 0 ? text.Length : after)], before);
        int first = Array.FindIndex(inner, word => word.End > start), last = Array.FindLastIndex(inner, word => word.Start < end);
        if (first < 0 || last < first)
        {
            return "";
        }

        string whole = text[inner[first].Start..inner[last].End];

        // Neither end may run into another paragraph.
        string[] parts = whole.Length <= LongestWhole && !whole.Contains('\n')
            ? [whole]
            : [Beginning(whole.Split('\n', 2)[0]), Ending(whole[(whole.LastIndexOf('\n') + 1)..])];
        List<string> directive = [.. parts.Select(Encode)];
        if (!IsAlone(text, parts[0]))
        {
            // What stands between, a comma or a quotation mark, belongs to the neighbours: only white space may be left out.
            string left = text[inner[Math.Max(0, first - WordsAround)].Start..inner[first].Start].Trim();
            string right = text[inner[last].End..inner[Math.Min(inner.Length - 1, last + WordsAround)].End].Trim();
            if (first > 0)
            {
                directive.Insert(0, Encode(left) + "-");
            }

            if (last < inner.Length - 1)
            {
                directive.Add("-" + Encode(right));
            }
        }

        return "text=" + string.Join(',', directive);
    }

    /// <summary>An address with a text directive; one it has already gives way.</summary>
    internal static string With(string address, string directive)
    {
        string plain = address.Split(":~:", 2)[0];
        return directive.Length == 0 ? plain : $"{plain}{(plain.Contains('#', StringComparison.Ordinal) ? "" : "#")}:~:{directive}";
    }

    // `-`, `,` and `&` have a meaning of their own in a directive. What no browser escapes stays; half a surrogate pair is replaced.
    private static string Encode(string text) => new StringBuilder(Uri.EscapeDataString(text))
        .Replace("-", "%2D").Replace("%21", "!").Replace("%27", "'").Replace("%28", "(").Replace("%29", ")").Replace("%2A", "*").ToString();

    private static (int Start, int End)[] Words(string text, int offset = 0)
    {
        List<(int, int)> words = [];
        for (int at = 0; at < text.Length;)
        {
            if (!IsOfWord(text, at))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && (IsOfWord(text, at) || IsJoined(text, at)))
            {
                at++;
            }

            words.Add((offset + start, offset + at));
        }

        return [.. words];
    }

    private static string Beginning(string text) => Words(text) is { Length: > 0 } words ? text[words[0].Start..words[Math.Min(WordsAtEnds, words.Length) - 1].End] : text;

    private static string Ending(string text) => Words(text) is { Length: > 0 } words ? text[words[Math.Max(0, words.Length - WordsAtEnds)].Start..words[^1].End] : text;

    private static bool IsAlone(string text, string part)
    {
        string all = text.ToLowerInvariant(), sought = part.ToLowerInvariant();
        return all.IndexOf(sought, StringComparison.Ordinal) == all.LastIndexOf(sought, StringComparison.Ordinal);
    }

    private static bool IsOfWord(string text, int at)
    {
        int start = at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
        return CharUnicodeInfo.GetUnicodeCategory(text, start) is <= UnicodeCategory.OtherNumber or UnicodeCategory.Format or UnicodeCategory.ConnectorPunctuation;
    }

    // Letters are joined by an apostrophe, a point, a colon or a middle dot; digits by an apostrophe, a point, a comma or a semicolon.
    private static bool IsJoined(string text, int at) => at > 0 && at + 1 < text.Length && (
        ("'’.:·‧․".Contains(text[at], StringComparison.Ordinal) && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
        || ("'’.,;".Contains(text[at], StringComparison.Ordinal) && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));
}
