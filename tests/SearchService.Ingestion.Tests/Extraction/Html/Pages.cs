using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction;
using SearchService.Ingestion.Extraction.Html;
using SearchService.Ingestion.Outlets;

namespace SearchService.Ingestion.Tests.Extraction.Html;

/// <summary>Reads what invented pages say of themselves.</summary>
internal static class Pages
{
    public static DateReader Dates { get; } = new(new DateOnly(1500, 1, 1), DateOnly.FromDateTime(ArticleSet.Today.Date).AddDays(2));

    /// <summary>The metadata of a page.</summary>
    public static PageReading Read(string head, string body = "", string language = "en-GB", OutletRegistry? registry = null, string? address = null) =>
        Read($"<!DOCTYPE html><html lang=\"{language}\"><head>{head}</head><body>{body}</body></html>", registry, address);

    public static PageReading Read(string html, OutletRegistry? registry, string? address)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        return new PageMetadata(registry ?? OutletRegistry.Empty, Dates).Of(document, address);
    }

    /// <summary>A head with structured data.</summary>
    public static PageReading ReadJsonLd(string json, string body = "") => Read($"<script type=\"application/ld+json\">{json}</script>", body);
}
