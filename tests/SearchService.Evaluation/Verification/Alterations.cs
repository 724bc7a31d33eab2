using SearchService.Analysis;

namespace SearchService.Evaluation.Verification;

/// <summary>Changes words of a text as those who quote do: drops, swaps, replaces and inflects.</summary>
/// <param name="random">Chooses.</param>
/// <param name="byFrequency">Words of an archive, as written, the most frequent first.</param>
internal sealed class Alterations(Random random, string[] byFrequency)
{
    private readonly Dictionary<string, int> _ranks = byFrequency.Index().ToDictionary(static word => word.Item, static word => word.Index, StringComparer.Ordinal);

    /// <summary>What may become of a word.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["dropped", "swapped", "replaced", "inflected"];

    /// <summary>Changes so many words of a text, if it has so many that can be.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="count">Changes.</param>
    public string Change(string text, string kind, int count)
    {
        for (int i = 0; i < count; i++)
        {
            List<(int Start, int End)> words = Spans(text);
            for (int attempt = 0; attempt < 20; attempt++)
            {
                int word = random.Next(words.Count - (kind == "swapped" ? 1 : 0));
                if (Change(text, words, word, kind) is { } changed)
                {
                    text = changed;
                    break;
                }
            }
        }

        return text;
    }

    private static List<(int Start, int End)> Spans(string text)
    {
        List<(int Start, int End)> spans = [];
        TokenReader reader = TextAnalyzer.Plain.CreateReader();
        reader.Reset(text);
        while (reader.Next())
        {
            spans.Add((reader.Start, reader.End));
        }

        return spans;
    }

    private string? Change(string text, List<(int Start, int End)> words, int at, string kind)
    {
        (int start, int end) = words[at];
        string word = text[start..end];
        switch (kind)
        {
            case "dropped":
                return text.Remove(start, at + 1 < words.Count ? words[at + 1].Start - start : end - start);
            case "swapped":
                (int nextStart, int nextEnd) = words[at + 1];
                string next = text[nextStart..nextEnd];
                return string.Equals(word, next, StringComparison.OrdinalIgnoreCase) ? null : text[..start] + next + text[end..nextStart] + word + text[nextEnd..];
            case "replaced":
                // About as frequent: a small word by a small one, a rare one by a rare one.
                int rank = _ranks.GetValueOrDefault(word.ToLowerInvariant(), byFrequency.Length - 1);
                string other = byFrequency[random.Next(rank / 2, Math.Min(byFrequency.Length, (rank * 2) + 10))];
                return string.Equals(other, word, StringComparison.OrdinalIgnoreCase) ? null : text[..start] + other + text[end..];
            default:
                return Inflected(word) is { } inflected ? text[..start] + inflected + text[end..] : null;
        }
    }

    private static string? Inflected(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower))
        {
            return null;
        }

        bool Ends(string ending) => word.EndsWith(ending, StringComparison.Ordinal);
        return Ends("ing") && word.Length > 5 ? word[..^3] + "ed"
            : Ends("ied") ? word[..^3] + "y"
            : Ends("ed") && word.Length > 4 ? word[..^2] + "ing"
            : Ends("ies") ? word[..^3] + "y"
            : Ends("s") && !Ends("ss") && !Ends("us") && !Ends("is") ? word[..^1]
            : Ends("y") && !"aeiou".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies"
            : Ends("e") ? word + "d"
            : word + "s";
    }
}
