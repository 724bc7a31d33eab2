namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>A page as blocks of text in elements, both in the order of the page.</summary>
/// <remarks>Immutable. The first element is the body; elements that hold nothing to be read aren't there.</remarks>
internal sealed class PageLayout(PageElement[] elements, TextBlock[] blocks)
{
    private readonly PageElement[] _elements = elements;
    private readonly TextBlock[] _blocks = blocks;

    /// <summary>The elements; an element stands before those in it.</summary>
    public ReadOnlySpan<PageElement> Elements => _elements;

    /// <summary>The blocks.</summary>
    public ReadOnlySpan<TextBlock> Blocks => _blocks;
}
