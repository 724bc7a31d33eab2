using SearchService.Benchmarks;
using SearchService.Benchmarks.Peers;
using SearchService.Benchmarks.Updates;
using SearchService.TestSupport;

if (args is [IndexingChild.Verb, .. var what])
{
    return IndexingChild.Run(what);
}

string articles = "articles/us-news/articles-30k.jsonl.gz";
if (SharedData.Root is null || !File.Exists(SharedData.PathOf(articles)))
{
    Console.Error.WriteLine($"'{articles}' is not here: place the shared data beside the repository as shared/data, or name its folder by SEARCH_DATA.");
    return 2;
}

using TemporaryFolder folder = new();
if (args is [UpdateBenchmark.Verb]) // printed, not saved: for work on merging
{
    UpdateBenchmark.Run(articles, folder["index"]);
    return 0;
}

Report report = new();
bool peersAlone = args is ["peers"]; // printed, not saved: for work on the engine
if (!peersAlone)
{
    await IndexingBenchmark.RunAsync(SharedData.PathOf(articles), folder["index"], report);
    SearchBenchmark.Run(articles, folder["index"], report);
}

bool same = await PeerBenchmark.RunAsync(articles, folder, report);
if (!peersAlone)
{
    report.Save(Path.Combine(SampleIndex.Repository, "docs", "benchmarks.md"));
}

Console.Write(report);
if (!same)
{
    Console.Error.WriteLine("The engines differ in what they find; the first queries are listed under 'The same answers'.");
}

return same ? 0 : 1;
