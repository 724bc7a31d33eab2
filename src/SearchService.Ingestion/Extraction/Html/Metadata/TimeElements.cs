using AngleSharp.Dom;
using SearchService.Core.Articles;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>What <c>&lt;time datetime&gt;</c> says near the headline; those of comments and related articles are passed over.</summary>
internal static class TimeElements
{
    /// <summary>Adds what they say.</summary>
    /// <param name="nearest">The page's elements of dates, the nearest to the headline first.</param>
    /// <param name="claims">Added to.</param>
    public static void Read(IEnumerable<IElement> nearest, PageClaims claims)
    {
        foreach (IElement element in nearest)
        {
            if (element.LocalName == "time" && element.GetAttribute("datetime") is { Length: > 0 } time)
            {
                bool changed = Marks.OfModification(element) || DateSearch.IsOfChange(PlainValue.Of(element.TextContent)) || DateSearch.IsOfChange(Before(element));
                PageClaims.Add(changed ? claims.Modified : claims.Published, time, ValueOrigin.TimeElement);
            }
        }
    }

    // "Updated: <time>…": the words just before it, in the same line.
    private static string Before(IElement element)
    {
        const int Longest = 60;
        IElement? sibling = element.PreviousElementSibling;
        INode? before = element.PreviousSibling;
        string words = before is IText text ? text.Data : "";
        string ofSibling = sibling is { LocalName: "span" or "b" or "strong" or "em" or "i" } ? sibling.TextContent : "";
        return words.Length + ofSibling.Length <= Longest ? $"{ofSibling} {words}" : "";
    }
}
