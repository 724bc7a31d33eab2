using System.Globalization;
using SearchService.Backend.Embedded;
using SearchService.Core.Articles;
using SearchService.Core.Indexes;
using SearchService.Ingestion.Stories;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Whether similar articles are about the same, by what the search doesn't know: their topics, and the days they are of.</summary>
internal sealed class SimilarEvaluation : IEvaluation
{
    private const string Archive = "articles/us-news/articles-30k.jsonl.gz";
    private const int Asked = 2_000;
    private const int Size = 5;
    private const int Days = 14;

    public string Name => "similar";

    public IReadOnlyList<string> Needs => [Archive];

    public void Run(Report report, string findings)
    {
        int seed = Environment.GetEnvironmentVariable("SEARCH_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 27;
        Random random = new(seed);
        Article[] archive = [.. InStories(UsNews.Read(Archive))];
        using TemporaryFolder folder = new();
        using (IArticleIndexWriter writer = new EmbeddedBackend().OpenWriter(folder["index"]))
        {
            foreach (Article article in archive)
            {
                writer.Add(article);
            }

            writer.Commit(new Dictionary<string, string>());
        }

        using IArticleIndex index = new EmbeddedBackend().OpenIndex(folder["index"]);
        Article[] asked = [.. random.GetItems(archive, Asked)];
        foreach (Article article in asked)
        {
            index.Similar(article.Id, Size, CancellationToken.None);
        }

        List<Asking> answers = [.. asked.Select(article => Ask(index, article))];
        Write(report, archive, answers, seed);
        File.WriteAllLines(Path.Combine(findings, "hits.txt"), answers.Take(200).SelectMany(static answer => Told(answer)));
    }

    private static IEnumerable<Article> InStories(IEnumerable<Article> articles)
    {
        using StoryFinder finder = new();
        foreach (Article article in articles)
        {
            yield return article with { Story = finder.Add(article) };
        }
    }

    private static Asking Ask(IArticleIndex index, Article article)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        SimilarArticles similar = index.Similar(article.Id, Size, CancellationToken.None)!;
        return new Asking(article, [.. similar.Hits], (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    private static void Write(Report report, Article[] archive, List<Asking> answers, int seed)
    {
        (Article Article, Article Other)[] pairs = [.. answers.SelectMany(static answer => answer.Hits.Select(hit => (answer.Article, hit.Article)))];
        Random random = new(seed);
        (Article, Article)[] byChance = [.. answers.SelectMany(answer => random.GetItems(archive, Size).Select(other => (answer.Article, other)))];
        double[] times = [.. answers.Select(static answer => answer.Milliseconds).Order()];
        report.Section("Similar articles");
        report.Line($"The {Size} articles most similar to each of {Asked:N0} of {archive.Length:N0} (seed {seed}; `SEARCH_SEED` takes another). The search knows neither topics nor dates.");
        report.Line();
        report.Row("", "same topic", $"within {Days} days", "pairs");
        report.Row("---", "---:", "---:", "---:");
        Row("similar", pairs);
        Row("the most similar one", [.. answers.Where(static answer => answer.Hits.Length > 0).Select(static answer => (answer.Article, answer.Hits[0].Article))]);
        Row("two by chance", byChance);
        report.Line();
        report.Line($"{answers.Count(static answer => answer.Hits.Length == Size):N0} have {Size}, {answers.Count(static answer => answer.Hits.Length == 0):N0} none. Processor time: {Number(times[times.Length / 2], "0.0")} ms at the median, {Number(times[(int)(times.Length * 0.95)], "0.0")} ms at 95 %.");

        void Row(string name, (Article Article, Article Other)[] some) => report.Row(
            name,
            Share(some.Where(static pair => pair.Article.Topics.Count > 0 && pair.Other.Topics.Count > 0), static pair => pair.Article.Topics.Intersect(pair.Other.Topics).Any()),
            Share(some.Where(static pair => pair.Article.Date is not null && pair.Other.Date is not null), static pair => Math.Abs(pair.Article.Date!.Value.First.DayNumber - pair.Other.Date!.Value.First.DayNumber) <= Days),
            some.Length.ToString("N0", CultureInfo.InvariantCulture));
    }

    private static string Share(IEnumerable<(Article Article, Article Other)> pairs, Func<(Article Article, Article Other), bool> fits)
    {
        bool[] each = [.. pairs.Select(fits)];
        return each.Length == 0 ? "" : Number((double)each.Count(static fit => fit) / each.Length, "0.000");
    }

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Told(Asking answer) =>
    [
        "", $"{answer.Article.Date} {answer.Article.Title}", .. answer.Hits.Select(static hit => $"  {Number(hit.Score, "0.00")} {hit.Article.Date} {hit.Article.Title}"),
    ];

    private sealed record Asking(Article Article, SimilarHit[] Hits, double Milliseconds);
}
