using System.Collections.Frozen;

namespace SearchService.Ingestion.Articles;

/// <summary>Cuts bylines into names.</summary>
/// <remarks>
/// <c>;</c> and <c>|</c> always part names, <c>,</c> only where neither stands, since it may part a last name from a first one there.
/// "and", "&amp;" and "with" part names of two words or more on both sides, so that <c>Food and Drug Administration</c> stays whole.
/// What belongs to the name before it (Jr., III, M.D.) stays with it. A leading "By" goes; the same name twice is one.
/// </remarks>
internal static class AuthorNames
{
    private static readonly FrozenSet<string> Suffixes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d.", "ph.d", "esq", "esq.", "mba", "j.d.", "jd", "r.n.");

    private static readonly string[] Joints = [" and ", " & ", " with "];

    /// <summary>
    /// Whether a text has two to five words, the first and last of which begin with a capital, or a letter of a script without capitals:
    /// <c>Ludwig van Beethoven</c>.
    /// </summary>
    public static bool LooksLikeName(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 5 && IsCapital(words[0][0]) && IsCapital(words[^1][0]);

        static bool IsCapital(char letter) => char.IsLetter(letter) && !char.IsLower(letter);
    }

    /// <summary>Cuts one byline, or the printed form of a list (<c>['A', 'B']</c>).</summary>
    public static List<string> Split(string byline)
    {
        List<string> names = [];
        ReadOnlySpan<char> rest = byline.AsSpan().Trim();
        if (rest.Length > 1 && rest[0] == '[' && rest[^1] == ']')
        {
            rest = rest[1..^1];
        }

        rest = WithoutBy(rest);
        bool strong = rest.ContainsAny(';', '|', '\n');
        foreach (Range range in strong ? rest.SplitAny(';', '|', '\n') : rest.SplitAny(','))
        {
            ReadOnlySpan<char> part = Bare(rest[range]);
            if (part.IsEmpty)
            {
                continue;
            }

            if (!strong && names.Count > 0 && Suffixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(part))
            {
                names[^1] = $"{names[^1]}, {part}";
                continue;
            }

            AddJoined(names, part);
        }

        return names;
    }

    /// <summary>Takes names that a file gives as a list.</summary>
    public static List<string> Of(IEnumerable<string> entries)
    {
        List<string> names = [];
        foreach (string entry in entries)
        {
            Add(names, Bare(WithoutBy(entry.AsSpan().Trim())));
        }

        return names;
    }

    private static void AddJoined(List<string> names, ReadOnlySpan<char> part)
    {
        part = WithoutBy(part);
        if (part.StartsWith("and ", StringComparison.OrdinalIgnoreCase))
        {
            part = part[4..];
        }

        foreach (string joint in Joints)
        {
            int at = part.IndexOf(joint, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && IsFullName(part[..at]) && IsFullName(part[(at + joint.Length)..]))
            {
                Add(names, Bare(part[..at]));
                AddJoined(names, Bare(part[(at + joint.Length)..]));
                return;
            }
        }

        Add(names, part);
    }

    // Two words or more, as people's names have; "of" and the like are in those of institutions.
    private static bool IsFullName(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        return words.Contains(' ')
            && words.IndexOf(" of ", StringComparison.OrdinalIgnoreCase) < 0
            && words.IndexOf(" for ", StringComparison.OrdinalIgnoreCase) < 0
            && words.IndexOf(" the ", StringComparison.OrdinalIgnoreCase) < 0;
    }

    private static void Add(List<string> names, ReadOnlySpan<char> name)
    {
        string line = TextNormalizer.Line(name.ToString());
        if (line.Length > 0 && !names.Contains(line, StringComparer.OrdinalIgnoreCase))
        {
            names.Add(line);
        }
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> part) => part.Trim().Trim("\"'“”").Trim();

    private static ReadOnlySpan<char> WithoutBy(ReadOnlySpan<char> byline)
    {
        if (byline.StartsWith("by ", StringComparison.OrdinalIgnoreCase) || byline.StartsWith("by:", StringComparison.OrdinalIgnoreCase))
        {
            return byline[3..].TrimStart();
        }

        return byline.StartsWith("written by ", StringComparison.OrdinalIgnoreCase) ? byline[11..].TrimStart() : byline;
    }
}
