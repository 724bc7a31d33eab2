namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>A run of text between two places where a line must end: a paragraph, a heading, an item, a cell.</summary>
internal readonly record struct TextBlock
{
    /// <summary>The text, runs of white space made one space; not empty.</summary>
    public required string Text { get; init; }

    /// <summary>The innermost element that is a block and holds the text.</summary>
    public required int Element { get; init; }

    /// <summary>UTF-16 units in links.</summary>
    public int LinkLength { get; init; }

    /// <summary>Links that hold some of it.</summary>
    public int Links { get; init; }

    /// <summary>UTF-16 units that are stressed.</summary>
    public int EmphasisLength { get; init; }

    /// <summary>Pictures between the block before and this one's end.</summary>
    public int Pictures { get; init; }

    /// <summary>Line breaks within it.</summary>
    public int LineBreaks { get; init; }

    /// <summary>What the names of inline elements around most of the text say.</summary>
    public Hints InlineHints { get; init; }

    /// <summary>Whether it follows the block before in the same element, as after two line breaks.</summary>
    public bool Continues { get; init; }
}
