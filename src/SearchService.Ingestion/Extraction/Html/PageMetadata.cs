using AngleSharp.Html.Dom;

namespace SearchService.Ingestion.Extraction.Html;

/// <summary>What the markup of a page says of its article.</summary>
internal static class PageMetadata
{
    /// <summary>Reads the metadata; the body is left empty.</summary>
    public static PageReading Of(IHtmlDocument document) => new() { Title = document.Title ?? "", Language = document.DocumentElement.GetAttribute("lang"), Body = "" };
}
