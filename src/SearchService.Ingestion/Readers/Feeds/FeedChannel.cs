namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>What a feed says of itself, and so of its items; known as far as it stands before them.</summary>
internal sealed class FeedChannel
{
    private int _linkRank = int.MaxValue;

    /// <summary>Its name.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The address of the site.</summary>
    public string? Link { get; private set; }

    /// <summary>The language of its items.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Who wrote the items that name nobody, as Atom has it.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>Takes an element of the feed.</summary>
    /// <param name="meaning">Of the element.</param>
    /// <param name="value">Its text.</param>
    /// <param name="type">Of its text.</param>
    public void Add(FeedMeaning meaning, string value, FeedTextType type)
    {
        switch (meaning.Element)
        {
            case FeedElement.Title when Title.Length == 0:
                Title = FeedText.LineOf(value, type).Trim();
                break;
            case FeedElement.Language when Language.Length == 0:
                Language = value.Trim();
                break;
            case FeedElement.Link:
                AddLink(value, 0);
                break;
            default:
                break;
        }
    }

    /// <summary>Takes a link of the feed.</summary>
    /// <param name="address">Of the site or of the feed.</param>
    /// <param name="rank">Lower is better.</param>
    public void AddLink(string address, int rank)
    {
        if (rank < _linkRank && FeedAddress.IsWhole(address.Trim()))
        {
            (Link, _linkRank) = (address.Trim(), rank);
        }
    }
}
