using System.Collections.Frozen;
using static SearchService.Ingestion.Readers.Feeds.FeedElement;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Which elements of which namespaces mean what.</summary>
/// <remarks>
/// RSS of all versions and Atom share one vocabulary, <c>""</c>: their names don't contradict each other, and feeds mix them. The others
/// go by their usual prefixes, whatever prefix a document uses. Names are compared without regard to case.
/// </remarks>
internal static class FeedVocabulary
{
    /// <summary>RSS and Atom.</summary>
    public const string Core = "";

    /// <summary>Any vocabulary that isn't known.</summary>
    public const string Unknown = "?";

    private const int LongestName = 64;

    private static readonly (string Beginning, string Vocabulary)[] Namespaces =
    [
        ("http://www.w3.org/2005/atom", Core), ("http://purl.org/atom/ns", Core), ("http://purl.org/rss/1.0/modules/content", "content"),
        ("http://purl.org/rss/1.0/modules/", Unknown), ("http://purl.org/rss/1.0", Core), ("http://purl.org/net/rss1.1", Core),
        ("http://my.netscape.com/rdf/simple", Core), ("http://my.netscape.com/publish/formats/rss", Core), ("http://channel.netscape.com/rdf/simple", Core),
        ("http://backend.userland.com/rss", Core), ("http://blogs.law.harvard.edu/tech/rss", Core), ("http://cyber.law.harvard.edu/rss", Core),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"), ("http://purl.org/dc/", "dc"), ("http://search.yahoo.com/mrss", "media"),
        ("http://www.rssboard.org/media-rss", "media"), ("http://www.itunes.com/dtds/podcast", "itunes"), ("http://www.google.com/schemas/play-podcasts", "googleplay"),
        ("http://rssnamespace.org/feedburner", "feedburner"), ("http://prismstandard.org/namespaces", "prism"), ("http://www.w3.org/1999/xhtml", "xhtml"),
        ("http://www.georss.org", Unknown), ("http://schemas.google.com", Unknown),
    ];

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["atom"] = Core,
        ["atom10"] = Core,
        ["a10"] = Core,
        ["rss"] = Core,
        ["rdf"] = "rdf",
        ["dc"] = "dc",
        ["dcterms"] = "dc",
        ["content"] = "content",
        ["media"] = "media",
        ["itunes"] = "itunes",
        ["googleplay"] = "googleplay",
        ["feedburner"] = "feedburner",
        ["prism"] = "prism",
        ["xhtml"] = "xhtml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FeedMeaning> Meanings = new Dictionary<string, FeedMeaning>(StringComparer.OrdinalIgnoreCase)
    {
        [":rss"] = new(Channel),
        [":channel"] = new(Channel),
        [":feed"] = new(Channel),
        ["rdf:rdf"] = new(Channel),
        [":rdf"] = new(Channel),
        [":item"] = new(Item),
        [":entry"] = new(Item),

        [":title"] = new(Title),
        ["dc:title"] = new(Title, 1),
        ["itunes:title"] = new(Title, 2),
        ["media:title"] = new(Title, 3),
        [":link"] = new(Link),
        ["feedburner:origlink"] = new(Origin),
        [":guid"] = new(Id, 0, true),
        [":id"] = new(Id),

        ["content:encoded"] = new(Text, 0, true),
        [":content"] = new(Text, 1),
        ["xhtml:body"] = new(Text, 2),
        ["xhtml:div"] = new(Text, 2),
        [":description"] = new(Text, 3, true),
        [":summary"] = new(Text, 3),
        ["dc:description"] = new(Text, 4),
        ["media:description"] = new(Text, 5),
        ["itunes:summary"] = new(Text, 6, true),
        ["googleplay:description"] = new(Text, 7),
        ["itunes:subtitle"] = new(Text, 8, true),

        [":pubdate"] = new(Date, 0, true),
        [":published"] = new(Date),
        [":issued"] = new(Date, 1),
        ["dc:issued"] = new(Date, 1),
        ["dc:date"] = new(Date, 2, true),
        [":date"] = new(Date, 2),
        ["prism:publicationdate"] = new(Date, 3),
        [":created"] = new(Date, 4),
        ["dc:created"] = new(Date, 4),
        [":updated"] = new(Date, 5),
        [":modified"] = new(Date, 6),
        ["dc:modified"] = new(Date, 6),

        ["dc:creator"] = new(Author, 0, true),
        [":author"] = new(Author, 1),
        ["itunes:author"] = new(Author, 2, true),
        ["googleplay:author"] = new(Author, 3),
        [":name"] = new(Name),

        [":category"] = new(Topic, 0, true),
        ["dc:subject"] = new(Topic, 0, true),
        ["media:keywords"] = new(Keywords),
        ["itunes:keywords"] = new(Keywords, 1),
        [":comments"] = new(Other, 0, true),
        [":keywords"] = new(Keywords),
        [":source"] = new(Source),
        [":language"] = new(Language),
        ["dc:language"] = new(Language, 1),

        ["media:group"] = new(Media),
        ["media:content"] = new(Media),
        [":enclosure"] = new(FeedElement.Void),
        ["media:thumbnail"] = new(FeedElement.Void),
        ["media:player"] = new(FeedElement.Void),
        ["itunes:image"] = new(FeedElement.Void),
        [":cloud"] = new(FeedElement.Void),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FeedMeaning>.AlternateLookup<ReadOnlySpan<char>> MeaningsBySpan =
        Meanings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The vocabulary of a namespace, as near as it is written: feeds get the end of the name wrong.</summary>
    /// <param name="uri">As declared.</param>
    public static string? OfNamespace(string uri)
    {
        string http = uri.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? string.Concat("http:", uri.AsSpan(6)) : uri;
        foreach ((string beginning, string vocabulary) in Namespaces)
        {
            if (http.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return vocabulary;
            }
        }

        return null;
    }

    /// <summary>The vocabulary that usually goes by a prefix.</summary>
    /// <param name="prefix">Without the colon.</param>
    public static string? OfPrefix(string prefix) => Prefixes.GetValueOrDefault(prefix);

    /// <summary>What an element means.</summary>
    /// <param name="vocabulary">Of its namespace.</param>
    /// <param name="name">Without prefix.</param>
    public static FeedMeaning Find(string vocabulary, ReadOnlySpan<char> name)
    {
        // Agencies of several countries put the whole text into an element of a namespace of their own, always of this name.
        if (name.Equals("full-text", StringComparison.OrdinalIgnoreCase) || name.Equals("fulltext", StringComparison.OrdinalIgnoreCase))
        {
            return new FeedMeaning(Text, 1);
        }

        Span<char> key = stackalloc char[LongestName];
        if (vocabulary.Length + 1 + name.Length > LongestName)
        {
            return default;
        }

        vocabulary.CopyTo(key);
        key[vocabulary.Length] = ':';
        name.CopyTo(key[(vocabulary.Length + 1)..]);
        return MeaningsBySpan.TryGetValue(key[..(vocabulary.Length + 1 + name.Length)], out FeedMeaning meaning) ? meaning : default;
    }
}
