namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>An element of a page. The blocks in it are those of a range, for blocks are numbered in the order of the page.</summary>
internal record struct PageElement
{
    /// <summary>The number of the element it stands in; -1 for the first.</summary>
    public int Parent { get; init; }

    /// <summary>How many elements it stands in.</summary>
    public int Depth { get; init; }

    /// <summary>What it is by its tag.</summary>
    public ElementKind Kind { get; init; }

    /// <summary>What it is for by its names.</summary>
    public Hints Hints { get; init; }

    /// <summary>The same for elements that look the same: of tag and class, and those of the elements it stands in.</summary>
    public int Style { get; init; }

    /// <summary>The first block in it.</summary>
    public int FirstBlock { get; init; }

    /// <summary>The block after the last in it.</summary>
    public int EndBlock { get; set; }
}
