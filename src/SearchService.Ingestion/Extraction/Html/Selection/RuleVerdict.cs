using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>What a few plain rules say of a block; the trees weigh it with everything else.</summary>
internal static class RuleVerdict
{
    private const Hints Foreign = ContainerFinder.Foreign | Hints.Caption | Hints.Byline | Hints.Date | Hints.Tags;
    private const double MostLinks = 0.7;

    /// <summary>Whether a block stands in the container, in no part of it that is named for something else or lists pages, and isn't a link.</summary>
    public static bool Keeps(PageLayout page, PageSums sums, int container, int index)
    {
        ReadOnlySpan<PageElement> elements = page.Elements;
        PageElement within = elements[container];
        TextBlock block = page.Blocks[index];
        if (index < within.FirstBlock || index >= within.EndBlock
            || elements[block.Element].Kind == ElementKind.MainHeading
            || block.LinkLength >= MostLinks * block.Text.Length
            || (block.InlineHints & Foreign) != Hints.None)
        {
            return false;
        }

        for (int i = block.Element; i != container; i = elements[i].Parent)
        {
            PageElement part = elements[i];
            if (sums.IsListOfPages(part) || (ContainerFinder.Believed(part, within, sums) & Foreign) != Hints.None || (IsForeign(part.Kind) && ContainerFinder.IsMinor(part, within, sums)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsForeign(ElementKind kind) =>
        kind is ElementKind.Aside or ElementKind.Navigation or ElementKind.Footer or ElementKind.Header or ElementKind.Form or ElementKind.Caption;
}
