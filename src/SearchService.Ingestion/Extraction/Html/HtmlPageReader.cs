using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>Reads a saved page: what it says of its article, and the article's text.</summary>
/// <remarks>Nothing a page refers to is fetched and no script of it is run.</remarks>
internal sealed class HtmlPageReader
{
    private readonly HtmlParser _parser = new();

    /// <summary>Reads a page.</summary>
    /// <param name="html">Decoded.</param>
    public PageReading Read(string html)
    {
        using IHtmlDocument document = _parser.ParseDocument(html);
        PageReading metadata = PageMetadata.Of(document);
        return metadata with { Body = MainText.Of(document, metadata.Title) };
    }
}
