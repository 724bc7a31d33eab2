using System.Text;
using SearchService.Core.Articles;

namespace SearchService.Core.Searching.Examples;

/// <summary>Finds pairs of words that stand together in several headlines.</summary>
public static class HeadlinePairs
{
    /// <summary>Letters of a word; of scripts whose words are shorter, none are found rather than wrong ones.</summary>
    private const int ShortestWord = 4;

    /// <summary>Finds the pairs.</summary>
    /// <param name="articles">A story counts once, however many of them tell it.</param>
    /// <returns>In lower case, with how many stories have them in the headline: those with most first, each at least twice.</returns>
    public static IEnumerable<(string First, string Second, int Stories)> Of(IEnumerable<Article> articles)
    {
        Dictionary<(string, string), HashSet<string>> stories = [];
        foreach (Article article in articles)
        {
            string? before = null;
            foreach (string? word in Words(article.Title))
            {
                if (before is not null && word is not null && before != word)
                {
                    if (!stories.TryGetValue((before, word), out HashSet<string>? of))
                    {
                        stories.Add((before, word), of = new HashSet<string>(StringComparer.Ordinal));
                    }

                    of.Add(article.Story ?? article.Id);
                }

                before = word;
            }
        }

        return stories.Where(static pair => pair.Value.Count > 1)
            .OrderByDescending(static pair => pair.Value.Count)
            .ThenBy(static pair => pair.Key.Item1, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Key.Item2, StringComparer.Ordinal)
            .Select(static pair => (pair.Key.Item1, pair.Key.Item2, pair.Value.Count));
    }

    /// <summary>The words; null where a pair can't go on: a short word, a number, punctuation other than within a word.</summary>
    private static IEnumerable<string?> Words(string title)
    {
        StringBuilder word = new();
        for (int i = 0; i <= title.Length; i++)
        {
            if (i < title.Length && (char.IsLetterOrDigit(title[i]) || char.IsSurrogate(title[i])))
            {
                word.Append(char.ToLowerInvariant(title[i]));
                continue;
            }

            if (word.Length > 0)
            {
                string whole = word.ToString();
                word.Clear();
                bool isPart = i < title.Length && !char.IsWhiteSpace(title[i]) && i + 1 < title.Length && char.IsLetterOrDigit(title[i + 1]); // of well-known, of Trump's
                yield return whole.Length >= ShortestWord && whole.All(char.IsLetter) && !isPart ? whole : null;
            }

            if (i < title.Length && !char.IsWhiteSpace(title[i]))
            {
                yield return null;
            }
        }
    }
}
