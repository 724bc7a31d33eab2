using SearchService.Ingestion.Extraction.Html.Selection;

namespace SearchService.Evaluation.Html.Training;

/// <summary>Grows the trees that choose blocks, and tells what they are worth on pages that they weren't grown on.</summary>
internal static class CrossValidation
{
    private const int Folds = 10;

    // The third set was marked by a program that keeps captions, so its word counts less.
    private const double SecondaryWeight = 0.2;

    private static readonly TreeTrainer s_trainer = new(new TreeTrainer.Options(Trees: 60, Depth: 4, Rate: 0.1, LeastWeight: 0.05, Regularization: 0.5, Columns: 0.3));

    /// <summary>Leaves out a tenth of the pages, grows trees on the others, and reads those left out by them; ten times.</summary>
    /// <param name="primary">Pages to learn from and to be judged by.</param>
    /// <param name="secondary">Pages to learn from alone.</param>
    public static IReadOnlyList<(MarkedPage Page, Overlap Overlap)> Run(IReadOnlyList<MarkedPage> primary, IReadOnlyList<MarkedPage> secondary)
    {
        MarkedBlocks[] judged = [.. primary.Select(static page => MarkedBlocks.Of(page, 1))];
        MarkedBlocks[] others = [.. secondary.Select(static page => MarkedBlocks.Of(page, SecondaryWeight))];
        List<(MarkedPage, Overlap)> results = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            MarkedBlocks[] left = [.. judged.Where((_, index) => index % Folds == fold)];
            BoostedTrees trees = BoostedTrees.Parse(Grow([.. judged.Except(left), .. others]), BlockFeatures.Names);
            results.AddRange(left.Select(page => (page.Page, Shingles.Compare(page.Page.Text!, page.TextBy(trees)))));
        }

        return results;
    }

    /// <summary>Grows trees on all pages.</summary>
    public static string Grow(IReadOnlyList<MarkedPage> primary, IReadOnlyList<MarkedPage> secondary) =>
        Grow([.. primary.Select(static page => MarkedBlocks.Of(page, 1)), .. secondary.Select(static page => MarkedBlocks.Of(page, SecondaryWeight))]);

    private static string Grow(MarkedBlocks[] pages) => s_trainer.Train(
        [.. pages.SelectMany(static page => page.Rows)],
        [.. pages.SelectMany(static page => page.Labels)],
        [.. pages.SelectMany(static page => page.Weights)],
        BlockFeatures.Names);
}
