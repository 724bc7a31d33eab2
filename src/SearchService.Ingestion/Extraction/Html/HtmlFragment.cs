using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>The text of a piece of HTML that is an article and nothing else.</summary>
internal static class HtmlFragment
{
    /// <summary>The text, its paragraphs parted by empty lines.</summary>
    /// <param name="html">What opens or makes more elements than <see cref="IngestionLimits.Default"/> allows has no text.</param>
    public static string TextOf(string html)
    {
        if (PageShape.Refusal(html, IngestionLimits.Default) is not null)
        {
            return "";
        }

        using IHtmlDocument document = new HtmlParser(HtmlPageReader.ParserOptions).ParseDocument(html);
        if (document.Body is not { } body)
        {
            return "";
        }

        PageLayout page = PageLayoutBuilder.Of(body);
        bool[] all = new bool[page.Blocks.Length];
        Array.Fill(all, true);
        return Paragraphs.Join(page, all, title: "");
    }
}
