using System.Text;

namespace SearchService.Ingestion.Tests.Stories;

/// <summary>Invented texts, and versions of them.</summary>
internal static class Prose
{
    private const string Syllables = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu stra ble cri dro fle gra pli sno thre tru";

    /// <summary>Sentences of words drawn as in a language: few are frequent, most are rare.</summary>
    public static string Article(Random random, int words)
    {
        StringBuilder text = new();
        for (int i = 0; i < words; i++)
        {
            bool begins = i % 12 == 0;
            string word = Word(random);
            text.Append(begins || random.Next(12) == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            text.Append((i % 12, i % 60) switch { (_, 59) => ".\n\n", (11, _) => ". ", _ => " " });
        }

        return text.ToString().Trim();
    }

    /// <summary>A text with a part of its words replaced.</summary>
    public static string Changed(Random random, string text, double share) =>
        string.Join(' ', text.Split(' ').Select(word => random.NextDouble() < share ? Word(random) : word));

    private static string Word(Random random)
    {
        int rank = (int)(4000 * Math.Pow(random.NextDouble(), 3));
        Random ofRank = new(rank);
        string[] syllables = Syllables.Split(' ');
        return string.Concat(Enumerable.Range(0, rank < 40 ? 1 : 3).Select(_ => syllables[ofRank.Next(syllables.Length)])) + (rank < 40 ? "" : rank % 7 == 0 ? "s" : "");
    }
}
