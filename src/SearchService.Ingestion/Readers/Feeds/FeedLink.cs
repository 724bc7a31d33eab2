using SearchService.Ingestion.Readers.Xml;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>How good the addresses of an item are: 0 for what RSS calls its link, 4 for what RDF says it is about.</summary>
internal static class FeedLink
{
    /// <summary>The rank of what RDF says an item is about.</summary>
    public const int RankOfAbout = 4;

    /// <summary>The address in a tag, or null.</summary>
    /// <param name="tag">From <c>&lt;</c> on.</param>
    public static string? AddressOf(ReadOnlySpan<char> tag) => XmlTag.Attribute(tag, "href") ?? XmlTag.Attribute(tag, "rdf:resource");

    /// <summary>The rank of a link of Atom; null for one that leads to something else than the article.</summary>
    /// <param name="tag">From <c>&lt;</c> on.</param>
    public static int? RankOf(ReadOnlySpan<char> tag)
    {
        string relation = XmlTag.Attribute(tag, "rel")?.Trim().ToLowerInvariant() ?? "alternate";
        return relation switch
        {
            "alternate" or "" => XmlTag.Attribute(tag, "type") is { } type && !type.Contains("html", StringComparison.OrdinalIgnoreCase) ? 2 : 1,
            "canonical" or "http://www.iana.org/assignments/relation/alternate" => 1,
            "related" or "via" => 5,
            "self" => 7,
            _ => null,
        };
    }

    /// <summary>The rank of an id that is an address.</summary>
    /// <param name="name">Of the element: RSS promises that its own leads to the article, Atom doesn't.</param>
    public static int RankOfId(string name) => name.EndsWith("guid", StringComparison.OrdinalIgnoreCase) ? 3 : 6;
}
