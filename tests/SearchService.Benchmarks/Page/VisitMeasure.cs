using System.Text.Json;
using Microsoft.Playwright;

namespace SearchService.Benchmarks.Page;

/// <summary>One visit with an empty cache.</summary>
/// <param name="TransferredBytes">Over the line, headers included.</param>
/// <param name="ScriptMilliseconds">Compiling and running scripts.</param>
/// <param name="LargestPaintMilliseconds">When the largest thing above the fold was painted.</param>
/// <param name="LayoutShift">The sum of all shifts (web.dev/cls, without windows: never less).</param>
/// <param name="ReadyMilliseconds">When the scripts had taken over.</param>
internal sealed record Visit(long TransferredBytes, double ScriptMilliseconds, double LargestPaintMilliseconds, double LayoutShift, double ReadyMilliseconds);

/// <summary>Visits the page, and asks the browser what it took.</summary>
internal sealed class VisitMeasure(IBrowser browser, Uri home)
{
    private const string Observe = """
        window.seen = { paint: 0, shift: 0 };
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.paint = entry.startTime; })
          .observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.shift += entry.value; })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>Visits an address, and waits until the page has nothing left to do.</summary>
    internal async Task<Visit> RunAsync(string address, LineSpeed line)
    {
        await using IBrowserContext context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "en-GB" });
        await context.AddInitScriptAsync(Observe);
        IPage page = await context.NewPageAsync();
        ICDPSession devTools = await context.NewCDPSessionAsync(page);
        long transferred = 0;
        devTools.Event("Network.loadingFinished").OnEvent += (_, loaded) => transferred += (long)loaded!.Value.GetProperty("encodedDataLength").GetDouble();
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Performance.enable");
        await devTools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = line.LatencyMilliseconds,
            ["downloadThroughput"] = line.BytesPerSecond,
            ["uploadThroughput"] = line.BytesPerSecond,
        });
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = line.ProcessorSlowdown });
        await page.GotoAsync(new Uri(home, address).AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('ready').length > 0");
        double ready = await page.EvaluateAsync<double>("() => performance.getEntriesByName('ready')[0].startTime");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        JsonElement seen = await page.EvaluateAsync<JsonElement>("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(seen))))");
        JsonElement metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        double script = metrics.EnumerateArray().Single(static metric => metric.GetProperty("name").GetString() == "ScriptDuration").GetProperty("value").GetDouble();
        return new Visit(transferred, script * 1000, seen.GetProperty("paint").GetDouble(), seen.GetProperty("shift").GetDouble(), ready);
    }
}
