namespace SearchService.Ingestion.Readers.Xml;

/// <summary>What <see cref="XmlScanner"/> found.</summary>
internal enum XmlToken
{
    /// <summary>A piece of text; what stands between two tags may come in many.</summary>
    Text,

    /// <summary>A start tag, or an empty element.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,
}
