using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using SearchService.Core.Articles;
using SearchService.Ingestion;

namespace SearchService.Evaluation;

/// <summary>Plants mistakes in feeds that have none and counts the items that still come out as they did.</summary>
internal static partial class FeedDamage
{
    private const int Seed = 20;

    /// <summary>The kinds of mistakes: what programs and pipelines that make feeds get wrong.</summary>
    public static IReadOnlyList<(string Name, Func<string, Random, string> Plant)> Kinds { get; } =
    [
        ("every ampersand bare", static (feed, _) => feed.Replace("&amp;", "&", StringComparison.Ordinal)),
        ("an HTML entity in each title", static (feed, _) => feed.Replace("</title>", "&nbsp;</title>", StringComparison.Ordinal)),
        ("a control character in each title", static (feed, _) => feed.Replace("</title>", "\u000B</title>", StringComparison.Ordinal)),
        ("junk and a line end before the declaration", static (feed, _) => "Notice: deprecated\n" + feed),
        ("no namespace declared", static (feed, _) => Declaration().Replace(feed, "")),
        ("each tenth end tag of a value lost", static (feed, random) => EndOfValue().Replace(feed, match => random.Next(10) == 0 ? "" : match.Value)),
        ("each tenth end of an item lost", static (feed, random) => EndOfItem().Replace(feed, match => random.Next(10) == 0 ? "" : match.Value)),
        ("each tenth end of CDATA lost", static (feed, random) => EndOfSection().Replace(feed, match => random.Next(10) == 0 ? "" : match.Value)),
        ("stray end tags", static (feed, _) => feed.Replace("</link>", "</link></p></div>", StringComparison.Ordinal)),
        ("cut in the middle", static (feed, _) => feed[..(feed.Length / 2)]),
        ("ten bytes broken", static (feed, random) => Broken(feed, random)),
    ];

    /// <summary>Plants each kind in each feed.</summary>
    /// <param name="feeds">Well-formed, in UTF-8.</param>
    /// <param name="folder">For the damaged copies, which are deleted after, and for the list of items that don't come out as they did.</param>
    /// <returns>For each kind: items there were (in the half that is left, where it is cut), items that came out as they did, and those a strict reader gets.</returns>
    public static IEnumerable<(string Name, int Items, int Equal, int Strict)> Run(IReadOnlyList<string> feeds, string folder)
    {
        string path = Path.Combine(folder, "damaged.xml");
        List<string> lost = [];
        foreach ((string name, Func<string, Random, string> plant) in Kinds)
        {
            int items = 0, equal = 0, strict = 0;
            foreach ((int number, string feed) in feeds.Index())
            {
                Random random = new(Seed + number);
                string whole = File.ReadAllText(feed);
                string damaged = plant(whole, random);
                File.WriteAllText(path, whole, new UTF8Encoding(false));
                List<string> before = [.. Articles(path)];
                File.WriteAllText(path, damaged, new UTF8Encoding(false));
                HashSet<string> after = [.. Articles(path)];
                bool isCut = damaged.Length < whole.Length && whole.StartsWith(damaged, StringComparison.Ordinal);
                before = isCut ? before[..Math.Min(before.Count, EndOfItem().Count(damaged))] : before;
                items += before.Count;
                equal += before.Count(after.Contains);
                lost.AddRange(before.Where(item => !after.Contains(item)).Select(item => $"{name}\t{Path.GetFileName(feed)}\t{item}\t{Nearest(item, after)}"));
                strict += Math.Min(before.Count, StrictItems(path));
            }

            yield return (name, items, equal, strict);
        }

        File.Delete(path);
        File.WriteAllLines(Path.Combine(folder, "planted.tsv"), lost);
    }

    // The item that the same address, or else the same title, gives.
    private static string Nearest(string item, HashSet<string> after)
    {
        string[] parts = item.Split('|');
        return after.FirstOrDefault(other => parts[1].Length > 0 && other.Split('|')[1] == parts[1]) ?? after.FirstOrDefault(other => other.StartsWith(parts[0] + "|", StringComparison.Ordinal)) ?? "(none)";
    }

    // What tells whether an item came out the same: spaces and controls aside, which some kinds plant.
    private static IEnumerable<string> Articles(string path) => new ArticleSetReader(new ArticleSetOptions()).Read([path])
        .Select(static outcome => outcome.Article).OfType<Article>()
        .Select(static article => $"{string.Concat(article.Title.Where(char.IsLetterOrDigit))}|{article.Url}|{article.Date}|{string.Concat(article.Text.Where(char.IsLetterOrDigit))}");

    private static int StrictItems(string path)
    {
        int items = 0;
        try
        {
            using XmlReader reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            while (reader.Read())
            {
                items += reader is { NodeType: XmlNodeType.EndElement, LocalName: "item" or "entry" } ? 1 : 0;
            }
        }
        catch (XmlException)
        {
            // What came before stays.
        }

        return items;
    }

    private static string Broken(string feed, Random random)
    {
        StringBuilder broken = new(feed);
        for (int i = 0; i < 10; i++)
        {
            broken[random.Next(broken.Length / 20, broken.Length)] = (char)random.Next(33, 127);
        }

        return broken.ToString();
    }

    [GeneratedRegex("""\sxmlns:\w+=("[^"]*"|'[^']*')""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex("</(title|link|guid|pubDate|category|dc:creator|id|updated)>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EndOfValue();

    [GeneratedRegex("</(item|entry)>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EndOfItem();

    [GeneratedRegex(@"\]\]>", RegexOptions.NonBacktracking)]
    private static partial Regex EndOfSection();
}
