using System.Collections.Immutable;
#if LUCENE_NET_PEERS
using SearchService.Benchmarks.Peers.LuceneNet;
#endif
using SearchService.Engine.Execution;
using SearchService.Engine.Index;

namespace SearchService.Benchmarks.Peers;

/// <summary>The engine and its peers on the same tokens and queries, one after the other in the same run.</summary>
internal static class PeerBenchmark
{
    internal const int WarmUp = 3;
    internal const int Rounds = 5;
    private const int SqliteOneOf = 8;

    /// <summary>Measures and reports.</summary>
    /// <param name="articles">A file of the shared data.</param>
    /// <param name="only">What the classes asked have in their names; empty for all.</param>
    /// <param name="folder">For what is prepared and built.</param>
    /// <param name="report">Written to.</param>
    /// <returns>Whether all answers were the same.</returns>
    internal static async Task<bool> RunAsync(string articles, string only, TemporaryFolder folder, Report report)
    {
        (PeerCorpus corpus, ImmutableArray<PeerQuery> queries) = Prepare(articles, only, folder);
        await File.WriteAllLinesAsync(folder["queries.tsv"], queries.Select(query => query.Line));
        (LucenePeer? lucene, string absence) = await LucenePeer.TryPrepareAsync(folder["lucene-driver"]);

        report.Section("Engine against peers");
        report.Line($"The engine alone, as a library, on the {corpus.Count:#,0} texts ({corpus.TokenCount / 1e6:0.0} million tokens), each token in one form as the peers have it (plain analyzer: segmentation and folding); source, stance and year to count, the day to filter by, other metadata stored, the text not.");
        report.Line("The peers get the tokens ready-made; this engine gets the texts and makes them. All in one run of `make bench`, one engine after the other, everything in memory, each query parsed beforehand, each index merged into one segment.");
        report.Line($"Peers: {(lucene is null ? "" : $"{lucene.Name} on Java {lucene.Java}, ")}SQLite {SqliteArticles.Version} with FTS5, its facets counted in arrays by row.");
        report.Line("Ratios above 1: this engine is that many times as fast; below 1, the peer is faster.");
        if (lucene is null)
        {
            report.Line();
            report.Line(absence);
        }

        IndexingResult indexing = await IndexAsync(corpus, lucene, folder);
        PeerRun ours = SearchOurs(queries, folder["ours"]);
        PeerRun? luceneRun = lucene is null ? null : await lucene.SearchAsync(folder["lucene"], folder["queries.tsv"], WarmUp, Rounds);
        PeerRun sqlite = SearchSqlite(queries, folder["sqlite.db"]);
        PeerReport tables = new(report, queries, luceneRun is null ? [ours, sqlite] : [ours, luceneRun, sqlite]);
        new PeerGoals(report, queries, indexing, ours).Write(luceneRun, sqlite);
        PeerReport.Indexing(report, indexing, "One thread more reads the prepared file. Buffers hold 96 MiB a thread, in Lucene too; Java's heap is as Java chooses it. This engine makes its files durable (fsync), Lucene at its commit too, SQLite has journal and syncing off. On disk: after merging into one segment, which isn't in the time.");
        report.Line();
        report.Line("### The same answers");
        report.Line();
        bool same = tables.Agreement(sqlite, withScores: false) & (luceneRun is null || tables.Agreement(luceneRun, withScores: true));

        report.Line($"Below, microseconds on one thread: of each query the median of {Rounds} rounds after {WarmUp} to warm up (FTS5: one round, and one query in {SqliteOneOf} for views a second), over each class mean, median and 99th percentile. Lucene's cache of queries is off: it would remember what the rounds repeat. \"game\" is the public search-benchmark-game's list of queries. FTS5 isn't asked what has no equal in its language: some words that must match beside others that may, and fuzzy words. Lucene by default cuts fuzzy queries at 50 terms; here it takes all, at a constant score, as this engine does. Lucene.Net has a section of its own, written by a run that is built with it.");
        tables.Times("Full view: ten best, exact total, counts of source, stance and year", run => run.FullMicros);
        tables.Times("Ten best alone", run => run.TopMicros);
        tables.Throughput();
#if LUCENE_NET_PEERS
        same &= await LuceneNetBenchmark.RunAsync(corpus, queries, ours, indexing, folder, report);
#endif
        return same;
    }

#if LUCENE_NET_PEERS
    /// <summary>Measures and reports the section of Lucene.Net alone.</summary>
    internal static async Task<bool> RunLuceneNetAsync(string articles, string only, TemporaryFolder folder, Report report)
    {
        (PeerCorpus corpus, ImmutableArray<PeerQuery> queries) = Prepare(articles, only, folder);
        List<IndexingFigures> figures = [];
        foreach (int threads in (int[])[1, 2])
        {
            figures.Add(await IndexingChild.BuildOursAsync(corpus, folder[$"ours-{threads}"], threads, maxSegments: 4));
        }

        await IndexingChild.BuildOursAsync(corpus, folder["ours"], threads: 1, maxSegments: 1);
        IndexingResult indexing = new(figures, new Dictionary<string, long>(StringComparer.Ordinal) { [IndexingChild.OursName] = SizeOf(folder["ours"]) });
        return await LuceneNetBenchmark.RunAsync(corpus, queries, SearchOurs(queries, folder["ours"]), indexing, folder, report);
    }
#endif

