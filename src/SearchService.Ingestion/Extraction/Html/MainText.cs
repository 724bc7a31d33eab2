using AngleSharp.Html.Dom;
using SearchService.Ingestion.Extraction.Html.Layout;
using SearchService.Ingestion.Extraction.Html.Selection;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>Finds the text of the article in a page.</summary>
/// <remarks>
/// What is seen comes first. Where that is next to nothing, what is hidden until a script shows it is looked at too, and at last what the page
/// says of its text as data.
/// </remarks>
internal static class MainText
{
    private const int ShortestArticle = 140;
    private const int ShortestHidden = 400;
    private const int FarLonger = 4;

    /// <summary>The text, its paragraphs parted by empty lines.</summary>
    /// <param name="document">The page; it may be changed.</param>
    /// <param name="title">The headline, which is no part of the text.</param>
    public static string Of(IHtmlDocument document, string title)
    {
        if (document.Body is not { } body)
        {
            return "";
        }

        PageEvidence evidence = PageEvidence.Of(document, title);
        PageLayout page = PageLayoutBuilder.Of(body);
        string seen = Paragraphs.Join(page, ArticleBlocks.Of(page, evidence), title);
        if (seen.Length >= ShortestArticle)
        {
            return seen;
        }

        PageLayout whole = PageLayoutBuilder.Of(body, withHidden: true);
        string unseen = whole.Blocks.Length > page.Blocks.Length ? Paragraphs.Join(whole, ArticleBlocks.Of(whole, evidence), title) : "";
        string longer = unseen.Length >= FarLonger * Math.Max(seen.Length, ShortestHidden / FarLonger) ? unseen : seen;
        return evidence.Body is { } data && data.Length >= FarLonger * longer.Length ? HtmlFragment.TextOf(data) : longer;
    }
}
