using System.Collections.Immutable;
using SearchService.Benchmarks.Peers;
using SearchService.Core.Articles;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;

namespace SearchService.Benchmarks.Scale;

/// <summary>The engine on an archive that is made larger and larger: how times and sizes grow.</summary>
/// <remarks>A larger archive begins with the articles of the smaller ones, and the queries, made from the smallest, stay the same.</remarks>
internal static class ScaleBenchmark
{
    internal const int WarmUp = 2;
    internal const int Rounds = 3;

    private const int Threads = 2;
    private const long BytesAScale = 400L << 20; // of disk: texts, segments, and the one they are merged into

    /// <summary>Measures at each scale, ascending, and reports.</summary>
    /// <param name="articles">A file of the shared data.</param>
    /// <param name="scales">How many times as many; above 0, at least one.</param>
    /// <param name="only">What the classes asked have in their names; empty for all.</param>
    /// <param name="folder">For what is prepared and built.</param>
    /// <param name="report">Written to.</param>
    internal static async Task RunAsync(string articles, int[] scales, string only, TemporaryFolder folder, Report report)
    {
        MixedArticles mixed = new(UsNews.Read(articles));
        using IEnumerator<Article> made = mixed.All().GetEnumerator();
        PeerCorpus corpus = PeerCorpus.Prepare(Next(made, mixed.RealCount), folder.Path);
        ImmutableArray<PeerQuery> queries = [.. new GeneratedQueries(corpus).All().Where(query => query.Class.Contains(only, StringComparison.Ordinal))];
        List<ScaleRun> runs = [];
        int count = mixed.RealCount;
        foreach (int scale in scales.Order())
        {
            if (new DriveInfo(folder.Path).AvailableFreeSpace < scale * BytesAScale)
            {
                Console.Error.WriteLine($"{scale} times is left out: it needs {scale * BytesAScale >> 20:#,0} MiB of disk at {folder.Path}; TMPDIR names another place.");
                break;
            }

            PeerCorpus.AppendTexts(corpus.TextsFile, Next(made, (scale * mixed.RealCount) - count));
            count = Math.Max(count, scale * mixed.RealCount);
            runs.Add(await MeasureAsync(corpus, scale, count, queries, folder[$"index-{scale}"]));
            Console.Error.WriteLine($"{scale} times: {count:#,0} articles, indexed in {runs[^1].Indexing.Seconds:0.0} s.");
        }

        new ScaleReport(report, queries, [.. runs]).Write();
    }

    private static async Task<ScaleRun> MeasureAsync(PeerCorpus corpus, int scale, int count, ImmutableArray<PeerQuery> queries, string folder)
    {
        IndexingFigures indexing = await IndexingChild.BuildOursAsync(corpus, folder, Threads, maxSegments: 1);
        ScaleRun run = new(scale, count, indexing, Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length), Search(queries, folder));
        Directory.Delete(folder, recursive: true);
        return run;
    }

    private static PeerRun Search(ImmutableArray<PeerQuery> queries, string folder)
    {
        using EngineIndex index = OursPeer.Open(folder);
        using IndexSnapshot snapshot = index.Acquire();
        Searcher searcher = new(snapshot);
        ImmutableArray<EngineSearch> full = OursPeer.Full(queries), top = OursPeer.Top(queries);
        return new PeerTiming(IndexingChild.OursName, () => new OursPeer(searcher, full, top), queries.Length) { WarmUp = WarmUp, Rounds = Rounds, Clock = ThreadClock.Processor }.Run();
    }

    private static IEnumerable<Article> Next(IEnumerator<Article> articles, int count)
    {
        for (int i = 0; i < count && articles.MoveNext(); i++)
        {
            yield return articles.Current;
        }
    }
}
