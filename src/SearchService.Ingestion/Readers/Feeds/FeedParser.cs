using System.Text;
using SearchService.Ingestion.Readers.Xml;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>Finds the items of a feed among its tags, in one pass; what the feed gets wrong costs as little as can be.</summary>
/// <remarks>
/// <para>
/// Elements close what they should have found closed: an end tag all that is open inside its element, an item the item before it, and
/// what stands only directly in items (<c>guid</c>, <c>pubDate</c> …) the element it stands in. An end tag inside an item closes nothing
/// outside of it but the feed. Within a text all other elements are its markup.
/// </para>
/// <para>Memory holds one item, up to the limit for a record.</para>
/// </remarks>
internal sealed class FeedParser(XmlScanner scanner, IngestionLimits limits)
{
    private readonly List<FeedFrame> _frames = [];
    private readonly FeedNamespaces _namespaces = new();
    private readonly FeedField _field = new();
    private readonly StringBuilder _plain = new();
    private readonly Queue<FeedEvent> _events = new();
    private FeedItem? _item;
    private string? _name;
    private long _length;
    private bool _ended;

    /// <summary>What the feed says of itself so far.</summary>
    public FeedChannel Channel { get; } = new();

    /// <summary>The name of the outermost element without prefix, or null before it.</summary>
    public string? Root { get; private set; }

    /// <summary>Whether the outermost element is that of a feed.</summary>
    public bool IsFeed { get; private set; }

    /// <summary>Goes to the next item.</summary>
    /// <returns>False at the end of the document.</returns>
    public bool Next(out FeedEvent found)
    {
        while (!_events.TryDequeue(out found))
        {
            if (_ended)
            {
                return false;
            }

            if (scanner.Next() is { } token)
            {
                Take(token);
            }
            else
            {
                End();
            }
        }

        return true;
    }

    private FeedPlace Place => _frames.Count > 0 ? _frames[^1].Place : FeedPlace.Outside;

    private bool IsTooLong => _length > limits.RecordBytes;

    private void Take(XmlToken token)
    {
        if (_item is not null)
        {
            _length += scanner.Text.Length;
        }

        switch (token)
        {
            case XmlToken.Start:
                Start();
                break;
            case XmlToken.End:
                CloseElement();
                break;
            case XmlToken.Text when IsTooLong:
                break;
            case XmlToken.Text when _field.IsOpen:
                _field.Append(scanner.Text);
                break;
            case XmlToken.Text when Place is FeedPlace.Author or FeedPlace.Source:
                _plain.Append(scanner.Text);
                break;
            case XmlToken.Text when _frames.Count == 0 && scanner.Text.ContainsAnyExcept(" \t\r\n\uFEFF"):
                scanner.Faults.Add(XmlFault.TextOutside, scanner.Line, scanner.Text.Trim());
                break;
            default:
                break;
        }
    }

    private void Start()
    {
        string name = scanner.Name;
        ReadOnlySpan<char> tag = scanner.Text;
        int prefixes = _namespaces.Count;
        string outer = _frames.Count > 0 ? _frames[^1].Vocabulary : FeedVocabulary.Core;
        if (_field.IsOpen)
        {
            string inside = _namespaces.Find(name, outer, out ReadOnlySpan<char> bare, out _);
            if (inside == "xhtml" || !_field.IsEndedBy(name, FeedVocabulary.Find(inside, bare)))
            {
                if (!IsTooLong)
                {
                    _field.Start(name, tag, scanner.IsEmpty);
                }

                return;
            }

            Fault(XmlFault.UnclosedElement, _field.Name);
            CloseField();
        }

        string plain = _namespaces.Enter(tag, outer);
        string vocabulary = _namespaces.Find(name, plain, out ReadOnlySpan<char> local, out bool isDeclared);
        FeedMeaning meaning = FeedVocabulary.Find(vocabulary, local);
        if (Root is null)
        {
            Root = local.ToString();
            IsFeed = meaning.Element is FeedElement.Channel or FeedElement.Item;
        }

        if (!isDeclared)
        {
            Fault(XmlFault.UndeclaredPrefix, name);
        }

        if (meaning.Element == FeedElement.Item)
        {
            BeginItem();
        }
        else if (_item is not null && meaning.IsOfItems && Place is not FeedPlace.Item && ItemFrame() is var at and >= 0 && vocabulary != "itunes" && !Names("description", local))
        {
            Fault(XmlFault.UnclosedElement, _frames[^1].Name);
            PopTo(at + 1);
        }

        FeedPlace? inner = Enter(ref meaning, local, tag);
        if (scanner.IsEmpty || inner is null)
        {
            _namespaces.Leave(prefixes);
            if (meaning.Element == FeedElement.Item)
            {
                FinishItem(isCut: false);
            }

            return;
        }

        if (_frames.Count >= limits.ElementDepth)
        {
            Fault(XmlFault.TooDeep, name);
            return;
        }

        FeedFrame parent = _frames.Count > 0 ? _frames[^1] : default;
        string? language = XmlTag.Attribute(tag, "xml:lang") ?? parent.Language;
        string? address = XmlTag.Attribute(tag, "xml:base") is { } given ? FeedAddress.Complete(given, parent.Base ?? Channel.Link) : parent.Base;
        _frames.Add(new FeedFrame(name, inner.Value, meaning, plain, language, address, prefixes));
    }

