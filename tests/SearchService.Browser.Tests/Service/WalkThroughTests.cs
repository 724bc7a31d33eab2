using Microsoft.Playwright;
using SearchService.Browser.Tests.Setup;

namespace SearchService.Browser.Tests.Service;

/// <summary>What docs/accessibility.md says a screen reader meets, and in which order, is what it meets.</summary>
public sealed class WalkThroughTests(BrowserFixture browser, ServiceFixture service) : PageTest(browser)
{
    protected override Uri Home => service.Home;

    public static TheoryData<string, string> Outlines()
    {
        TheoryData<string, string> outlines = [];
        string address = "";
        string? outline = null;
        foreach (string line in File.ReadLines(Repository.PathOf("docs/accessibility.md")))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                address = line.Split('`')[1].TrimStart('/');
            }
            else if (line == "```yaml")
            {
                outline = "";
            }
            else if (line == "```" && outline is not null)
            {
                outlines.Add(address, outline);
                outline = null;
            }
            else if (outline is not null)
            {
                outline += line + "\n";
            }
        }

        return outlines;
    }

    [Theory]
    [MemberData(nameof(Outlines))]
    public async Task The_page_is_read_in_the_order_that_is_written_down(string address, string outline)
    {
        await Page.GotoAsync(new Uri(Home, address).AbsoluteUri);
        await ReadyAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle); // similar articles come behind the text

        Queue<string> met = new(Steps(await Page.Locator("body").AriaSnapshotAsync()));
        foreach (string step in Steps(outline))
        {
            while (met.TryPeek(out string? next) && !next.StartsWith(step, StringComparison.Ordinal))
            {
                met.Dequeue();
            }

            Assert.True(met.TryDequeue(out _), $"Nothing is met as ‘{step}’ behind what stands before it in docs/accessibility.md.");
        }
    }

    // What is met, one after another, without how deep it is nested.
    private static IEnumerable<string> Steps(string outline) =>
        outline.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Trim().TrimStart('-').Trim(' ', '\'').TrimEnd(':', '\''));
}
