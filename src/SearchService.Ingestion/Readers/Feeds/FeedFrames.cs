namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>The elements that are open, the outermost first.</summary>
internal sealed class FeedFrames
{
    private readonly List<FeedFrame> _frames = [];

    /// <summary>How many are open.</summary>
    public int Count => _frames.Count;

    /// <summary>What the next element stands in.</summary>
    public FeedPlace Place => Count > 0 ? Top.Place : FeedPlace.Outside;

    /// <summary>The vocabulary of names without prefix.</summary>
    public string Vocabulary => Count > 0 ? Top.Vocabulary : FeedVocabulary.Core;

    /// <summary>By <c>xml:base</c>, or null.</summary>
    public string? Base => Count > 0 ? Top.Base : null;

    /// <summary>By <c>xml:lang</c>, or null.</summary>
    public string? Language => Count > 0 ? Top.Language : null;

    /// <summary>The innermost; there has to be one.</summary>
    public FeedFrame Top => _frames[^1];

    /// <summary>Opens an element.</summary>
    public void Push(FeedFrame frame) => _frames.Add(frame);

    /// <summary>Closes the innermost.</summary>
    public void Pop() => _frames.RemoveAt(_frames.Count - 1);

    /// <summary>The innermost open element of a name that may be closed from here: an end tag in an item closes nothing outside but the feed.</summary>
    /// <returns>Its number, or -1.</returns>
    public int Find(string name)
    {
        bool outOfItem = false;
        for (int i = _frames.Count - 1; i >= 0; i--)
        {
            if (_frames[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase) && !(outOfItem && _frames[i].Place == FeedPlace.Ignored))
            {
                return i;
            }

            outOfItem |= _frames[i].Meaning.Element == FeedElement.Item;
        }

        return -1;
    }

    /// <summary>The item that is open, or -1.</summary>
    public int FindItem() => _frames.FindLastIndex(static frame => frame.Meaning.Element == FeedElement.Item);
}
