using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Chooses the title among what a page says, without the outlet's name that sites put around it.</summary>
internal static class PageTitle
{
    private const int LongestSuffixWords = 5;
    private const int LongestSuffix = 40;
    private const int ShortestTitleWords = 3;

    /// <summary>Chooses.</summary>
    /// <param name="claims">In order.</param>
    /// <param name="heading">What the page shows as its headline, or empty.</param>
    /// <param name="site">Names of the outlet.</param>
    /// <returns>An empty value where nothing is said.</returns>
    public static Claim Choose(IReadOnlyList<Claim> claims, string heading, SiteNames site)
    {
        foreach (Claim claim in claims)
        {
            string title = WithoutOutlet(claim.Value, heading, site);
            if (title.Length == 0 || site.Is(title))
            {
                continue;
            }

            return Whole(claim with { Value = title }, claims, heading, site);
        }

        // A page whose only title is the outlet's name has at least that.
        return claims.Count > 0 ? claims[0] : default;
    }

    /// <summary>Takes the outlet's name, and the section's before it, off a title.</summary>
    public static string WithoutOutlet(string title, string heading, SiteNames site)
    {
        if (heading.Length > 0 && PartLike(title, heading) is { } shown)
        {
            return shown;
        }

        while (true)
        {
            string shorter = WithoutEnd(title, site);
            shorter = ReferenceEquals(shorter, title) ? WithoutBeginning(title, site) : shorter;
            if (ReferenceEquals(shorter, title))
            {
                return title;
            }

            title = shorter;
        }
    }

    // The part of the title, between separators, that is what the page shows as its headline.
    private static string? PartLike(string title, string heading)
    {
        string key = NameKey.Of(heading);
        if (key.Length == 0)
        {
            return null;
        }

        for (int at = 0; (at = NextSeparator(title, at, out int length)) >= 0; at += length)
        {
            if (NameKey.Of(title[..at]) == key)
            {
                return title[..at].Trim();
            }

            // At the end a short one may be the banner of the site: "Tides rise again :: The Hill Post".
            if (2 * key.Length >= NameKey.Of(title).Length && NameKey.Of(title[(at + length)..]) == key)
            {
                return title[(at + length)..].Trim();
            }
        }

        return null;
    }

    private static string WithoutEnd(string title, SiteNames site)
    {
        int last = -1, lastLength = 0;
        for (int at = 0; (at = NextSeparator(title, at, out int length)) >= 0; at += length)
        {
            (last, lastLength) = (at, length);
        }

        if (last <= 0)
        {
            return title;
        }

        string end = title[(last + lastLength)..].Trim();
        string rest = title[..last].TrimEnd();
        bool bar = title.AsSpan(last, lastLength).Trim() is "|" or "｜";
        bool few = end.Length <= LongestSuffix && WordsOf(end) <= LongestSuffixWords && WordsOf(rest) >= ShortestTitleWords;
        return rest.Length > 0 && (site.IsSuffix(end) || (bar && few)) ? rest : title;
    }

    private static string WithoutBeginning(string title, SiteNames site)
    {
        int at = NextSeparator(title, 0, out int length);
        int colon = title.IndexOf(": ", StringComparison.Ordinal);
        (at, length) = colon > 0 && (at < 0 || colon < at) ? (colon, 2) : (at, length);
        return at > 0 && site.Is(title[..at]) && WordsOf(title[(at + length)..]) >= ShortestTitleWords ? title[(at + length)..].Trim() : title;
    }

    // A headline that was cut short is completed by another that begins as it does.
    private static Claim Whole(Claim title, IReadOnlyList<Claim> claims, string heading, SiteNames site)
    {
        string stem = title.Value.TrimEnd('.', '…', ' ');
        bool cut = title.Value.EndsWith('…') || title.Value.EndsWith("...", StringComparison.Ordinal);
        if (heading.Length > title.Value.Length && StartsAs(heading, stem) && (cut || heading.Length <= 2 * stem.Length))
        {
            return new Claim(heading, ValueOrigin.Page);
        }

        foreach (Claim other in cut ? claims : [])
        {
            string whole = WithoutOutlet(other.Value, heading, site);
            if (whole.Length > title.Value.Length && StartsAs(whole, stem))
            {
                return other with { Value = whole };
            }
        }

        return title;
    }

    private static bool StartsAs(string whole, string stem) => stem.Length > 8 && NameKey.Of(whole).StartsWith(NameKey.Of(stem), StringComparison.Ordinal);

    private static int WordsOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    // Bars and the like by themselves, dashes between spaces; "_" as Chinese sites write it.
    private static int NextSeparator(string title, int from, out int length)
    {
        for (int at = from; at < title.Length; at++)
        {
            bool spaced = at > 0 && title[at - 1] == ' ' && at + 1 < title.Length && title[at + 1] == ' ';
            length = title.AsSpan(at).StartsWith("::", StringComparison.Ordinal) ? 2 : 1;
            if (title[at] is '|' or '｜' or '»' or '«' or '•' or '·' || length == 2
                || (spaced && title[at] is '-' or '–' or '—' or '/' or '@' or '~' or '<' or '>' or '›' or '‹')
                || (title[at] == '_' && at > 0 && title[at - 1] > '\u2E7F'))
            {
                return at;
            }
        }

        length = 0;
        return -1;
    }
}
