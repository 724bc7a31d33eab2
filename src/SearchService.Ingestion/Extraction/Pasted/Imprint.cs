using SearchService.Core.Articles;
using SearchService.Ingestion.Articles;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Extraction.Pasted;

/// <summary>Finds the outlet of a page in what sites say of themselves, where the head doesn't name it.</summary>
/// <remarks>
/// Lines that begin as an imprint does ("All texts published by …", "Subscribe to …", "© …") and hold the name of one outlet of the
/// registry; failing that, addresses of the registry's domains anywhere in the text, if they are all of one outlet. Names in running
/// text are no evidence: articles name the outlets they quote.
/// </remarks>
internal static class Imprint
{
    private const int LongestName = 8;
    private const int ShortestKey = 4;

    private static readonly string[] Beginnings =
    [
        "all texts", "all content", "all materials", "all articles", "all rights", "copyright", "©", "(c)", "subscribe to", "donate to",
        "please donate", "please support", "follow us", "join us", "sign up", "this article was originally published", "this article was first published",
        "originally published", "first published", "reprinted",
    ];

    /// <summary>Finds the outlet.</summary>
    /// <param name="text">The page.</param>
    /// <param name="lines">Its lines that aren't empty.</param>
    /// <param name="registry">The outlets there are.</param>
    /// <returns>Null where there is no evidence, or for more than one.</returns>
    public static Outlet? Find(string text, List<Range> lines, OutletRegistry registry)
    {
        if (registry.Count == 0)
        {
            return null;
        }

        HashSet<Outlet> named = [], linked = [];
        foreach (Range range in lines)
        {
            ReadOnlySpan<char> line = text.AsSpan(range).TrimStart("•*-– \t");
            if (BeginsAsImprint(line))
            {
                AddNamed(line.ToString(), registry, named);
            }

            AddLinked(line, registry, linked);
        }

        HashSet<Outlet> found = named.Count > 0 ? named : linked;
        return found.Count == 1 ? found.First() : null;
    }

    private static bool BeginsAsImprint(ReadOnlySpan<char> line)
    {
        foreach (string beginning in Beginnings)
        {
            if (line.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // The longest name at each place that begins with a capital or digit.
    private static void AddNamed(string line, OutletRegistry registry, HashSet<Outlet> found)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int from = 0; from < words.Length;)
        {
            int taken = 0;
            for (int count = Math.Min(LongestName, words.Length - from); count > 0 && taken == 0; count--)
            {
                string name = string.Join(' ', words, from, count);
                if (!char.IsLower(name[0]) && NameKey.Of(name).Length >= ShortestKey && registry.ByName(name) is { } outlet)
                {
                    found.Add(outlet);
                    taken = count;
                }
            }

            from += Math.Max(1, taken);
        }
    }

    private static void AddLinked(ReadOnlySpan<char> line, OutletRegistry registry, HashSet<Outlet> found)
    {
        foreach (Range range in line.SplitAny(' ', '\t', '(', ')', '<', '>', '[', ']', '"', '\u00A0'))
        {
            ReadOnlySpan<char> word = line[range].Trim(".,;:!?'’”");
            int at = word.IndexOf('@');
            word = at >= 0 ? word[(at + 1)..] : word;
            if (word.Length > 3 && word.IndexOf('.') > 0 && registry.ByHost(word.ToString()) is { } outlet)
            {
                found.Add(outlet);
            }
        }
    }
}
