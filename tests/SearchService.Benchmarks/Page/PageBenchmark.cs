using System.Globalization;
using Microsoft.Playwright;

namespace SearchService.Benchmarks.Page;

/// <summary>The search page in a browser: what it transfers, how long its scripts run, when a reader sees what.</summary>
internal static class PageBenchmark
{
    internal const string Verb = "page";

    private const int Visits = 7;
    private const string Search = "search?q=president+congress";

    /// <summary>Starts the service on an index of all articles, and visits it.</summary>
    internal static async Task RunAsync(string index, Report report)
    {
        report.Section("The page");
        if (ChromiumFinder.Find() is not { } executable)
        {
            report.Line("Not measured: there was no browser on this machine.");
            return;
        }

        await using ServedIndex served = await ServedIndex.StartAsync(index);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ChromiumFinder.Arguments });
        VisitMeasure visits = new(browser, served.Home);
        await visits.RunAsync("", LineSpeed.Unlimited); // what is compiled and compressed once

        report.Line($"In {browser.BrowserType.Name} {browser.Version} at 1,280 by 800, each visit with an empty cache, over all articles; medians of {Visits} visits.");
        report.Line("*Fast 3G* is throttled by the browser, with a processor four times as slow: WebPageTest's (1.6 Mbit/s, 150 ms a request) and the developer tools' (1.44 Mbit/s, 562 ms a request).");
        report.Line();
        report.Row("what", "first visit", "a search", "goal");
        report.Row("---", "---:", "---:", "---");
        Visit[] first = await RepeatAsync(visits, "", LineSpeed.Unlimited), search = await RepeatAsync(visits, Search, LineSpeed.Unlimited);
        Write("transferred in all, kB, headers included", first, search, static visit => visit.TransferredBytes / 1000d, "0.0", "at most 60");
        Write("time of scripts, ms", first, search, static visit => visit.ScriptMilliseconds, "0", "under 100");
        Write("largest paint, ms", first, search, static visit => visit.LargestPaintMilliseconds, "0", "");
        Write("layout shift", first, search, static visit => visit.LayoutShift, "0.000", "at most 0.02");
        foreach (LineSpeed line in (LineSpeed[])[LineSpeed.WebPageTest, LineSpeed.DeveloperTools])
        {
            first = await RepeatAsync(visits, "", line);
            search = await RepeatAsync(visits, Search, line);
            Write($"{line.Name}: largest paint, ms", first, search, static visit => visit.LargestPaintMilliseconds, "0", "under 1,000");
            Write($"{line.Name}: layout shift", first, search, static visit => visit.LayoutShift, "0.000", "at most 0.02");
            Write($"{line.Name}: scripts ready, ms", first, search, static visit => visit.ReadyMilliseconds, "0", "");
        }

        report.Line();
        double[] typing = [.. await new TypingMeasure(browser, served.Home).RunAsync()];
        report.Line($"From a key to painted results, {typing.Length} keys of ten queries typed letter by letter, a key each 120 ms: median {Number(typing[typing.Length / 2], "0")} ms, 95 % {Number(typing[typing.Length * 95 / 100], "0")} ms (goal: under 100 at the median).");

        void Write(string what, Visit[] ofFirst, Visit[] ofSearch, Func<Visit, double> value, string format, string goal) =>
            report.Row(what, Number(Median(ofFirst, value), format), Number(Median(ofSearch, value), format), goal);
    }

    private static async Task<Visit[]> RepeatAsync(VisitMeasure visits, string address, LineSpeed line)
    {
        Visit[] measured = new Visit[Visits];
        for (int i = 0; i < Visits; i++)
        {
            measured[i] = await visits.RunAsync(address, line);
        }

        return measured;
    }

    private static double Median(Visit[] visits, Func<Visit, double> value) => visits.Select(value).Order().ElementAt(visits.Length / 2);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
