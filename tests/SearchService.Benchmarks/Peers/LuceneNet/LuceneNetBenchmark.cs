using System.Collections.Immutable;
using System.Reflection;
using Lucene.Net.Facet.SortedSet;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace SearchService.Benchmarks.Peers.LuceneNet;

/// <summary>The engine and Lucene.Net, as it comes and at its best, on the same tokens and queries in the same run: a section of its own.</summary>
internal static class LuceneNetBenchmark
{
    /// <summary>The first argument that asks for this section alone.</summary>
    internal const string Verb = "lucene-net";

    private const string DefaultName = "Lucene.Net default";
    private const string BestName = "Lucene.Net best";

    /// <summary>Measures and reports.</summary>
    /// <param name="corpus">What is indexed.</param>
    /// <param name="queries">What is asked.</param>
    /// <param name="ours">The engine's run.</param>
    /// <param name="indexing">The engine's figures of indexing, among others.</param>
    /// <param name="folder">For what is built.</param>
    /// <param name="report">Written to.</param>
    /// <returns>Whether all totals and counts were the same.</returns>
    internal static async Task<bool> RunAsync(
        PeerCorpus corpus, ImmutableArray<PeerQuery> queries, PeerRun ours, IndexingResult indexing, TemporaryFolder folder, Report report)
    {
        IndexingResult built = await IndexAsync(corpus, indexing, ours.Name, folder);
        PeerRun @default = SearchDefault(queries, folder[FolderOf(DefaultName)]), best = SearchBest(queries, folder[FolderOf(BestName)]);

        report.Section("Engine against Lucene.Net");
        report.Line("Written by `make bench LUCENE=1`, and left as it is by a run without the switch. Texts, tokens, queries and rounds are those of the comparison above.");
        report.Line();
        report.Machine();
        report.Line($"Peer: Lucene.Net {Version()}, BM25. *Default*: files as `FSDirectory.Open` maps them, facets by Lucene.Net.Facet (sorted sets). *Best*: the index in a `RAMDirectory`, hits and counts in one pass, counted in arrays that are read once from the columns. Each index merged into one segment.");
        PeerReport tables = new(report, queries, [ours, @default, best]);
        new PeerGoals(report, queries, built, ours).WriteAgainst(best);
        PeerReport.Indexing(report, built, "One thread more reads the prepared file. Buffers hold 96 MiB a thread in both. On disk: after merging into one segment, which isn't in the time.");
        report.Line();
        report.Line("### The same answers as Lucene.Net");
        report.Line();
        bool same = tables.Agreement(@default, withScores: false) & tables.Agreement(best, withScores: false);
        report.Line("Scores aren't compared: Lucene 4.8 keeps lengths in another byte, and its BM25 has a factor that later versions left out. Fuzzy queries take all terms at a constant score, not the 50 most similar.");
        tables.Times("Full view against Lucene.Net", run => run.FullMicros);
        tables.Times("Ten best against Lucene.Net", run => run.TopMicros);
        tables.Throughput("Full views a second against Lucene.Net, and allocation");
        return same;
    }

    private static async Task<IndexingResult> IndexAsync(PeerCorpus corpus, IndexingResult indexing, string ours, TemporaryFolder folder)
    {
        List<IndexingFigures> figures = [.. indexing.Figures.Where(each => each.Engine == ours)];
        Dictionary<string, long> sizes = new(StringComparer.Ordinal) { [ours] = indexing.BytesOnDisk[ours] };
        foreach (string name in (string[])[DefaultName, BestName])
        {
            foreach (int threads in (int[])[2, 1])
            {
                string built = folder[threads == 1 ? FolderOf(name) : $"{FolderOf(name)}-2"];
                figures.Add(await IndexingChild.RunAsync(name, threads, [IndexingChild.LuceneNet, corpus.TokensFile, built, $"{threads}", $"{name == DefaultName}"]));
            }

            LuceneNetIndexing.Merge(folder[FolderOf(name)]);
            sizes[name] = System.IO.Directory.EnumerateFiles(folder[FolderOf(name)]).Sum(static file => new FileInfo(file).Length);
        }

        return new IndexingResult([.. figures.OrderBy(static each => each.Threads)], sizes);
    }

    private static PeerRun SearchDefault(ImmutableArray<PeerQuery> queries, string folder)
    {
        using FSDirectory directory = FSDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IndexSearcher searcher = new(reader) { Similarity = new BM25Similarity() };
        DefaultSortedSetDocValuesReaderState state = new(reader);
        ImmutableArray<Query> translated = LuceneNetQueries.Translate(queries);
        return Timed(DefaultName, () => new FacetPackagePeer(searcher, state, translated), queries.Length);
    }

    private static PeerRun SearchBest(ImmutableArray<PeerQuery> queries, string folder)
    {
        using FSDirectory files = FSDirectory.Open(folder);
        using RAMDirectory directory = new(files, IOContext.DEFAULT);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        if (reader.Leaves is not [var segment])
        {
            throw new InvalidOperationException($"The index has {reader.Leaves.Count} segments; ordinals are counted for one.");
        }

        IndexSearcher searcher = new(reader) { Similarity = new BM25Similarity() };
        ImmutableArray<LabelOrdinals> columns = [.. new[] { "source", "stance", "year" }.Select(field => new LabelOrdinals(segment.AtomicReader, field))];
        ImmutableArray<Query> translated = LuceneNetQueries.Translate(queries);
        return Timed(BestName, () => new ColumnPeer(searcher, columns, translated), queries.Length);
    }

    private static PeerRun Timed(string name, Func<IPeerSearcher> open, int queries) =>
        new PeerTiming(name, open, queries) { WarmUp = PeerBenchmark.WarmUp, Rounds = PeerBenchmark.Rounds }.Run();

    private static string FolderOf(string name) => name.Replace(' ', '-');

    private static string Version() =>
        typeof(IndexSearcher).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