    // What an element means where it stands: the place its children are in, or null where it is no frame.
    private FeedPlace? Enter(ref FeedMeaning meaning, ReadOnlySpan<char> local, ReadOnlySpan<char> tag)
    {
        switch (meaning.Element)
        {
            case FeedElement.Item:
                _item = new FeedItem(scanner.Line, limits);
                _length = tag.Length;
                if (XmlTag.Attribute(tag, "rdf:about") is { } about && FeedAddress.IsWhole(about))
                {
                    _item.AddLink(about, 4);
                }

                return FeedPlace.Item;
            case FeedElement.Channel:
                return FeedPlace.Channel;
            case FeedElement.Void:
                return null;
        }

        switch (Place)
        {
            case FeedPlace.Outside when _frames.Count == 0 && meaning.Element == FeedElement.Other:
                return FeedPlace.Outside;
            case FeedPlace.Outside or FeedPlace.Channel:
                return EnterOfChannel(meaning, tag);
            case FeedPlace.Item:
                return EnterOfItem(meaning, tag);
            case FeedPlace.Author when meaning.Element == FeedElement.Name || Names("email", local):
                meaning = new FeedMeaning(FeedElement.Name, Names("email", local) ? 1 : 0);
                return OpenField(meaning, tag);
            case FeedPlace.Source when meaning.Element == FeedElement.Title:
                return OpenField(new FeedMeaning(FeedElement.Name), tag);
            default:
                return FeedPlace.Ignored;
        }
    }

    private FeedPlace? EnterOfChannel(FeedMeaning meaning, ReadOnlySpan<char> tag)
    {
        switch (meaning.Element)
        {
            case FeedElement.Link when Href(tag) is { } address:
                if (FeedLink.RankOf(tag) is { } rank)
                {
                    Channel.AddLink(FeedAddress.Complete(address, BaseOf(tag)), rank);
                }

                return null;
            case FeedElement.Title when meaning.Rank == 0:
            case FeedElement.Link:
            case FeedElement.Language:
                return OpenField(meaning, tag);
            case FeedElement.Author when meaning.Rank == 1:
                return BeginPerson(FeedPlace.Author);
            default:
                return FeedPlace.Ignored;
        }
    }

    private FeedPlace? EnterOfItem(FeedMeaning meaning, ReadOnlySpan<char> tag)
    {
        switch (meaning.Element)
        {
            case FeedElement.Link when Href(tag) is { } address:
                if (FeedLink.RankOf(tag) is { } rank)
                {
                    _item!.AddLink(FeedAddress.Complete(address, BaseOf(tag)), rank);
                }

                return null;
            case FeedElement.Topic when XmlTag.Attribute(tag, "term") is { } term:
                _item!.AddTopic(XmlTag.Attribute(tag, "label") is { Length: > 0 } label ? label : term);
                return null;
            case FeedElement.Author:
                return BeginPerson(FeedPlace.Author);
            case FeedElement.Source:
                return BeginPerson(FeedPlace.Source);
            case FeedElement.Media:
                return FeedPlace.Item;
            case FeedElement.Other or FeedElement.Name:
                return FeedPlace.Ignored;
            default:
                if (meaning.Element == FeedElement.Text && XmlTag.Attribute(tag, "xml:lang") is { } language)
                {
                    _item!.OfferLanguage(language);
                }

                return OpenField(meaning, tag);
        }
    }

    private FeedPlace? OpenField(FeedMeaning meaning, ReadOnlySpan<char> tag)
    {
        if (!scanner.IsEmpty)
        {
            _field.Open(scanner.Name, meaning, tag, BaseOf(tag));
        }

        return null;
    }

    private FeedPlace BeginPerson(FeedPlace place)
    {
        _plain.Clear();
        _name = null;
        return place;
    }

    private void CloseElement()
    {
        string name = scanner.Name;
        if (_field.IsOpen)
        {
            int outside = FrameOf(name);
            if (_field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || outside < 0)
            {
                if (!_field.End(name))
                {
                    CloseField();
                }

                return;
            }

            Fault(XmlFault.UnclosedElement, _field.Name);
            CloseField();
        }

        int at = FrameOf(name);
        if (at < 0)
        {
            // The end of what was done with at its start tag is nothing to tell.
            string vocabulary = _namespaces.Find(name, _frames.Count > 0 ? _frames[^1].Vocabulary : FeedVocabulary.Core, out ReadOnlySpan<char> local, out _);
            if (FeedVocabulary.Find(vocabulary, local).Element is not (FeedElement.Void or FeedElement.Link or FeedElement.Topic))
            {
                Fault(XmlFault.StrayEndTag, name);
            }

            return;
        }

        if (at < _frames.Count - 1)
        {
            Fault(XmlFault.UnclosedElement, _frames[^1].Name);
        }

        PopTo(at);
    }

