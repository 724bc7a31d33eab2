using AngleSharp.Dom;
using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Finds the heading that is the headline of a page's article.</summary>
internal static class Headline
{
    private const int LongestHeading = 400;
    private const int ShortestKey = 4;
    private const int UnconfirmedScore = 5;

    /// <summary>Finds it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="claims">What its head says the title is.</param>
    /// <param name="site">Names of the outlet: a heading that is one is the site's banner.</param>
    /// <param name="isConfirmed">Whether the head of the page has words of it.</param>
    /// <returns>
    /// The heading whose words the head has as the title; failing that the first <c>&lt;h1&gt;</c> that has words in common with it, or
    /// the only one there is.
    /// </returns>
    public static IElement? Of(PageElements page, PageClaims claims, SiteNames site, out bool isConfirmed)
    {
        List<string> titles = [.. claims.Titles.Select(static claim => NameKey.Of(claim.Value)), NameKey.Of(PlainValue.Of(page.Document.Title))];
        titles.RemoveAll(static title => title.Length < ShortestKey);
        IElement? best = null;
        int bestScore = 0;
        int firstLevel = page.Headings.Count(static heading => heading.LocalName == "h1");
        foreach (IElement heading in page.Headings)
        {
            string text = PlainValue.Of(heading.TextContent);
            string key = NameKey.Of(text);
            if (key.Length < ShortestKey || text.Length > LongestHeading || site.Is(text) || Marks.IsAside(heading, heading))
            {
                continue;
            }

            bool first = heading.LocalName == "h1";
            int score = titles.Exists(title => title == key) ? 8
                : titles.Exists(title => title.Contains(key, StringComparison.Ordinal) && 2 * key.Length >= title.Length) ? 7
                : titles.Exists(title => key.Contains(title, StringComparison.Ordinal)) ? 6
                : titles.Exists(title => title.Contains(key, StringComparison.Ordinal)) && first ? 5
                : first && page.Document.Title is { } words && SharesWords(text, words) ? 4
                : first && firstLevel == 1 ? 2
                : 0;
            score = (2 * score) + (first && score > 0 ? 1 : 0);
            if (score > bestScore)
            {
                (best, bestScore) = (heading, score);
            }
        }

        isConfirmed = bestScore > UnconfirmedScore;
        return best;
    }

    // At least half of the heading's longer words.
    private static bool SharesWords(string heading, string title)
    {
        string[] words = [.. heading.Split(' ').Where(static word => word.Length > 3)];
        return words.Length > 1 && 2 * words.Count(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)) >= words.Length;
    }
}
