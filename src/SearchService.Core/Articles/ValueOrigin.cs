namespace SearchService.Core.Articles;

/// <summary>Where a value of an article came from.</summary>
/// <remarks>The numbers are stored in indexes: a value is added at the end and none is ever removed.</remarks>
public enum ValueOrigin
{
    /// <summary>The record said so itself.</summary>
    Record,

    /// <summary>It was read off what a reader sees of the page or text.</summary>
    Page,

    /// <summary>The outlet registry.</summary>
    Registry,

    /// <summary>The page's structured data in JSON-LD.</summary>
    JsonLd,

    /// <summary>The page's OpenGraph properties (<c>og:</c>, <c>article:</c>).</summary>
    OpenGraph,

    /// <summary>The head of the page otherwise: <c>&lt;meta&gt;</c>, <c>&lt;title&gt;</c>, <c>&lt;link&gt;</c>, the document's <c>lang</c>.</summary>
    Meta,

    /// <summary>Attributes on what the page shows: microdata (<c>itemprop</c>).</summary>
    Microdata,

    /// <summary>A <c>&lt;time datetime&gt;</c> of the page.</summary>
    TimeElement,

    /// <summary>It was told from the text itself: the language of its words.</summary>
    Detected,
}
