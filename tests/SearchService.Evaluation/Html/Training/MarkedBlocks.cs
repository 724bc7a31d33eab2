using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SearchService.Analysis.Trees;
using SearchService.Ingestion.Extraction.Html;
using SearchService.Ingestion.Extraction.Html.Layout;
using SearchService.Ingestion.Extraction.Html.Selection;

namespace SearchService.Evaluation.Html.Training;

/// <summary>The blocks of a marked page as examples to learn from.</summary>
/// <param name="Page">The page.</param>
/// <param name="Layout">Its blocks.</param>
/// <param name="Rows">Their features; empty where the page has no container.</param>
/// <param name="Labels">Which belong to the text.</param>
/// <param name="Weights">How much each counts: its words' share of the page's, so that pages count alike; none where it isn't known.</param>
/// <param name="Title">Of the page.</param>
internal sealed record MarkedBlocks(MarkedPage Page, PageLayout Layout, float[][] Rows, bool[] Labels, double[] Weights, string Title)
{
    private const double FewestWords = 30;

    // As much as a paragraph of an article of seven.
    private const double SegmentWeight = 0.15;

    private static readonly int RuleFeature = BlockFeatures.Names.ToList().IndexOf("rule");

    /// <summary>Makes examples of a page.</summary>
    public static MarkedBlocks Of(MarkedPage page)
    {
        using IHtmlDocument document = new HtmlParser(HtmlPageReader.ParserOptions).ParseDocument(page.Html);
        string title = MarkedPage.Metadata.Of(document, address: null).Title;
        PageEvidence evidence = PageEvidence.Of(document, title);
        PageLayout layout = PageLayoutBuilder.Of(document.Body!);
        PageSums sums = new(layout);
        int container = ContainerFinder.Find(layout, sums, evidence);
        if (container < 0)
        {
            return new MarkedBlocks(page, layout, [], [], [], title);
        }

        BlockFeatures features = new(layout, sums, evidence, container);
        FeatureRow row = new(null);
        float[][] rows = new float[layout.Blocks.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            features.Describe(i, row);
            rows[i] = row.Values.ToArray();
        }

        (bool[] labels, double[] weights) = page.Text is { } text ? OfText(layout, text, page.Weight) : OfSegments(layout, page);
        return new MarkedBlocks(page, layout, rows, labels, weights, title);
    }

    /// <summary>The text that trees find.</summary>
    public string TextBy(BoostedTrees trees) => Rows.Length == 0 ? "" : Paragraphs.Join(Layout, [.. Rows.Select(row => trees.LogOdds(row) > ArticleBlocks.Threshold)], Title);

    /// <summary>The text that the rules find by which the trees are helped.</summary>
    public string TextByRules() => Rows.Length == 0 ? "" : Paragraphs.Join(Layout, [.. Rows.Select(static row => row[RuleFeature] > 0)], Title);

    private static (bool[] Labels, double[] Weights) OfText(PageLayout layout, string text, double weight)
    {
        (bool Wanted, int Words)[] labels = BlockLabels.Of(layout, text);
        double wanted = Math.Max(FewestWords, labels.Where(static label => label.Wanted).Sum(static label => label.Words));

        // A page with ten times as much beside its article doesn't count ten times.
        double unwanted = Math.Max(wanted, labels.Where(static label => !label.Wanted).Sum(static label => label.Words + 2) / 3.0);
        return ([.. labels.Select(static label => label.Wanted)], [.. labels.Select(label => weight * (label.Words + 3) / (label.Wanted ? wanted : unwanted))]);
    }

    private static (bool[] Labels, double[] Weights) OfSegments(PageLayout layout, MarkedPage page)
    {
        bool[] labels = new bool[layout.Blocks.Length];
        double[] weights = new double[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            string text = layout.Blocks[i].Text;
            labels[i] = page.Wanted.Any(segment => text.Contains(segment.Trim(), StringComparison.Ordinal));
            weights[i] = labels[i] || page.Unwanted.Any(segment => text.Contains(segment.Trim(), StringComparison.Ordinal)) ? SegmentWeight : 0;
        }

        return (labels, weights);
    }
}
