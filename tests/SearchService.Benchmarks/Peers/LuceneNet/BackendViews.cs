using SearchService.Backend.Embedded;
using SearchService.Backend.LuceneNet;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;

namespace SearchService.Benchmarks.Peers.LuceneNet;

/// <summary>The same views of the search page on either backend, through the seam.</summary>
internal static class BackendViews
{
    /// <summary>The first argument that asks for this section alone.</summary>
    internal const string Verb = "views";

    private const int QueriesOfAKind = 40;

    internal static async Task RunAsync(string articles, TemporaryFolder folder, Report report)
    {
        IBackend[] backends = [new EmbeddedBackend(), new LuceneNetBackend()];
        List<MeasuredProcess> builds = [];
        foreach (IBackend backend in backends)
        {
            builds.Add(await BuildAsync(SharedData.PathOf(articles), FolderOf(backend), backend.Name));
        }

        using IArticleIndex embedded = backends[0].OpenIndex(FolderOf(backends[0])), lucene = backends[1].OpenIndex(FolderOf(backends[1]));
        ArticleSearch[] searches = [new(embedded), new(lucene)];
        BenchmarkQueries queries = new([.. UsNews.Read(articles).Where((article, i) => i % 20 == 0 && article.Text.Length > 1_000)]);

        report.Section("A view of the page on either backend");
        report.Line($"Written by `make bench LUCENE=1`. The page's view of the section *Searching*, through the seam, on the embedded engine and on Lucene.Net: {QueriesOfAKind} queries of a kind, each timed on the one and then on the other; microseconds. `indexer build` took {Seconds(builds[0])} s and {Seconds(builds[1])} s.");
        report.Line();
        report.Row("kind", "embedded, median", "95 %", "Lucene.Net, median", "95 %", "goal", "ratio of medians");
        report.Row("---", "---:", "---:", "---:", "---:", "---:", "---:");
        List<(double Embedded, double Lucene)> all = [];
        foreach ((string kind, Func<string> next) in queries.Kinds)
        {
            SearchRequest[] views = [.. Enumerable.Range(0, kind == BenchmarkQueries.Everything ? 1 : QueriesOfAKind).Select(_ => SearchBenchmark.View(next()))];
            foreach (ArticleSearch search in searches)
            {
                Array.ForEach(views, view => search.Search(view, CancellationToken.None));
            }

            (double Embedded, double Lucene)[] times = [.. views.Select(view => (SearchBenchmark.Time(searches[0], view), SearchBenchmark.Time(searches[1], view)))];
            Write(kind, times, report);
            all.AddRange(times);
        }

        Write("all of these", [.. all], report);

        string FolderOf(IBackend backend) => folder[$"views-{backend.Name}"];
    }

    /// <summary>On the frameworks of this program: what Lucene.Net shares with that of the service isn't beside the indexer here.</summary>
    private static Task<MeasuredProcess> BuildAsync(string articles, string index, string backend)
    {
        string frameworks = Path.Combine(AppContext.BaseDirectory, "SearchService.Benchmarks.runtimeconfig.json"), indexer = Path.Combine(AppContext.BaseDirectory, "indexer.dll");
        return MeasuredProcess.RunAsync("dotnet", "exec", "--runtimeconfig", frameworks, indexer, "build", "--backend", backend, "--articles", articles, "--index", index);
    }

    private static void Write(string kind, (double Embedded, double Lucene)[] times, Report report)
    {
        double[] embedded = [.. times.Select(static time => time.Embedded).Order()], lucene = [.. times.Select(static time => time.Lucene).Order()];
        report.Row(
            kind,
            Micros(IndexingBenchmark.Median(embedded)),
            Micros(embedded[(int)(embedded.Length * 0.95)]),
            Micros(IndexingBenchmark.Median(lucene)),
            Micros(lucene[(int)(lucene.Length * 0.95)]),
            "10,000",
            IndexingBenchmark.Number(IndexingBenchmark.Median(lucene) / IndexingBenchmark.Median(embedded), "0.00"));
    }

    private static string Micros(double value) => IndexingBenchmark.Number(value, "#,0");

    private static string Seconds(MeasuredProcess build) => IndexingBenchmark.Number(build.Seconds, "0.0");
}
