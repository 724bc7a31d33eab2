namespace SearchService.Ingestion.Readers;

/// <summary>What the text of a record is, and so what has to be done with it.</summary>
internal enum TextKind
{
    /// <summary>The text of the article and nothing else.</summary>
    Plain,

    /// <summary>A page as pasted from a browser: title, byline and what stands around the article are lines of it.</summary>
    PastedPage,

    /// <summary>A saved page, as HTML.</summary>
    HtmlPage,

    /// <summary>The text of the article as a piece of HTML, such as an item of a feed.</summary>
    HtmlFragment,
}
