using AngleSharp.Html.Dom;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>Finds the text of the article in a page.</summary>
internal static class MainText
{
    /// <summary>The text, its paragraphs parted by empty lines.</summary>
    /// <param name="document">The page; it may be changed.</param>
    /// <param name="title">The headline, which is no part of the text.</param>
    public static string Of(IHtmlDocument document, string title) => document.Body?.TextContent ?? title;
}