    // The innermost open element of a name that may be closed from here.
    private int FrameOf(string name)
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

    private int ItemFrame() => _frames.FindLastIndex(static frame => frame.Meaning.Element == FeedElement.Item);

    private void PopTo(int count)
    {
        while (_frames.Count > count)
        {
            FeedFrame frame = _frames[^1];
            switch (frame.Meaning.Element)
            {
                case FeedElement.Item:
                    OfferLanguage(frame);
                    FinishItem(isCut: _ended);
                    break;
                case FeedElement.Author when frame.Place == FeedPlace.Author:
                    FinishAuthor(frame.Meaning);
                    break;
                case FeedElement.Source when frame.Place == FeedPlace.Source:
                    _item?.Add(frame.Meaning, _name ?? _plain.ToString(), FeedTextType.Unsaid);
                    break;
            }

            _namespaces.Leave(frame.Prefixes);
            _frames.RemoveAt(_frames.Count - 1);
        }
    }

    private void CloseField()
    {
        if (_field.IsUneven)
        {
            Fault(XmlFault.UnclosedElement, _field.Name);
        }

        _field.Close();
        Give(isCut: false);
    }

    private void Give(bool isCut)
    {
        FeedMeaning meaning = _field.Meaning;

        // Half of an address, an id or a date is none.
        if (isCut && meaning.Element is not (FeedElement.Text or FeedElement.Title))
        {
            return;
        }

        string value = meaning.Element is FeedElement.Link ? FeedAddress.Complete(_field.Value, _field.Base) : _field.Value;
        if (meaning.Element == FeedElement.Name)
        {
            _name = meaning.Rank == 0 || _name is null ? value : _name;
        }
        else if (_item is null)
        {
            Channel.Add(meaning, value.Length > limits.ValueLength ? "" : value, _field.Type);
        }
        else
        {
            _item.Add(meaning, value, _field.Type);
            if (meaning.Element == FeedElement.Id && !_field.IsNoAddress && FeedAddress.IsWhole(value.Trim()))
            {
                _item.AddLink(value, FeedLink.RankOfId(_field.Name));
            }
        }
    }

    private void FinishAuthor(FeedMeaning meaning)
    {
        if (_item is not null)
        {
            _item.AddAuthor(meaning.Rank, _name ?? _plain.ToString());
        }
        else if (_name is not null && _name.Length <= limits.ValueLength && Channel.Authors.Count < limits.ListEntries)
        {
            Channel.Authors.AddRange(FeedAuthors.Of(_name));
        }
    }

    private void BeginItem()
    {
        if (_item is not null)
        {
            Fault(XmlFault.UnclosedElement, "item");
            PopTo(Math.Max(0, ItemFrame()));
        }
        else if (scanner.Faults.Any)
        {
            TellFaults();
        }
    }

    private void OfferLanguage(FeedFrame frame)
    {
        string? outside = _frames.Count > 1 ? _frames[^2].Language : null;
        if (frame.Language is { } language && (language != outside || Channel.Language.Length == 0))
        {
            _item?.OfferLanguage(language);
        }
    }

    private void FinishItem(bool isCut)
    {
        if (_item is { } item)
        {
            long faultLine = scanner.Faults.FirstLine;
            string? faults = scanner.Faults.Any ? scanner.Faults.Take() : null;
            _events.Enqueue(new FeedEvent(item, faults, faultLine, _length, IsTooLong, isCut));
        }

        _item = null;
        _length = 0;
    }

    private void TellFaults()
    {
        long line = scanner.Faults.FirstLine;
        _events.Enqueue(new FeedEvent(null, scanner.Faults.Take(), line, 0, IsTooLong: false, IsCut: false));
    }

    private void End()
    {
        _ended = true;
        if (_field.IsOpen)
        {
            _field.Close();
            Give(isCut: true);
        }

        if (_frames.Count > 0)
        {
            Fault(XmlFault.UnclosedElement, _frames[^1].Name);
            PopTo(0);
        }

        if (scanner.Faults.Any)
        {
            TellFaults();
        }
    }

    private void Fault(XmlFault fault, string example) => scanner.Faults.Add(fault, scanner.Line, example);

    private string? BaseOf(ReadOnlySpan<char> tag)
    {
        string? outer = (_frames.Count > 0 ? _frames[^1].Base : null) ?? Channel.Link;
        return XmlTag.Attribute(tag, "xml:base") is { } given ? FeedAddress.Complete(given, outer) : outer;
    }

    private static string? Href(ReadOnlySpan<char> tag) => XmlTag.Attribute(tag, "href") ?? XmlTag.Attribute(tag, "rdf:resource");

    private static bool Names(string name, ReadOnlySpan<char> local) => local.Equals(name, StringComparison.OrdinalIgnoreCase);
}
