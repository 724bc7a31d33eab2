using System.Diagnostics;
using System.Globalization;
using SearchService.Core.Articles;
using SearchService.Evaluation.Stories;
using SearchService.Ingestion.Stories;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Which articles are one story: versions planted among real articles, and what is put together besides.</summary>
internal sealed class StoriesEvaluation : IEvaluation
{
    private const string Archive = "articles/us-news/articles-30k.jsonl.gz";
    private const int VariantsPerKind = 400;
    private const int LeastWords = 60;

    public string Name => "stories";

    public IReadOnlyList<string> Needs => [Archive];

    public void Run(Report report, string findings)
    {
        int seed = Environment.GetEnvironmentVariable("SEARCH_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 20;
        Random random = new(seed);
        Article[] archive = [.. UsNews.Read(Archive)];
        List<Planted> stream = Plant(random, archive);
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        string[] stories = new string[stream.Count];
        using (StoryFinder finder = new())
        {
            for (int i = 0; i < stories.Length; i++)
            {
                stories[i] = finder.Add(stream[i].Article);
            }
        }

        double microseconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / stream.Count;
        FoundStories found = new(stream, stories);
        found.WriteFindings(findings, random);
        report.Section("Stories: versions of an article found among 30,000");
        report.Line($"{archive.Length:N0} real articles, and {VariantsPerKind} versions of each kind planted among them at random places (seed {seed}; `SEARCH_SEED` takes another). A word is changed by another of the archive (70 %), left out (15 %) or put before (15 %).");
        report.Line();
        report.Row("version", "found");
        report.Row("---", "---:");
        foreach ((string kind, double recall) in found.RecallByKind())
        {
            report.Row(kind, recall.ToString("0.000", CultureInfo.InvariantCulture));
        }

        report.Line();
        found.WritePairs(report);
        report.Line();
        report.Line($"Processor time: {microseconds:0} µs an article.");
    }

    private static List<Planted> Plant(Random random, Article[] archive)
    {
        PlantedVariants variants = new(random, archive);
        int[] originals = [.. Enumerable.Range(0, archive.Length).Where(i => archive[i].Text.Count(' ') >= LeastWords)];
        List<(double Place, Planted Article)> placed = [.. archive.Select((article, i) => ((double)i, new Planted(article, null, null)))];
        foreach (var kind in PlantedVariants.Kinds)
        {
            for (int i = 0; i < VariantsPerKind; i++)
            {
                Article original = archive[originals[random.Next(originals.Length)]];
                Article variant = original with { Id = $"planted {placed.Count}", Text = variants.Of(original.Text, kind), Url = null };
                placed.Add((random.NextDouble() * archive.Length, new Planted(variant, original.Id, kind.Name)));
            }
        }

        return [.. placed.OrderBy(static each => each.Place).Select(static each => each.Article)];
    }
}
