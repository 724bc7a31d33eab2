using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>Finds the element that holds the article.</summary>
/// <remarks>
/// Each block is worth its running text; links, scraps, and what stands in a part of the page that is named for something else cost. The
/// element with the highest sum is taken, the innermost of equals. A name is believed only of a minor part of the page's text: wrappers of
/// everything bear the names of anything.
/// </remarks>
internal static class ContainerFinder
{
    /// <summary>Names of parts that are no part of an article.</summary>
    public const Hints Foreign = Hints.Comments | Hints.Related | Hints.Share | Hints.Plea | Hints.Advert | Hints.Navigation | Hints.Footer
        | Hints.Sidebar | Hints.Legal | Hints.Overlay | Hints.Unseen | Hints.Search;

    // Names that parts of an article bear too.
    private const Hints Light = Hints.Caption | Hints.Media | Hints.Summary | Hints.Title | Hints.Tags | Hints.Date | Hints.Byline | Hints.Header | Hints.Meta
        | Hints.Widget | Hints.Product | Hints.Listing;

    private const double MinorShare = 0.4;
    private const double CommentsShare = 0.95;
    private const int ArticleBeforeComments = 200;
    private const double HeadlineWorth = 250;
    private const int ShortestPage = 500;

    /// <summary>Finds it.</summary>
    /// <returns>The number of the element, or -1 where the page has no running text.</returns>
    public static int Find(PageLayout page, PageSums sums, PageEvidence evidence)
    {
        double[] worth = Worth(page, sums, evidence, out int beginning);
        int best = Best(page, worth);
        if (best < 0)
        {
            // A page of a line or two has no running text to speak of: it is all there is.
            return page.Blocks.Length > 0 && sums.Text(page.Elements[0]) <= ShortestPage ? 0 : -1;
        }

        return beginning < 0 ? best : WithBeginning(page, worth, best, beginning);
    }

    private static int Best(PageLayout page, double[] worth)
    {
        ReadOnlySpan<PageElement> elements = page.Elements;
        int best = -1;
        double most = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            double sum = worth[elements[i].EndBlock] - worth[elements[i].FirstBlock];
            if (sum > 0 && sum >= most)
            {
                most = sum;
                best = i;
            }
        }

        return best;
    }

    // Where the text that follows the headline is elsewhere, the article may be in pieces with much between them: slides, tables, lists of
    // links. What holds both is taken if it holds far more text; then the blocks decide.
    private static int WithBeginning(PageLayout page, double[] worth, int best, int beginning)
    {
        const double FarMore = 1.5;
        ReadOnlySpan<PageElement> elements = page.Elements;
        int both = best;
        while (both > 0 && (elements[both].FirstBlock > beginning || elements[both].EndBlock <= beginning))
        {
            both = elements[both].Parent;
        }

        return both > 0 && Gain(worth, elements[both]) >= FarMore * Gain(worth, elements[best]) ? both : best;
    }

    private static double Gain(double[] worth, in PageElement element)
    {
        double gain = 0;
        for (int i = element.FirstBlock; i < element.EndBlock; i++)
        {
            gain += Math.Max(0, worth[i + 1] - worth[i]);
        }

        return gain;
    }

    /// <summary>The first heading that says what the title says, or -1.</summary>
    public static int Headline(PageLayout page, PageEvidence evidence)
    {
        ReadOnlySpan<TextBlock> blocks = page.Blocks;
        for (int i = 0; i < blocks.Length; i++)
        {
            if (page.Elements[blocks[i].Element].Kind is ElementKind.MainHeading or ElementKind.Heading && evidence.InTitle(blocks[i].Text) > 0.7f)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether an element is a part of its surroundings that small that its names are to be believed.</summary>
    public static bool IsMinor(in PageElement element, in PageElement within, PageSums sums)
    {
        double share = (double)sums.Prose(element) / Math.Max(1, sums.Prose(within));
        bool afterArticle = (element.Hints & Hints.Comments) != Hints.None && sums.Prose(within.FirstBlock, element.FirstBlock) > ArticleBeforeComments;
        return share <= (afterArticle ? CommentsShare : MinorShare);
    }

    /// <summary>What the names of an element say, as far as they are to be believed.</summary>
    /// <remarks>Where most of the text stands in "captions" or "summaries", these are the article: slides of a show, entries of a ticker.</remarks>
    public static Hints Believed(in PageElement element, in PageElement within, PageSums sums)
    {
        if (element.Hints == Hints.None || !IsMinor(element, within, sums))
        {
            return Hints.None;
        }

        return sums.ProseOfStyle(element) > MinorShare * sums.Prose(within) ? element.Hints & ~Light : element.Hints;
    }

    /// <summary>Sums of the worth of blocks.</summary>
    private static double[] Worth(PageLayout page, PageSums sums, PageEvidence evidence, out int beginning)
    {
        ReadOnlySpan<PageElement> elements = page.Elements;
        ReadOnlySpan<TextBlock> blocks = page.Blocks;
        bool[] foreign = new bool[elements.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            PageElement element = elements[i];
            bool named = ((element.Hints & Foreign) != Hints.None && (element.Hints & Hints.Body) == Hints.None)
                || element.Kind is ElementKind.Navigation or ElementKind.Footer or ElementKind.Aside;
            foreign[i] = (element.Parent >= 0 && foreign[element.Parent])
                || sums.IsListOfPages(element)
                || (named && !sums.HasMainHeading(element) && IsMinor(element, elements[0], sums));
        }

        int headline = Headline(page, evidence);
        beginning = -1;
        bool after = headline >= 0 && sums.Prose(headline, blocks.Length) > 0.3 * sums.AllProse;
        double[] worth = new double[blocks.Length + 1];
        for (int i = 0; i < blocks.Length; i++)
        {
            TextBlock block = blocks[i];
            int prose = sums.Prose(i);
            double value = foreign[block.Element] ? -20 - (0.1 * block.Text.Length)
                : 2 * block.LinkLength > block.Text.Length ? -20 - (0.3 * block.LinkLength)
                : prose > 0 ? prose
                : elements[block.Element].Kind is ElementKind.MainHeading or ElementKind.Heading ? 0 : -10;
            if (evidence.InBody(block.Text) > 0.8f && block.Text.Length > 40)
            {
                value = Math.Max(value, block.Text.Length);
            }

            if (i < headline && after)
            {
                value = Math.Min(value, 0);
            }
            else if (i > headline && headline >= 0 && value > 0)
            {
                value += HeadlineWorth;
                beginning = i;
                headline = -1;
            }

            worth[i + 1] = worth[i] + value;
        }

        return worth;
    }
}
