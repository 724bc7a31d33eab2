using SearchService.Core.Indexes;
using SearchService.Core.Queries;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Asks an index how rare words are.</summary>
/// <param name="index">The index.</param>
/// <param name="most">Words asked about: the longest of a text, which are most likely rare.</param>
internal sealed class WordRarity(IArticleIndex index, int most)
{
    /// <summary>Of a word that no article has: it tells nothing of where a text is from.</summary>
    public const double Unknown = -1;

    /// <summary>For each word of a text how many bits are learned from an article's having it: the logarithm of articles by articles that have it.</summary>
    /// <param name="words">The text; every word has a number, from 0 without gaps.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>By number; <see cref="Unknown"/> where no article has it. Words not asked about are taken for as rare as the commonest that was.</returns>
    public double[] BitsOf(TextWords words, CancellationToken cancellationToken)
    {
        Dictionary<int, int> first = [];
        for (int i = 0; i < words.Count; i++)
        {
            first.TryAdd(words.Numbers[i], i);
        }

        double[] bits = new double[first.Count];
        double least = double.MaxValue;
        HashSet<int> asked = [];
        foreach ((int number, int word) in first.OrderByDescending(pair => words[pair.Value].Length).ThenBy(static pair => pair.Value).Take(most))
        {
            bits[number] = BitsOf(words.Text[words[word].Start..words[word].End], cancellationToken);
            least = bits[number] == Unknown ? least : Math.Min(least, bits[number]);
            asked.Add(number);
        }

        foreach (int number in first.Keys.Where(number => !asked.Contains(number)))
        {
            bits[number] = least == double.MaxValue ? 0 : least;
        }

        return bits;
    }

    /// <summary>For one word.</summary>
    /// <param name="word">As written.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public double BitsOf(string word, CancellationToken cancellationToken)
    {
        ArticleQuery query = new() { Root = new WordNode(0, word.Length, QueryFields.Body, word, Verbatim: true), Size = 0 };
        ArticleMatches matches = index.Search(query, cancellationToken);
        return matches.Total == 0 ? Unknown : Math.Max(0, Math.Log2((matches.Index.Articles + 1) / (matches.Total + 0.5)));
    }
}
