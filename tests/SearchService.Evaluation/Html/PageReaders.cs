using SearchService.Ingestion.Dates;
using SearchService.Ingestion.Extraction.Html;
using SearchService.Ingestion.Outlets;

namespace SearchService.Evaluation.Html;

/// <summary>Readers of pages that know no outlets, so that what they find is the page's own.</summary>
internal static class PageReaders
{
    private static readonly DateReader Dates = new(new DateOnly(1500, 1, 1), new DateOnly(2030, 1, 1));

    /// <summary>Reads pages.</summary>
    public static HtmlPageReader Page { get; } = new(OutletRegistry.Empty, Dates);

    /// <summary>Reads metadata alone.</summary>
    public static PageMetadata Metadata { get; } = new(OutletRegistry.Empty, Dates);
}
