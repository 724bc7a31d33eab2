using Microsoft.Playwright;

namespace SearchService.Benchmarks.Page;

/// <summary>Types queries letter by letter, and looks when the results of what is in the box are painted.</summary>
internal sealed class TypingMeasure(IBrowser browser, Uri home)
{
    private const int BetweenKeysMilliseconds = 120;

    private static readonly string[] Queries =
    [
        "president", "climate change", "supreme court", "white house", "\"not a single\"", "border wall", "health care", "election fraud", "new york", "tax reform",
    ];

    // A key is answered when what is in the box is what the address asks for, the list is busy no more, and that frame has been painted.
    private const string Observe = """
        window.waits = [];
        let pressed = 0;
        const asked = () => new URLSearchParams(location.search).get('q') ?? '';
        window.isAnswered = () => asked() === document.getElementById('q').value.trim()
          && document.querySelector('.results:not([hidden], [aria-busy])') !== null;
        document.addEventListener('input', (event) => { if (event.target.id === 'q') pressed = performance.now(); }, true);
        new MutationObserver(() => {
          if (pressed === 0 || !isAnswered()) return;
          const from = pressed;
          pressed = 0;
          requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - from)));
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy', 'hidden'] });
        """;

    /// <summary>Types all queries.</summary>
    /// <returns>Milliseconds from a key to the paint of its results, ascending; a key overtaken by the next one has none.</returns>
    internal async Task<IReadOnlyList<double>> RunAsync()
    {
        await using IBrowserContext context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 }, Locale = "en-GB" });
        await context.AddInitScriptAsync(Observe);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(home.AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (string query in Queries)
        {
            await page.Locator("#q").FillAsync("");
            await page.Locator("#q").PressSequentiallyAsync(query, new() { Delay = BetweenKeysMilliseconds });
            await page.WaitForFunctionAsync("query => new URLSearchParams(location.search).get('q') === query && isAnswered()", query);
        }

        return [.. (await page.EvaluateAsync<double[]>("() => waits")).Order()];
    }
}
