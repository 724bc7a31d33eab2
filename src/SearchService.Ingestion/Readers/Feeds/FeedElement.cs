namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>What an element means in a feed.</summary>
internal enum FeedElement
{
    /// <summary>Nothing that articles have.</summary>
    Other,

    /// <summary>What holds the items: <c>rss</c>, <c>channel</c>, <c>feed</c>, <c>rdf:RDF</c>.</summary>
    Channel,

    /// <summary>An article: <c>item</c>, <c>entry</c>.</summary>
    Item,

    /// <summary>Headline.</summary>
    Title,

    /// <summary>Address: as text, or in an attribute.</summary>
    Link,

    /// <summary><c>guid</c>, <c>id</c>.</summary>
    Id,

    /// <summary>The text, or what there is of it.</summary>
    Text,

    /// <summary>When it was published or changed.</summary>
    Date,

    /// <summary>A byline, or who wrote it with name and address as elements of their own.</summary>
    Author,

    /// <summary>The name of a person.</summary>
    Name,

    /// <summary>A topic a time.</summary>
    Topic,

    /// <summary>Topics separated by commas.</summary>
    Keywords,

    /// <summary>The feed an item was taken from.</summary>
    Source,

    /// <summary>Language.</summary>
    Language,

    /// <summary>The publisher's own address, where the link leads through somebody else's.</summary>
    Origin,

    /// <summary>What may hold titles and descriptions of pictures and sounds: <c>media:group</c>, <c>media:content</c>.</summary>
    Media,

    /// <summary>Something that holds nothing, however it is closed.</summary>
    Void,
}

/// <summary>An element and how good it is among those of the same meaning.</summary>
/// <param name="Element">What it means.</param>
/// <param name="Rank">Lower is better.</param>
/// <param name="IsOfItems">Whether it stands nowhere else than directly in an item, and is no element of HTML either.</param>
internal readonly record struct FeedMeaning(FeedElement Element, int Rank = 0, bool IsOfItems = false);
