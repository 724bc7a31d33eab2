using SearchService.Analysis.Trees;
using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>Chooses the blocks of a page that are its article.</summary>
/// <remarks>
/// The element that holds the article is found by rules; then each block of the page is described by numbers, most of them relative to that
/// element, and boosted trees say whether it belongs. They were grown on pages that people marked (docs/adr/0016).
/// </remarks>
internal static class ArticleBlocks
{
    /// <summary>A block belongs to the article where the logarithm of the odds is above this: precision costs less recall than the reverse.</summary>
    public const double Threshold = 0.2;

    private const double LeastShareOfRules = 0.3;

    private static readonly Lazy<BoostedTrees> Trees = new(static () => BoostedTrees.Parse(Resource(), BlockFeatures.Names));

    /// <summary>Chooses.</summary>
    /// <returns>For each block whether it belongs to the article; none where the page has no running text.</returns>
    public static bool[] Of(PageLayout page, PageEvidence evidence)
    {
        bool[] chosen = new bool[page.Blocks.Length];
        PageSums sums = new(page);
        int container = ContainerFinder.Find(page, sums, evidence);
        if (container < 0)
        {
            return chosen;
        }

        BlockFeatures features = new(page, sums, evidence, container);
        FeatureRow row = new(null);
        bool[] kept = new bool[chosen.Length];
        int proseChosen = 0;
        int proseKept = 0;
        for (int i = 0; i < chosen.Length; i++)
        {
            features.Describe(i, row);
            chosen[i] = Trees.Value.LogOdds(row.Values) > Threshold;
            kept[i] = features.RuleKeeps(i);
            proseChosen += chosen[i] ? sums.Prose(i) : 0;
            proseKept += kept[i] ? sums.Prose(i) : 0;
        }

        // A page unlike any that the trees know: most of what the rules keep can't be wrong.
        return proseChosen >= LeastShareOfRules * proseKept && chosen.Contains(true) ? chosen : kept;
    }

    private static string Resource()
    {
        using Stream stream = typeof(ArticleBlocks).Assembly.GetManifestResourceStream("article-blocks.trees")
            ?? throw new InvalidOperationException("The trees that tell an article from the rest of its page aren't in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
