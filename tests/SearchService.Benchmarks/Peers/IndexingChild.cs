using System.Globalization;
using System.Reflection;
#if LUCENE_NET_PEERS
using SearchService.Benchmarks.Peers.LuceneNet;
#endif

namespace SearchService.Benchmarks.Peers;

/// <summary>This program again, as a process that indexes once and ends, so that its memory and processor time can be told.</summary>
internal static class IndexingChild
{
    /// <summary>The first argument of such a process.</summary>
    internal const string Verb = "build-index";

    internal const string OursName = "this engine";
    internal const string SqliteName = "SQLite FTS5";

    /// <summary>Asks for an index of Lucene.Net.</summary>
    internal const string LuceneNet = "lucene-net";

    private const string Ours = "ours";
    private const string Sqlite = "sqlite";

    /// <summary>Indexes as told and prints the seconds it took.</summary>
    internal static int Run(string[] arguments)
    {
        double seconds = arguments switch
        {
            [Ours, var texts, var folder, var threads, var segments] => OursPeer.Build(texts, folder, Whole(threads), Whole(segments)),
            [Sqlite, var tokens, var file] => SqliteArticles.Build(tokens, file),
#if LUCENE_NET_PEERS
            [LuceneNet, var tokens, var folder, var threads, var withFacetPackage] => LuceneNetIndexing.Build(tokens, folder, Whole(threads), bool.Parse(withFacetPackage)),
#endif
            _ => throw new ArgumentException($"There is no such index to build: {string.Join(' ', arguments)}", nameof(arguments)),
        };
        Console.WriteLine(seconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    internal static Task<IndexingFigures> BuildOursAsync(PeerCorpus corpus, string folder, int threads, int maxSegments) =>
        RunAsync(OursName, threads, [Ours, corpus.TextsFile, folder, $"{threads}", $"{maxSegments}"]);

    internal static Task<IndexingFigures> BuildSqliteAsync(PeerCorpus corpus, string file) => RunAsync(SqliteName, 1, [Sqlite, corpus.TokensFile, file]);

    /// <summary>Has an index built by a process of its own.</summary>
    internal static async Task<IndexingFigures> RunAsync(string engine, int threads, string[] arguments)
    {
        MeasuredProcess run = await MeasuredProcess.RunAsync("dotnet", [Assembly.GetExecutingAssembly().Location, Verb, .. arguments]);
        return new IndexingFigures(engine, threads, double.Parse(run.Output, CultureInfo.InvariantCulture), run.ProcessorSeconds, run.PeakMiB, run.PeakOwnMiB);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
