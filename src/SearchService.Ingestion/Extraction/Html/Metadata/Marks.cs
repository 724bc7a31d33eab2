using System.Buffers;
using AngleSharp.Dom;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>What the names that sites give their elements (class, id, rel) say of them.</summary>
/// <remarks>Names are free, but those who write pages for others to maintain call a byline a byline: words in any language of class names are English.</remarks>
internal static class Marks
{
    private const int MostAncestors = 60;

    private static readonly SearchValues<string> Byline = Words(["byline", "author", "writer", "reporter", "contributor", "credit-name", "vcard", "wrote", "written-by", "writtenby", "journalist"]);

    // An author's picture, life and other works are no byline.
    private static readonly SearchValues<string> NotByline = Words(
    [
        "avatar", "image", "img", "photo", "picture", "bio", "about", "social", "twitter", "follow", "comment", "related", "archive", "title-",
        "underwriter", "highlight", "authority", "authoriz", "typewriter", "posts-by", "more-from", "icon", "email", "job", "role", "date", "time",
    ]);

    private static readonly SearchValues<string> Date = Words(
    [
        "date", "publish", "timestamp", "time-stamp", "posted-on", "postedon", "pubtime", "dateline", "posttime", "post-time", "article-time", "article__time",
        "entry-time", "post-meta", "entry-meta", "article-meta", "article-info", "post-info", "posted", "time",
    ]);

    // "update" holds "date", and "candidate" does; so do menus of dates and clocks.
    private static readonly SearchValues<string> NotDate = Words(["candidate", "validate", "mandate", "calendar", "datepicker", "countdown", "sometime", "timeline", "reading-time", "read-time", "publisher", "date-picker", "timer", "weather", "current"]);

    private static readonly SearchValues<string> Modified = Words(["update", "modified", "lastmod", "revised", "edited"]);

    private static readonly SearchValues<string> Published = Words(["publish", "posted"]);

    // Where others speak, or other articles are named.
    private static readonly SearchValues<string> Aside = Words(
    [
        "comment", "disqus", "respond", "reply", "related", "recommend", "recirc", "sidebar", "side-bar", "promo", "teaser", "trending", "popular", "most-read",
        "mostread", "most-viewed", "read-next", "readmore", "read-more", "more-from", "more-stories", "morestories", "latest", "newsletter", "widget", "footer", "outbrain",
        "taboola", "breadcrumb", "navigation", "navbar", "menu", "carousel", "also-like", "next-article", "up-next", "rail", "advert", "cookie", "ticker",
    ]);

    private static readonly string[] AuthorPaths = ["/author/", "/authors/", "/by/", "/people/", "/staff/", "/profile/", "/profiles/", "/contributors/", "/contributor/", "/reporter/", "/reporters/", "/writer/", "/writers/", "/newsteam/", "/journalists/", "/journalist/", "/columnist/", "/auteur/", "/autor/", "/autoren/", "/autore/"];

    /// <summary>Whether an element is marked as a byline, or leads to a page about an author.</summary>
    public static bool OfByline(IElement element)
    {
        if (PageElements.HasWord(element.GetAttribute("rel"), "author"))
        {
            return element.LocalName != "link";
        }

        if (element.LocalName == "a" && element.GetAttribute("href") is { } href && Array.Exists(AuthorPaths, path => href.Contains(path, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        return Has(element, Byline) && !Has(element, NotByline);
    }

    /// <summary>Whether an element is marked as a date or as the line that holds one.</summary>
    public static bool OfDate(IElement element) => Has(element, Date) && !Has(element, NotDate);

    /// <summary>Whether an element or the one around it is marked as the date of a change.</summary>
    public static bool OfModification(IElement element) =>
        Has(element, Modified) || (element.ParentElement is { LocalName: not ("body" or "article" or "main") } around && Has(around, Modified) && !Has(around, Published));

    /// <summary>Whether an element stands where others speak or other articles are named: comments, related links, menus.</summary>
    /// <param name="element">Any of the page.</param>
    /// <param name="headline">The article's headline, if it is known: what holds it is about this article.</param>
    public static bool IsAside(IElement element, IElement? headline)
    {
        IElement? around = element;
        for (int i = 0; i < MostAncestors && around is not null; i++, around = around.ParentElement)
        {
            switch (around.LocalName)
            {
                case "body" or "main":
                    return false;
                case "nav" or "footer" or "aside" or "form" when headline is null || !around.Contains(headline):
                    return true;
                case "header" when headline is null ? around.ParentElement?.LocalName == "body" : around.ParentElement?.LocalName == "body" && !around.Contains(headline):
                    return true;
                case "article" when headline?.Closest("article") is not null && !around.Contains(headline):
                    return true;
                default:
                    break;
            }

            if (Has(around, Aside) && (headline is null || !around.Contains(headline)))
            {
                return true;
            }
        }

        return false;
    }

    private static SearchValues<string> Words(ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    private static bool Has(IElement element, SearchValues<string> words) => element.ClassName.AsSpan().ContainsAny(words) || element.Id.AsSpan().ContainsAny(words);
}
