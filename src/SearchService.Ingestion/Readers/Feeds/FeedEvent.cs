namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>What <see cref="FeedParser"/> found.</summary>
/// <param name="Item">An item, or null for what was wrong between items.</param>
/// <param name="Faults">What was wrong, in a phrase, or null.</param>
/// <param name="FaultLine">Where that begins.</param>
/// <param name="Length">Of the item, in UTF-16 units.</param>
/// <param name="IsTooLong">Whether the item is longer than is taken.</param>
/// <param name="IsCut">Whether the document ends in the item.</param>
internal readonly record struct FeedEvent(FeedItem? Item, string? Faults, long FaultLine, long Length, bool IsTooLong, bool IsCut);
