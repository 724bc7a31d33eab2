namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>What the characters of an element are.</summary>
internal enum FeedTextType
{
    /// <summary>Not said: HTML, if it looks so.</summary>
    Unsaid,

    /// <summary>Text, in which <c>&lt;</c> is a character like others.</summary>
    Plain,

    /// <summary>HTML, escaped.</summary>
    Html,

    /// <summary>Elements of XHTML, as they are.</summary>
    Xhtml,

    /// <summary>Something else, such as a picture in base64.</summary>
    NoText,
}
