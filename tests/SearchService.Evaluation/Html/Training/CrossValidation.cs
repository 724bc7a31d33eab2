using SearchService.Analysis.Trees;
using SearchService.Evaluation.Trees;
using SearchService.Ingestion.Extraction.Html.Selection;

namespace SearchService.Evaluation.Html.Training;

/// <summary>Grows the trees that choose blocks, and tells what they are worth on pages that they weren't grown on.</summary>
internal static class CrossValidation
{
    private const int Folds = 10;

    private static readonly TreeTrainer Trainer = new(new TreeTrainer.Options(Trees: 160, Depth: 4, Rate: 0.05, LeastWeight: 0.05, Regularization: 0.5, Columns: 0.3));

    /// <summary>Leaves out a tenth of the pages, grows trees on the others, and reads those left out by them; ten times.</summary>
    /// <returns>The text of each page, by trees and by rules.</returns>
    public static (IReadOnlyDictionary<MarkedPage, string> ByTrees, IReadOnlyDictionary<MarkedPage, string> ByRules) Run(IReadOnlyList<MarkedPage> pages)
    {
        MarkedBlocks[] all = [.. pages.Select(MarkedBlocks.Of)];
        Dictionary<MarkedPage, string> texts = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            MarkedBlocks[] left = [.. all.Where((_, index) => index % Folds == fold)];
            BoostedTrees trees = BoostedTrees.Parse(Grow([.. all.Where((_, index) => index % Folds != fold)]), BlockFeatures.Names);
            foreach (MarkedBlocks page in left)
            {
                texts.Add(page.Page, page.TextBy(trees));
            }
        }

        return (texts, all.ToDictionary(static page => page.Page, static page => page.TextByRules()));
    }

    /// <summary>Grows trees on all pages.</summary>
    public static string Grow(IReadOnlyList<MarkedPage> pages) => Grow([.. pages.Select(MarkedBlocks.Of)]);

    private static string Grow(MarkedBlocks[] pages) => Trainer.Train(
        [.. pages.SelectMany(static page => page.Rows.Where((_, index) => page.Weights[index] > 0))],
        [.. pages.SelectMany(static page => page.Labels.Where((_, index) => page.Weights[index] > 0))],
        [.. pages.SelectMany(static page => page.Weights.Where(static weight => weight > 0))],
        BlockFeatures.Names);
}
