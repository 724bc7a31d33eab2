using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SearchService.Browser.Tests.Setup;

/// <summary>What axe finds wrong with a page as it is now.</summary>
internal static class AxeScan
{
    /// <summary>Gets what axe leaves out by default and WCAG 2.2 AA asks for.</summary>
    public static AxeRunOptions WithTargetSize { get; } = new() { Rules = new() { ["target-size"] = new RuleOptions { Enabled = true } } };

    /// <summary>Scans the page.</summary>
    /// <param name="page">The tab.</param>
    /// <param name="rules">Null for those by default.</param>
    /// <returns>A line a rule that is broken, with each element that breaks it.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, AxeRunOptions? rules = null)
    {
        AxeResult result = await page.RunAxe(rules);
        return [.. result.Violations.Select(static violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Select(static node => node.Html))}")];
    }
}
