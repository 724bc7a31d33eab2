using System.Collections.Frozen;
using SearchService.Ingestion.Articles;

namespace SearchService.Ingestion.Extraction.Pasted;

/// <summary>Reads lines that name who wrote an article.</summary>
internal static class Byline
{
    private const int Longest = 100;

    private static readonly string[] Labels =
    [
        "by ", "by: ", "written by ", "posted by ", "story by ", "author: ", "authors: ", "author – ", "text by ",
        "автор: ", "авторы: ", "автор – ", "автор ", "текст: ",
        "par ", "auteur : ", "auteur: ", "von ", "autor: ", "text: ", "por ", "autora: ",
    ];

    // What stands behind a name: where, for whom.
    private static readonly string[] Ends = [" in ", " for ", " from ", " at ", " à ", " aus ", " für ", " en ", " для ", " из ", " ("];

    private static readonly FrozenSet<string> NotOfPeople = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "press", "news", "agency", "staff", "writer", "correspondent", "editor", "editors", "reporter", "reporters", "analyst", "institute", "university", "team",
        "desk", "service", "admin", "editorial", "board", "redaktion", "rédaction", "редакция", "агентство", "корреспондент");

    /// <summary>Whether a line says by whom, in so many words.</summary>
    /// <param name="line">Trimmed.</param>
    /// <param name="authors">The people it names; empty where it names an agency or a desk.</param>
    public static bool TryRead(string line, out List<string> authors)
    {
        authors = [];
        string? label = line.Length > Longest ? null : Array.Find(Labels, label => line.StartsWith(label, StringComparison.OrdinalIgnoreCase));
        if (label is null)
        {
            return false;
        }

        string names = line[label.Length..].Trim();
        foreach (string end in Ends)
        {
            int at = names.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            names = at > 0 && AuthorNames.LooksLikeName(names[..at].TrimEnd(',')) ? names[..at] : names;
        }

        if (names.Length == 0 || names.Any(static unit => !IsOfNames(unit)))
        {
            return false;
        }

        List<string> all = AuthorNames.Split(names.TrimEnd('.', ','));
        authors = [.. all.Where(static name => AuthorNames.LooksLikeName(name) && !name.Split(' ').Any(NotOfPeople.Contains))];
        return authors.Count > 0 || (all.Count > 0 && char.IsUpper(all[0][0]) && all.TrueForAll(static name => name.Split(' ').Length <= 3));
    }

    /// <summary>Whether a line is names of people and nothing else.</summary>
    public static bool TryNames(string line, out List<string> names)
    {
        names = [];
        string bare = line.Trim().TrimEnd('.', ',');
        if (line.Length > Longest || bare.Any(static unit => !IsOfNames(unit)))
        {
            return false;
        }

        names = AuthorNames.Split(bare);
        return names.Count > 0 && names.TrueForAll(AuthorNames.LooksLikeName);
    }

    private static bool IsOfNames(char unit) => char.IsLetter(unit) || unit is ' ' or '.' or ',' or '-' or '\'' or '’' or '&' or ';' or '\u00A0';
}
