using Microsoft.Playwright;

namespace SearchService.Browser.Tests.Setup;

/// <summary>A test of the page over prescribed answers.</summary>
public abstract class CannedPageTest(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    /// <inheritdoc/>
    protected override Uri Home => CannedArchive.Home;

    /// <summary>Gets the archive that answers.</summary>
    private protected CannedArchive Archive { get; } = new(service.Home);

    /// <summary>Gets the search box.</summary>
    protected ILocator Box => Page.GetByRole(AriaRole.Combobox, new() { Name = "Search the archive" });

    /// <summary>Gets the titles in the list of results.</summary>
    protected ILocator Titles => Page.Locator(".hit-title");

    /// <summary>Gets the total above the list.</summary>
    protected ILocator Total => Page.Locator(".results-total");

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Archive.ServeAsync(Page);
    }

    /// <summary>Finds the row of a value in a facet.</summary>
    protected ILocator Row(string field, string value) => Page.Locator($"[data-field='{field}'] [data-value='{value}']");
}
