using System.Collections.Frozen;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Dates;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Makes names of what pages put where an author stands.</summary>
/// <remarks>
/// Addresses, accounts, the outlet's own name, roles and desks are no authors; what follows a name ("in London", a role, a date) is
/// taken off it.
/// </remarks>
internal static class Bylines
{
    private const int LongestName = 60;
    private const int MostWords = 7;

    private static readonly string[] Leads =
    [
        "by ", "by:", "by\u00a0", "written by ", "posted by ", "published by ", "reported by ", "story by ", "words by ", "text by ", "author:", "authors:", "author ", "from ", "edited by ",
        "par ", "von ", "por ", "di ", "автор:", "автор ", "текст:", "بقلم ", "door ", "av ", "af ", "przez ", "作者：", "文：", "文/", "責任編輯：",
    ];

    private static readonly string[] ShownLeads = ["by ", "by: ", "written by ", "posted by ", "reported by ", "par ", "von ", "por ", "автор: ", "بقلم "];

    private static readonly FrozenSet<string> Roles = Set(
        "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "columnist", "contributor", "contributors", "staff", "producer", "journalist",
        "journalists", "analyst", "intern", "bureau", "desk", "author", "admin", "administrator", "team", "newsroom", "webmaster", "redaktion", "rédaction", "redacción", "редакция", "корреспондент",
        "reporting", "report", "reports", "photographer", "blogger", "critic", "fellow", "professor", "director", "anchor", "guest", "anonymous", "unknown", "n/a", "none", "null", "undefined", "user", "root");

    private static readonly FrozenSet<string> Qualifiers = Set(
        "staff", "senior", "chief", "guest", "contributing", "special", "associate", "deputy", "managing", "executive", "national", "international", "foreign", "political", "politics", "business",
        "science", "health", "technology", "tech", "sports", "sport", "news", "web", "digital", "online", "environment", "education", "crime", "arts", "culture", "opinion", "investigative", "freelance",
        "white", "house", "diplomatic", "security", "economics", "assistant", "general", "lead", "principal", "our", "the", "a", "and", "for", "from", "service", "wire", "editorial", "breaking", "data", "former", "in");

    private static readonly FrozenSet<string> NoNames = Set(
        "follow", "share", "comments", "comment", "read", "view", "more", "posts", "subscribe", "login", "about", "contact", "updated", "published", "posted", "photo", "photos", "image", "video", "advertisement", "click", "email", "print", "min");

    /// <summary>The names of some bylines; empty where they name nobody.</summary>
    /// <param name="given">As they stand on the page.</param>
    /// <param name="site">Names of the outlet.</param>
    public static List<string> Names(IEnumerable<string> given, SiteNames site)
    {
        List<string> names = [];
        foreach (string byline in given)
        {
            foreach (string part in AuthorNames.Split(WithoutLead(WithoutAddresses(byline))))
            {
                if (NameOf(part) is { } name && !site.Is(name) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    /// <summary>A byline as the page shows it, up to what is no part of one any more: a date, a count.</summary>
    public static string Shown(string text)
    {
        int digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        string shown = digit < 0 ? text : text[..digit];
        foreach (string word in (ReadOnlySpan<string>)["last updated", "updated", "published", "posted on", " on ", " | ", " • ", " · "])
        {
            int at = shown.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            shown = at >= 0 ? shown[..at] : shown;
        }

        string[] words = shown.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int end = words.Length;
        while (digit >= 0 && end > 0 && IsOfDate(words[end - 1].AsSpan().Trim(".,:;")))
        {
            end--;
        }

        return string.Join(' ', words, 0, end);
    }

    /// <summary>Whether a line begins as bylines do, in any of the languages of <see cref="DateWords"/>.</summary>
    public static bool BeginsAsByline(string line) => Array.Exists(ShownLeads, lead => line.StartsWith(lead, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a line that nothing marks as a byline is a name all the same.</summary>
    public static bool LooksLikeName(string name) => AuthorNames.LooksLikeName(name) && !name.AsSpan().ContainsAnyInRange('0', '9');

    // What stands before the first number of a date: "Thursday, January".
    private static bool IsOfDate(ReadOnlySpan<char> word) =>
        DateWords.TryFind(word, out DateWord found) && (found.Month > 0 || found.Weekday > 0 || found.Roles.HasFlag(DateWordRoles.Beside));

    private static string WithoutAddresses(string byline) =>
        byline.Contains('@', StringComparison.Ordinal) || byline.Contains("://", StringComparison.Ordinal) || byline.Contains("www.", StringComparison.OrdinalIgnoreCase)
            ? string.Join(' ', byline.Split(' ').Where(static word =>
                !word.Contains('@', StringComparison.Ordinal) && !word.Contains("://", StringComparison.Ordinal) && !word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)))
            : byline;

    private static string WithoutLead(string byline)
    {
        string bare = byline.Trim();
        foreach (string lead in Leads)
        {
            if (bare.Equals(lead.TrimEnd(), StringComparison.OrdinalIgnoreCase))
            {
                return "";
            }

            if (bare.StartsWith(lead, StringComparison.OrdinalIgnoreCase) || (lead[^1] == ' ' && bare.StartsWith(lead.TrimEnd() + "\n", StringComparison.OrdinalIgnoreCase)))
            {
                return bare[lead.Length..].Trim();
            }
        }

        return bare;
    }

    private static string? NameOf(string part)
    {
        string name = part.Trim().Trim(',', '.', '-', '–', '—', '*', '·', '•', ':', '/', '(', ')').Trim();
        int bracket = name.IndexOf(" (", StringComparison.Ordinal);
        name = bracket > 0 && part.TrimEnd().EndsWith(')') ? name[..bracket] : name;
        foreach (string dash in (ReadOnlySpan<string>)[" - ", " – ", " — ", " / "])
        {
            int at = name.IndexOf(dash, StringComparison.Ordinal);
            name = at > 0 && name.AsSpan(0, at).Contains(' ') ? name[..at] : name;
        }

        int place = name.IndexOf(" in ", StringComparison.Ordinal);
        name = place > 0 && name.AsSpan(0, place).Contains(' ') ? name[..place] : name;
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int end = words.Length;
        if (end > 0 && Roles.Contains(Bare(words[end - 1])))
        {
            end--;
            while (end > 0 && (Qualifiers.Contains(Bare(words[end - 1])) || Roles.Contains(Bare(words[end - 1]))))
            {
                end--;
            }

            // "Science Editor": what is left over of a role is no name.
            if (end < 2)
            {
                return null;
            }
        }

        name = string.Join(' ', words, 0, end);
        return name.Length is > 1 and <= LongestName && end is > 0 and <= MostWords && name.Any(char.IsLetter) && !Array.Exists(words, static word => NoNames.Contains(Bare(word))) ? name : null;
    }

    private static string Bare(string word) => word.Trim(',', '.', ';', ':');

    private static FrozenSet<string> Set(params ReadOnlySpan<string> words) => FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words);
}
