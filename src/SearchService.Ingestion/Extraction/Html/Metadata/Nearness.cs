using AngleSharp.Dom;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>Puts elements of a page in the order of their nearness to its headline.</summary>
internal static class Nearness
{
    private const int MostLevels = 40;

    /// <summary>Those that speak of the article: first what shares the closest element around with the headline.</summary>
    /// <param name="elements">In the order of the document.</param>
    /// <param name="headline">Or null: the order of the document stays.</param>
    public static List<IElement> Order(IReadOnlyList<IElement> elements, IElement? headline)
    {
        List<IElement> candidates = [.. elements.Where(element => !Marks.IsAside(element, headline))];
        if (headline is null || candidates.Count < 2)
        {
            return candidates;
        }

        Dictionary<IElement, int> levels = [];
        IElement? around = headline;
        for (int level = 0; level < MostLevels && around is not null; level++, around = around.ParentElement)
        {
            levels[around] = level;
        }

        return [.. candidates.OrderBy(candidate => LevelOf(candidate, levels))];
    }

    private static int LevelOf(IElement element, Dictionary<IElement, int> levels)
    {
        IElement? around = element;
        for (int i = 0; i < MostLevels && around is not null; i++, around = around.ParentElement)
        {
            if (levels.TryGetValue(around, out int level))
            {
                return level;
            }
        }

        return int.MaxValue;
    }
}
