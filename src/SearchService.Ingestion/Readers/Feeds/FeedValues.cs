using System.Text;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Gives values to what they belong to: the item that is open, or else the feed.</summary>
internal sealed class FeedValues(IngestionLimits limits)
{
    private readonly StringBuilder _plain = new();
    private string? _name;

    /// <summary>What the feed says of itself so far.</summary>
    public FeedChannel Channel { get; } = new();

    /// <summary>The item that is open, or null.</summary>
    public FeedItem? Item { get; set; }

    /// <summary>Takes an address.</summary>
    /// <param name="address">In full.</param>
    /// <param name="rank">Lower is better; null for one that leads to something else.</param>
    public void AddLink(string address, int? rank)
    {
        if (rank is not { } known)
        {
            return;
        }

        if (Item is not null)
        {
            Item.AddLink(address, known);
        }
        else
        {
            Channel.AddLink(address, known);
        }
    }

    /// <summary>Takes an element that was read.</summary>
    /// <param name="field">The element.</param>
    /// <param name="isCut">Whether the document ends in it.</param>
    public void Give(FeedField field, bool isCut)
    {
        FeedMeaning meaning = field.Meaning;

        // Half of an address, an id or a date is none.
        if (isCut && meaning.Element is not (FeedElement.Text or FeedElement.Title))
        {
            return;
        }

        string value = meaning.Element is FeedElement.Link ? FeedAddress.Complete(field.Value, field.Base) : field.Value;
        if (meaning.Element == FeedElement.Name)
        {
            _name = meaning.Rank == 0 || _name is null ? value : _name;
        }
        else if (Item is null)
        {
            Channel.Add(meaning, value.Length > limits.ValueLength ? "" : value, field.Type);
        }
        else
        {
            Item.Add(meaning, value, field.Type);
            if (meaning.Element == FeedElement.Id && !field.IsNoAddress && FeedAddress.IsWhole(value.Trim()))
            {
                Item.AddLink(value, FeedLink.RankOfId(field.Name));
            }
        }
    }

    /// <summary>Takes the language that markup says of the item, unless it only says so of all and the feed says it better.</summary>
    /// <param name="language">Of the item, or null.</param>
    /// <param name="outside">Of what it stands in, or null.</param>
    public void OfferLanguage(string? language, string? outside)
    {
        if (language is not null && (language != outside || Channel.Language.Length == 0))
        {
            Item?.OfferLanguage(language);
        }
    }

    /// <summary>Begins an element that is a name or holds one: an author, a source.</summary>
    public void BeginPerson()
    {
        _plain.Clear();
        _name = null;
    }

    /// <summary>Takes text that stands directly in it.</summary>
    public void AppendToPerson(ReadOnlySpan<char> text) => _plain.Append(text);

    /// <summary>Ends it.</summary>
    public void FinishPerson(FeedMeaning meaning)
    {
        string value = _name ?? _plain.ToString();
        if (Item is not null)
        {
            Item.Add(meaning, value, FeedTextType.Unsaid);
        }
        else if (_name is not null && value.Length <= limits.ValueLength && Channel.Authors.Count < limits.ListEntries)
        {
            // Only Atom has an author of a feed whose entries are his; elsewhere it is who runs the site.
            Channel.Authors.AddRange(FeedAuthors.Of(value));
        }
    }
}
