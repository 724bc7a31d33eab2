using SearchService.Benchmarks;
using SearchService.TestSupport;

string articles = "articles/us-news/articles-30k.jsonl.gz";
if (SharedData.Root is null || !File.Exists(SharedData.PathOf(articles)))
{
    Console.Error.WriteLine($"'{articles}' is not here: place the shared data beside the repository as shared/data, or name its folder by SEARCH_DATA.");
    return 2;
}

using TemporaryFolder folder = new();
Report report = new();
await IndexingBenchmark.RunAsync(SharedData.PathOf(articles), folder["index"], report);
SearchBenchmark.Run(articles, folder["index"], report);
report.Save(Path.Combine(SampleIndex.Repository, "docs", "benchmarks.md"));
Console.Write(report);
return 0;
