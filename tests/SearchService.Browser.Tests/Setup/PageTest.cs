using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SearchService.Browser.Tests.Setup;

/// <summary>
/// A test of the page in a tab of its own. It fails when the page, whatever the test looked at, threw, wrote an error to the
/// console, broke its own content security policy, or asked another host for anything.
/// </summary>
public abstract partial class PageTest(BrowserFixture browser) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _faults = new();
    private IBrowserContext? _context;

    /// <summary>Gets the tab.</summary>
    protected IPage Page { get; private set; } = null!;

    /// <summary>Gets or sets console errors that the test provokes: the browser itself reports a failed request as one.</summary>
    protected Regex Provoked { get; set; } = Nothing();

    /// <summary>Gets the address that the page is served from.</summary>
    protected abstract Uri Home { get; }

    /// <summary>Gets what is said of the tab beside its address.</summary>
    protected virtual BrowserNewContextOptions Options => new() { ViewportSize = new() { Width = 1440, Height = 900 } };

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
    {
        BrowserNewContextOptions options = Options;
        options.Locale = "en-GB";
        _context = await browser.NewContextAsync(options);
        _context.SetDefaultTimeout(10_000);
        Page = await _context.NewPageAsync();
        Page.PageError += (_, error) => _faults.Enqueue("thrown: " + error);
        Page.Console += (_, message) => Note(message);
        Page.Request += (_, request) => Note(new Uri(request.Url));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Empty(_faults);
    }

    /// <summary>Opens the page.</summary>
    /// <param name="search">The query part of the address, as <c>?q=peace</c>; empty for the first visit.</param>
    protected Task OpenAsync(string search = "") => Page.GotoAsync(new Uri(Home, search.Length == 0 ? "" : "search" + search).AbsoluteUri);

    /// <summary>Waits until the scripts have taken over from what the server wrote.</summary>
    protected Task ReadyAsync() => Page.WaitForFunctionAsync("() => performance.getEntriesByName('ready').length > 0");

    /// <summary>Gets the query part of the address bar, decoded.</summary>
    protected string Address => Uri.UnescapeDataString(new Uri(Page.Url).Query.Replace('+', ' '));

    /// <summary>Waits until the address bar says this.</summary>
    /// <param name="query">The query part, decoded.</param>
    protected Task AddressBecomesAsync(string query) =>
        Page.WaitForFunctionAsync("query => decodeURIComponent(location.search.replaceAll('+', ' ')) === query", query);

    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !Provoked.IsMatch(message.Text))
        {
            _faults.Enqueue("console: " + message.Text);
        }
    }

    private void Note(Uri request)
    {
        if (request.Scheme != "data" && request.Authority != Home.Authority)
        {
            _faults.Enqueue("request to another host: " + request);
        }
    }

    [GeneratedRegex("(?!)")]
    private static partial Regex Nothing();
}
