using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using SearchService.Ingestion;
using SearchService.Ingestion.Reporting;
using SearchService.TestSupport;

namespace SearchService.Evaluation;

/// <summary>Whether every record becomes an article, and what that costs in time and memory.</summary>
internal sealed class IngestEvaluation : IEvaluation
{
    private const string Articles = "articles/us-news/articles-30k.jsonl.gz";
    private const string Pages = "html/zyte/pages";
    private const int Copies = 4;
    private const int PassesOverPages = 10;
    private const int JsonGoal = 4_000;
    private const int PagesGoal = 300;

    private static readonly ArticleSetOptions WithoutQuotations = new() { QuotationThreads = 0 };

    public string Name => "ingest";

    public IReadOnlyList<string> Needs => [Articles, Pages];

    public void Run(Report report, string findings)
    {
        string articles = SharedData.PathOf(Articles);
        string pages = SharedData.PathOf(Pages);
        using TemporaryFolder folder = new();
        string fourfold = folder["fourfold.jsonl.gz"];
        long rows = Multiply(articles, fourfold);

        // The first passes compile what is run, the later ones are measured; the pages are few, so that it takes several.
        Pass(articles);
        Outcome once = Pass(articles);
        Outcome html = Pass(pages);
        for (int i = 0; i < PassesOverPages; i++)
        {
            html = Pass(pages);
        }

        Outcome four = Pass(fourfold);
        long live = MostLive(articles);
        long liveOfFour = MostLive(fourfold);

        report.Section("Records into articles");
        report.Line($"Every row of `{Articles}` as an article, and the same rows {Copies} times under other ids; each saved page of `{Pages}`. Reading, decompression, parsing and extraction on one thread; quotations apart, which are found on threads of their own and measured by themselves. CPU time of the process, so that other work on the machine counts little.");
        report.Line();
        report.Row("set", "records", "articles", "rejected", "dates not understood", "articles a second of CPU time", "goal", "live heap at most, MB");
        report.Row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
        report.Row("us-news", Number(rows), Number(once.Articles), Number(once.Rejected), Number(once.BrokenDates), Number(once.Rate), Number(JsonGoal), Megabytes(live));
        report.Row($"us-news, {Copies} times", Number(rows * Copies), Number(four.Articles), Number(four.Rejected), Number(four.BrokenDates), Number(four.Rate), Number(JsonGoal), Megabytes(liveOfFour));
        report.Row("pages of zyte", Number(html.Records), Number(html.Articles), Number(html.Rejected), Number(html.BrokenDates), Number(html.Rate), Number(PagesGoal), "");
        report.Line();
        report.Line("What grows with the set is a place for each id, by which duplicates are told.");
        File.WriteAllLines(Path.Combine(findings, "problems.txt"), once.Problems.Concat(html.Problems));
    }

    private static Outcome Pass(string path)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long articles = 0, rejected = 0, dates = 0, records = 0;
        List<string> problems = [];
        foreach (ReadOutcome outcome in new ArticleSetReader(WithoutQuotations).Read([path]))
        {
            articles += outcome.Article is null ? 0 : 1;
            foreach (IngestionProblem problem in outcome.Problems)
            {
                rejected += problem.Effect is ProblemEffect.RecordRejected or ProblemEffect.FileRejected ? 1 : 0;
                dates += problem.Field == "date" ? 1 : 0;
                problems.Add($"{problem.Place}\t{problem.Code}\t{problem.Reason}\t{problem.Excerpt}");
            }

            records += outcome.Article is not null || outcome.Problems.Any(static problem => problem.Effect == ProblemEffect.RecordRejected) ? 1 : 0;
        }

        double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        return new Outcome(records, articles, rejected, dates, articles / seconds, problems);
    }

    private static long MostLive(string path)
    {
        const int Between = 3_000;
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        long read = 0;
        foreach (ReadOutcome _ in new ArticleSetReader(WithoutQuotations).Read([path]))
        {
            if (++read % Between == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        return most;
    }

    // Ids and addresses differ by the number of the copy: otherwise the copies would be duplicates.
    private static long Multiply(string from, string to)
    {
        long rows = 0;
        using StreamWriter writer = new(new GZipStream(File.Create(to), CompressionLevel.Fastest));
        for (int copy = 0; copy < Copies; copy++)
        {
            using StreamReader lines = new(new GZipStream(File.OpenRead(from), CompressionMode.Decompress));
            for (rows = 0; lines.ReadLine() is { } line; rows++)
            {
                writer.WriteLine(line.Replace("{\"id\": \"", $"{{\"id\": \"{copy}-", StringComparison.Ordinal));
            }
        }

        return rows;
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Outcome(long Records, long Articles, long Rejected, long BrokenDates, double Rate, List<string> Problems);
}
