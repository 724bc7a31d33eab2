using System.Text;
using SearchService.Core.Articles;

namespace SearchService.Evaluation.Stories;

/// <summary>Makes other versions of articles, as editors, agencies and copiers do.</summary>
/// <param name="random">From a seed that is printed.</param>
/// <param name="archive">Gives words and sentences that replace and precede.</param>
internal sealed class PlantedVariants(Random random, IReadOnlyList<Article> archive)
{
    /// <summary>The kinds: what share of words is changed, what part of the text is left, whether a new paragraph leads it.</summary>
    public static IReadOnlyList<(string Name, double Changed, double Kept, bool Lead)> Kinds { get; } =
    [
        ("10 % of words changed", .1, 1, false),
        ("20 % of words changed", .2, 1, false),
        ("30 % of words changed", .3, 1, false),
        ("cut to 70 %", 0, .7, false),
        ("cut to 40 %", 0, .4, false),
        ("new lead paragraph", 0, 1, true),
        ("20 % changed, cut to 60 %", .2, .6, false),
        ("30 % changed, new lead", .3, 1, true),
        ("30 % changed, cut to 50 %, new lead", .3, .5, true),
    ];

    /// <summary>A text changed in one way.</summary>
    public string Of(string text, (string Name, double Changed, double Kept, bool Lead) kind)
    {
        List<string> paragraphs = [.. text.Split("\n\n")];
        if (kind.Kept < 1)
        {
            paragraphs = Cut(text, kind.Kept);
        }

        if (kind.Changed > 0)
        {
            paragraphs = [.. paragraphs.Select(paragraph => Changed(paragraph, kind.Changed))];
        }

        if (kind.Lead)
        {
            paragraphs.Insert(0, Lead());
        }

        return string.Join("\n\n", paragraphs);
    }

    // A run of the words that are there: from the beginning as a rule, as editors cut.
    private List<string> Cut(string text, double kept)
    {
        int length = (int)(text.Length * kept);
        int start = random.Next(3) == 0 ? random.Next(text.Length - length) : 0;
        return [.. text.Substring(start, length).Split("\n\n")];
    }

    // Most are replaced, some left out, some added.
    private string Changed(string paragraph, double share)
    {
        StringBuilder changed = new(paragraph.Length);
        foreach (string word in paragraph.Split(' '))
        {
            double dice = random.NextDouble() / share;
            if (dice < .15)
            {
                continue;
            }

            if (dice < .3)
            {
                changed.Append(word).Append(' ');
            }

            changed.Append(dice < 1 ? AnyWord() : word).Append(' ');
        }

        return changed.ToString().TrimEnd();
    }

    private string Lead()
    {
        string[] words = AnyArticle().Text.Split(' ');
        int start = random.Next(Math.Max(1, words.Length - 80));
        return string.Join(' ', words.Skip(start).Take(random.Next(30, 80))).Replace("\n\n", " ", StringComparison.Ordinal);
    }

    private string AnyWord()
    {
        string text = AnyArticle().Text;
        int at = text.Length < 10 ? -1 : text.IndexOf(' ', random.Next(text.Length - 5));
        int end = at < 0 ? -1 : text.IndexOfAny([' ', '\n'], at + 1);
        return end > at + 1 ? text[(at + 1)..end] : "however";
    }

    private Article AnyArticle() => archive[random.Next(archive.Count)];
}
