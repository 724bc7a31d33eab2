namespace SearchService.Evaluation.Html;

/// <summary>The sets of marked pages.</summary>
internal static class MarkedSets
{
    /// <summary>News pages with the text that a person marked.</summary>
    public const string Zyte = "html/zyte/gold.jsonl";

    /// <summary>Pages with segments that belong to the text or don't.</summary>
    public const string Trafilatura = "html/trafilatura/segments.jsonl";

    /// <summary>Pages with the text that Readability finds.</summary>
    public const string Mozilla = "html/mozilla/gold.jsonl";

    // Its texts hold captions, which those of the first don't; so its word counts less, and only on news.
    private const double MozillaWeight = 0.2;

    /// <summary>The pages that trees are grown on.</summary>
    public static IReadOnlyList<MarkedPage> ToLearnFrom() =>
    [
        .. MarkedPage.Load(Zyte),
        .. MarkedPage.Load(Trafilatura),
        .. MarkedPage.Load(Mozilla).Where(static page => page.IsNews).Select(static page => page with { Weight = MozillaWeight }),
    ];
}
