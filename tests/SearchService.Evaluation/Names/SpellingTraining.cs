using System.Globalization;
using System.Text;
using SearchService.Analysis.Languages;
using SearchService.Analysis.Names;
using SearchService.TestSupport;

namespace SearchService.Evaluation.Names;

/// <summary>
/// Learns what it costs to spell a piece of a name as another, from half of the shared data: <c>make evaluate ONLY=name-costs</c>, then build again.
/// </summary>
internal static class SpellingTraining
{
    /// <summary>What it is run by.</summary>
    public const string Name = "name-costs";

    /// <summary>Learns them and writes them where the build takes them from.</summary>
    /// <returns>An exit code.</returns>
    public static int Run()
    {
        StringBuilder text = new();
        text.Append("# Learned by `make evaluate ONLY=name-costs`; see docs/adr/0024.\n");
        Write(text, "latin", PieceLearner.Latin(Latin()));
        Write(text, "cyrillic", PieceLearner.ToLatin(Script.Cyrillic, Tokens("wikidata_russian_token_variants.jsonl")));
        Write(text, "arabic", PieceLearner.ToLatin(Script.Arabic, Tokens("wikidata_arabic_token_variants.jsonl")));
        string path = Path.Combine(SampleIndex.Repository, "src", "SearchService.Analysis", "Names", "learned.costs");
        File.WriteAllText(path, text.ToString());
        Console.Error.WriteLine($"Written: {path}");
        return 0;
    }

    private static void Write(StringBuilder text, string script, PieceLearner learner)
    {
        text.Append(CultureInfo.InvariantCulture, $"[{script}]\n");
        foreach (((string from, string to), int cost) in learner.Costs().OrderBy(cost => cost.Key.From, StringComparer.Ordinal).ThenBy(cost => cost.Key.To, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(from.Length == 0 ? "-" : from)}\t{(to.Length == 0 ? "-" : to)}\t{cost}\n");
        }
    }

    /// <summary>Each original with its Latin spellings, as much as each is used.</summary>
    private static IEnumerable<SpellingPair> Tokens(string file)
    {
        foreach (NameCluster cluster in NameCluster.Read(file).Where(static cluster => cluster.IsTrain))
        {
            double all = cluster.Spellings.Sum(static spelling => spelling.Count);
            string from = NameLetters.Of(cluster.Original!, out Script script);
            foreach ((string text, int count) in cluster.Spellings)
            {
                string to = NameLetters.Of(text, out Script latin);
                if (script != Script.None && latin == Script.Latin)
                {
                    yield return new SpellingPair(from, NameLetters.Sounded(text) ?? to, count / all);
                }
            }
        }
    }

    /// <summary>Words of whole names that stand for one another in two spellings of one person's name.</summary>
    private static IEnumerable<SpellingPair> Latin()
    {
        foreach (NameCluster cluster in NameCluster.Read("ofac_person_spelling.jsonl").Where(static cluster => cluster.IsTrain))
        {
            List<string[]> names = [.. cluster.Spellings.Select(static spelling => WordsOf(spelling.Text))];
            for (int i = 0; i < names.Count; i++)
            {
                for (int j = i + 1; j < names.Count; j++)
                {
                    foreach ((string left, string right) in Aligned(names[i], names[j]))
                    {
                        yield return new SpellingPair(left, right, 2.0 / names.Count); // a cluster of many is one person all the same
                    }
                }
            }
        }
    }

    private static string[] WordsOf(string name) =>
        [.. name.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries).Select(static word => NameLetters.Of(word, out _)).Where(static word => word.Length > 2)];

    /// <summary>Pairs each word of a name with the nearest of the other, if that isn't far.</summary>
    private static IEnumerable<(string Left, string Right)> Aligned(string[] left, string[] right)
    {
        HashSet<int> used = [];
        foreach (string word in left)
        {
            (double distance, int at) = Enumerable.Range(0, right.Length).Where(i => !used.Contains(i)).Select(i => (RoughDistance(word, right[i]), i)).DefaultIfEmpty((9, -1)).Min();
            if (distance <= 0.5)
            {
                used.Add(at);
                yield return (word, right[at]);
            }
        }
    }

    /// <summary>Edits by letters, vowels for a half, by the length of the longer word.</summary>
    private static double RoughDistance(string left, string right)
    {
        var row = new double[right.Length + 1];
        for (int j = 1; j <= right.Length; j++)
        {
            row[j] = row[j - 1] + Weight(right[j - 1]);
        }

        foreach (char letter in left)
        {
            double diagonal = row[0];
            row[0] += Weight(letter);
            for (int j = 1; j <= right.Length; j++)
            {
                char other = right[j - 1];
                double replaced = diagonal + (letter == other ? 0 : Math.Max(Weight(letter), Weight(other)));
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j] + Weight(letter), row[j - 1] + Weight(other)));
            }
        }

        return row[^1] / Math.Max(left.Length, right.Length);
    }

    private static double Weight(char letter) => "aeiouyh".Contains(letter, StringComparison.Ordinal) ? 0.5 : 1;
}
