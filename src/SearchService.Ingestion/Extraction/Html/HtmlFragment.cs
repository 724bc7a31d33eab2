using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>The text of a piece of HTML that is an article and nothing else.</summary>
internal static class HtmlFragment
{
    /// <summary>The text, its paragraphs parted by empty lines.</summary>
    public static string TextOf(string html)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        return document.Body?.TextContent ?? "";
    }
}
