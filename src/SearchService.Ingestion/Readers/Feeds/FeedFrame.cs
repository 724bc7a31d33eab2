namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Where in a feed something stands, and so what its elements mean.</summary>
internal enum FeedPlace
{
    /// <summary>In no element that is known, but not inside one to be left alone either.</summary>
    Outside,

    /// <summary>In the feed.</summary>
    Channel,

    /// <summary>In an item.</summary>
    Item,

    /// <summary>In who wrote it.</summary>
    Author,

    /// <summary>In the feed it was taken from.</summary>
    Source,

    /// <summary>In something that no article has.</summary>
    Ignored,
}

/// <summary>An open element.</summary>
/// <param name="Name">As written.</param>
/// <param name="Place">What its children are in.</param>
/// <param name="Meaning">Its own.</param>
/// <param name="Vocabulary">Of names without prefix.</param>
/// <param name="Language">By <c>xml:lang</c>, its own or inherited, or null.</param>
/// <param name="Base">By <c>xml:base</c>, its own or inherited, or null.</param>
/// <param name="Prefixes">How many declarations of prefixes there were outside of it.</param>
internal readonly record struct FeedFrame(
    string Name, FeedPlace Place, FeedMeaning Meaning, string Vocabulary, string? Language, string? Base, int Prefixes);