    private static (PeerCorpus Corpus, ImmutableArray<PeerQuery> Queries) Prepare(string articles, string only, TemporaryFolder folder)
    {
        PeerCorpus corpus = PeerCorpus.Prepare(UsNews.Read(articles), folder.Path);
        IEnumerable<PeerQuery> all = [.. new GeneratedQueries(corpus).All(), .. GameQueries.Read(SharedData.PathOf(GameQueries.File))];
        return (corpus, [.. all.Where(query => query.Class.Contains(only, StringComparison.Ordinal))]);
    }

    private static async Task<IndexingResult> IndexAsync(PeerCorpus corpus, LucenePeer? lucene, TemporaryFolder folder)
    {
        List<IndexingFigures> figures = [];
        foreach (int threads in (int[])[1, 2])
        {
            figures.Add(await IndexingChild.BuildOursAsync(corpus, folder[$"ours-{threads}"], threads, maxSegments: 4));
            if (lucene is not null)
            {
                figures.Add(await lucene.BuildAsync(corpus.TokensFile, folder[threads == 1 ? "lucene" : "lucene-2"], threads));
            }
        }

        figures.Add(await IndexingChild.BuildSqliteAsync(corpus, folder["sqlite.db"]));
        await IndexingChild.BuildOursAsync(corpus, folder["ours"], threads: 1, maxSegments: 1);
        SqliteArticles.Optimize(folder["sqlite.db"]);
        Dictionary<string, long> sizes = new(StringComparer.Ordinal)
        {
            [figures[0].Engine] = SizeOf(folder["ours"]),
            [figures[^1].Engine] = new FileInfo(folder["sqlite.db"]).Length,
        };
        if (lucene is not null)
        {
            await lucene.MergeAsync(folder["lucene"]);
            sizes[lucene.Name] = SizeOf(folder["lucene"]);
        }

        return new IndexingResult(figures, sizes);
    }

    private static PeerRun SearchOurs(ImmutableArray<PeerQuery> queries, string folder)
    {
        using EngineIndex index = OursPeer.Open(folder);
        using IndexSnapshot snapshot = index.Acquire();
        Searcher searcher = new(snapshot);
        ImmutableArray<EngineSearch> full = OursPeer.Full(queries), top = OursPeer.Top(queries);
        return new PeerTiming(IndexingChild.OursName, () => new OursPeer(searcher, full, top), queries.Length) { WarmUp = WarmUp, Rounds = Rounds }.Run();
    }

    private static PeerRun SearchSqlite(ImmutableArray<PeerQuery> queries, string file)
    {
        SqliteArticles articles = new(file);
        return new PeerTiming(IndexingChild.SqliteName, () => new SqlitePeer(articles, queries), queries.Length) { OneOf = SqliteOneOf }.Run();
    }

    private static long SizeOf(string folder) => Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
}
