using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;
using SearchService.TestSupport;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace SearchService.Browser.Tests.Setup;

/// <summary>One browser for all tests; each has a context of its own in it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string Absent =
        "NO BROWSER: the tests of the page are skipped. Install Chromium, Chrome or Edge, or name one in " + ChromiumFinder.Variable + ".";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (ChromiumFinder.Find() is not { } executable)
        {
            await Console.Error.WriteLineAsync(Absent);
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ChromiumFinder.Arguments });
    }

    /// <summary>Opens a context; the running test is skipped when there is no browser.</summary>
    internal async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        if (_browser is null)
        {
            Assert.Skip(Absent);
        }

        return await _browser.NewContextAsync(options);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
