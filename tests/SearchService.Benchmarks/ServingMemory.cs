using System.Text.Json;

namespace SearchService.Benchmarks;

/// <summary>The memory the service takes beside the files it maps, while it answers queries of all kinds.</summary>
internal static class ServingMemory
{
    private const int QueriesOfAKind = 40;
    private const int AtOnce = 8; // as many as the service lets run on two processors
    private const int GoalMiB = 250;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private static readonly string[] Views = ["", "&sort=newest", "&size=100&passages=10"];

    /// <summary>Starts the service on an index, asks, and reports.</summary>
    internal static async Task RunAsync(string articles, string index, Report report)
    {
        await using ServedIndex served = await ServedIndex.StartAsync(index);
        using HttpClient client = new() { BaseAddress = served.Home };
        ProcessMemory idle = new(served.ProcessId), serving = new(served.ProcessId);
        idle.Look();
        string[] addresses = [.. Addresses(articles)];
        int found = await AskAsync(client, addresses, serving);
        Write(report, addresses.Length, found, idle, serving);
    }

    private static void Write(Report report, int asked, int found, ProcessMemory idle, ProcessMemory serving)
    {
        report.Section("Memory of serving");
        report.Line($"The service on all articles, {AtOnce} requests at once: {asked:#,0} views with all facets and timeline, of all kinds of queries (those above; Boolean, in a field, near, sloppy, fuzzy, wildcards, regular expressions, one letter and `*`), each as the page asks, by date, and with 100 hits of 10 passages; {found:#,0} of them found something. Looked at every {BetweenLooks.TotalMilliseconds} ms; the service's own memory is what isn't a page of a file: heaps, stacks, compiled code.");
        report.Line();
        report.Row("what", "MiB", "goal");
        report.Row("---", "---:", "---:");
        report.Row("its own memory when it is ready", IndexingBenchmark.Number(idle.PeakOwnMiB, "0"), "");
        report.Row("its own memory at most", IndexingBenchmark.Number(serving.PeakOwnMiB, "0"), $"under {GoalMiB}");
        report.Row("pages of files at most: index and programs", IndexingBenchmark.Number(serving.PeakFilesMiB, "0"), "");
    }

    private static IEnumerable<string> Addresses(string articles)
    {
        BenchmarkQueries queries = new([.. UsNews.Read(articles).Where((article, i) => i % 20 == 0 && article.Text.Length > 1_000)]);
        Func<string>[] kinds = [.. queries.Kinds.Select(kind => kind.Next), .. queries.OtherKinds];
        foreach (Func<string> next in kinds)
        {
            for (int i = 0; i < QueriesOfAKind; i++)
            {
                string query = Uri.EscapeDataString(next());
                foreach (string view in Views)
                {
                    yield return $"/api/search?q={query}&facets=all&interval=auto{view}";
                }
            }
        }
    }

    /// <returns>How many answers had hits.</returns>
    private static async Task<int> AskAsync(HttpClient client, string[] addresses, ProcessMemory memory)
    {
        int found = 0;
        Task asking = Parallel.ForEachAsync(addresses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (address, cancellation) =>
        {
            using HttpResponseMessage response = await client.GetAsync(address, cancellation);
            response.EnsureSuccessStatusCode();
            using JsonDocument answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            if (answer.RootElement.GetProperty("total").GetInt64() > 0)
            {
                Interlocked.Increment(ref found);
            }
        });
        using PeriodicTimer timer = new(BetweenLooks);
        while (!asking.IsCompleted)
        {
            memory.Look();
            await timer.WaitForNextTickAsync();
        }

        await asking;
        return found;
    }
}
