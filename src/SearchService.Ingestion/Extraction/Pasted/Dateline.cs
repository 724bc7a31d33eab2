using SearchService.Core.Articles;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Extraction.Pasted;

/// <summary>Finds the agency in the first words of an article: "MOSCOW, January 13. /TASS/.", "ALMATY (Reuters) – …".</summary>
internal static class Dateline
{
    private const int Longest = 80;

    /// <summary>Finds the outlet.</summary>
    /// <param name="paragraphs">Of the body; the first that begins so counts.</param>
    /// <param name="registry">The outlets there are.</param>
    /// <returns>Null where no paragraph has a dateline with an outlet of the registry.</returns>
    public static Outlet? Find(IReadOnlyList<string> paragraphs, OutletRegistry registry)
    {
        for (int i = 0; i < Math.Min(paragraphs.Count, 4); i++)
        {
            string first = paragraphs[i].Length > Longest ? paragraphs[i][..Longest] : paragraphs[i];
            int open = first.AsSpan().IndexOfAny('(', '/');
            int close = open < 0 ? -1 : first.IndexOf(first[open] == '(' ? ')' : '/', open + 1);
            if (open > 0 && close > open && IsPlace(first.AsSpan(0, open)) && registry.ByName(first[(open + 1)..close]) is { } outlet)
            {
                return outlet;
            }
        }

        return null;
    }

    // Begins with a word in capitals.
    private static bool IsPlace(ReadOnlySpan<char> place)
    {
        int length = 0;
        while (length < place.Length && (char.IsLetter(place[length]) || place[length] == '-'))
        {
            if (char.IsLower(place[length++]))
            {
                return false;
            }
        }

        return length > 1;
    }
}
