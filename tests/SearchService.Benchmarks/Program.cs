using SearchService.Benchmarks;
using SearchService.Benchmarks.Page;
using SearchService.Benchmarks.Peers;
#if LUCENE_NET_PEERS
using SearchService.Benchmarks.Peers.LuceneNet;
#endif
using SearchService.Benchmarks.Scale;
using SearchService.Benchmarks.Updates;

if (args is [IndexingChild.Verb, .. var what])
{
    return IndexingChild.Run(what);
}

const string Articles = "articles/us-news/articles-30k.jsonl.gz";
string document = Path.Combine(SampleIndex.Repository, "docs", "benchmarks.md");
if (SharedData.Root is null || !File.Exists(SharedData.PathOf(Articles)))
{
    Console.Error.WriteLine($"'{Articles}' is not here: place the shared data beside the repository as shared/data, or name its folder by SEARCH_DATA.");
    return 2;
}

using TemporaryFolder folder = new();
Report report = new();
bool same = true;
switch (args)
{
    case []:
        report.Line("# Benchmarks");
        report.Line();
        report.Line("Written by `make bench`, where not said otherwise. One run on one machine, shared and noisy: medians and ratios say more than single times.");
        report.Line();
        report.Machine();
        report.Line("Articles: 30,066 of US news, 193 MB of JSON Lines, 179 million characters of text.");
        await IndexingBenchmark.RunAsync(SharedData.PathOf(Articles), folder["index"], report);
        SearchBenchmark.Run(Articles, folder["index"], report);
        await ServingMemory.RunAsync(Articles, folder["index"], report);
        await PageBenchmark.RunAsync(folder["index"], report);
        same = await PeerBenchmark.RunAsync(Articles, only: "", folder, report);
        report.Save(document);
        break;
    case ["peers", .. var only]: // printed, not saved: for work on the engine
        same = await PeerBenchmark.RunAsync(Articles, string.Join(' ', only), folder, report);
        break;
#if LUCENE_NET_PEERS
    case [LuceneNetBenchmark.Verb]: // saved
        same = await PeerBenchmark.RunLuceneNetAsync(Articles, only: "", folder, report);
        report.Save(document);
        break;
    case [BackendViews.Verb]: // saved; by itself, as both take longer where the peers ran before them
        await BackendViews.RunAsync(Articles, folder, report);
        report.Save(document);
        break;
    case [LuceneNetBenchmark.Verb, .. var only]: // printed, not saved
        same = await PeerBenchmark.RunLuceneNetAsync(Articles, string.Join(' ', only), folder, report);
        break;
#endif
    case ["searching"]: // printed, not saved
        await IndexingBenchmark.BuildAsync(SharedData.PathOf(Articles), folder["index"]);
        SearchBenchmark.Run(Articles, folder["index"], report);
        break;
    case ["serving"]: // printed, not saved
        await IndexingBenchmark.BuildAsync(SharedData.PathOf(Articles), folder["index"]);
        await ServingMemory.RunAsync(Articles, folder["index"], report);
        break;
    case [PageBenchmark.Verb]: // saved: a browser is all it needs
        await IndexingBenchmark.BuildAsync(SharedData.PathOf(Articles), folder["index"]);
        await PageBenchmark.RunAsync(folder["index"], report);
        report.Save(document);
        break;
    case [PageBenchmark.Verb, var index]: // printed, not saved: over an index that is there
        await PageBenchmark.RunAsync(index, report);
        break;
    case ["scale", _, ..] when args[1..] is var scales && Array.TrueForAll(scales, scale => int.TryParse(scale, out int times) && times > 0):
        await ScaleBenchmark.RunAsync(Articles, [.. scales.Select(int.Parse)], only: "", folder, report);
        report.Save(document);
        break;
    case ["scale", var scale, .. var only] when int.TryParse(scale, out int times) && times > 0: // printed, not saved: for a profiler
        await ScaleBenchmark.RunAsync(Articles, [times], string.Join(' ', only), folder, report);
        break;
    case [UpdateBenchmark.Verb]: // printed, not saved: for work on merging
        UpdateBenchmark.Run(Articles, folder["index"]);
        return 0;
    default:
        Console.Error.WriteLine("Nothing, or 'peers' and a part of a class's name, or (built with Lucene.Net) 'lucene-net' and such a part or 'views', or 'searching', or 'serving', or 'page', or 'scale' and how many times as many articles, one alone with a part of a class's name, or 'updates'.");
        return 2;
}

Console.Write(report);
if (!same)
{
    Console.Error.WriteLine("The engines differ in what they find; the first queries are listed under 'The same answers'.");
}

return same ? 0 : 1;
