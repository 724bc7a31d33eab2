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
    private readonly FeedFrames _frames = new();
    private readonly FeedNamespaces _namespaces = new();
    private readonly FeedField _field = new();
    private readonly FeedValues _values = new(limits);
    private readonly Queue<FeedEvent> _events = new();
    private long _length;
    private bool _ended;

    /// <summary>What the feed says of itself so far.</summary>
    public FeedChannel Channel => _values.Channel;

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

    private bool IsTooLong => _length > limits.RecordBytes;

    private void Take(XmlToken token)
    {
        if (_values.Item is not null)
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
            case XmlToken.Text when _frames.Place is FeedPlace.Author or FeedPlace.Source:
                _values.AppendToPerson(scanner.Text);
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
        string outer = _frames.Vocabulary;
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
        else if (_values.Item is not null && meaning.IsOfItems && _frames.Place is not FeedPlace.Item && _frames.FindItem() is var at and >= 0 && vocabulary != "itunes" && !Names("description", local))
        {
            Fault(XmlFault.UnclosedElement, _frames.Top.Name);
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

        string? language = XmlTag.Attribute(tag, "xml:lang") ?? _frames.Language;
        string? address = XmlTag.Attribute(tag, "xml:base") is { } given ? FeedAddress.Complete(given, _frames.Base ?? Channel.Link) : _frames.Base;
        _frames.Push(new FeedFrame(name, inner.Value, meaning, plain, language, address, prefixes));
    }

    // What an element means where it stands: the place its children are in, or null where it is no frame.
    private FeedPlace? Enter(ref FeedMeaning meaning, ReadOnlySpan<char> local, ReadOnlySpan<char> tag)
    {
        switch (meaning.Element)
        {
            case FeedElement.Item:
                _values.Item = new FeedItem(scanner.Line, limits);
                _length = tag.Length;
                if (XmlTag.Attribute(tag, "rdf:about") is { } about && FeedAddress.IsWhole(about))
                {
                    _values.AddLink(about, FeedLink.RankOfAbout);
                }

                return FeedPlace.Item;
            case FeedElement.Channel:
                return FeedPlace.Channel;
            case FeedElement.Void:
                return null;
        }

        switch (_frames.Place)
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
            case FeedElement.Link when FeedLink.AddressOf(tag) is { } address:
                _values.AddLink(FeedAddress.Complete(address, BaseOf(tag)), FeedLink.RankOf(tag));
                return null;
            case FeedElement.Title when meaning.Rank == 0:
            case FeedElement.Link:
            case FeedElement.Language:
                return OpenField(meaning, tag);
            case FeedElement.Author when meaning.Rank == 1:
                _values.BeginPerson();
                return FeedPlace.Author;
            default:
                return FeedPlace.Ignored;
        }
    }

    private FeedPlace? EnterOfItem(FeedMeaning meaning, ReadOnlySpan<char> tag)
    {
        switch (meaning.Element)
        {
            case FeedElement.Link when FeedLink.AddressOf(tag) is { } address:
                _values.AddLink(FeedAddress.Complete(address, BaseOf(tag)), FeedLink.RankOf(tag));
                return null;
            case FeedElement.Topic when XmlTag.Attribute(tag, "term") is { } term:
                _values.Item!.AddTopic(XmlTag.Attribute(tag, "label") is { Length: > 0 } label ? label : term);
                return null;
            case FeedElement.Author:
                _values.BeginPerson();
                return FeedPlace.Author;
            case FeedElement.Source:
                _values.BeginPerson();
                return FeedPlace.Source;
            case FeedElement.Media:
                return FeedPlace.Item;
            case FeedElement.Other or FeedElement.Name:
                return FeedPlace.Ignored;
            default:
                if (meaning.Element == FeedElement.Text && XmlTag.Attribute(tag, "xml:lang") is { } language)
                {
                    _values.Item!.OfferLanguage(language);
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

    private void CloseElement()
    {
        string name = scanner.Name;
        if (_field.IsOpen)
        {
            int outside = _frames.Find(name);
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

        int at = _frames.Find(name);
        if (at < 0)
        {
            string vocabulary = _namespaces.Find(name, _frames.Vocabulary, out ReadOnlySpan<char> local, out _);
            FeedElement element = FeedVocabulary.Find(vocabulary, local).Element;
            if (element != FeedElement.Other && _frames.Place == FeedPlace.Ignored && _frames.FindItem() == _frames.Count - 2)
            {
                // What nobody knows, directly in an item, ends with the name of a value: its start tag is misspelt.
                Fault(XmlFault.UnclosedElement, _frames.Top.Name);
                PopTo(_frames.Count - 1);
            }
            else if (element is not (FeedElement.Void or FeedElement.Link or FeedElement.Topic))
            {
                // The end of what was done with at its start tag is nothing to tell.
                Fault(XmlFault.StrayEndTag, name);
            }

            return;
        }

        if (at < _frames.Count - 1)
        {
            Fault(XmlFault.UnclosedElement, _frames.Top.Name);
        }

        PopTo(at);
    }

    private void PopTo(int count)
    {
        while (_frames.Count > count)
        {
            FeedFrame frame = _frames.Top;
            _frames.Pop();
            switch (frame.Meaning.Element)
            {
                case FeedElement.Item:
                    _values.OfferLanguage(frame.Language, _frames.Language);
                    FinishItem(isCut: _ended);
                    break;
                case FeedElement.Author or FeedElement.Source when frame.Place is FeedPlace.Author or FeedPlace.Source:
                    _values.FinishPerson(frame.Meaning);
                    break;
            }

            _namespaces.Leave(frame.Prefixes);
        }
    }

    private void CloseField()
    {
        if (_field.IsUneven)
        {
            Fault(XmlFault.UnclosedElement, _field.Name);
        }

        _field.Close();
        _values.Give(_field, isCut: false);
    }

    private void BeginItem()
    {
        if (_values.Item is not null)
        {
            Fault(XmlFault.UnclosedElement, "item");
            PopTo(Math.Max(0, _frames.FindItem()));
        }
        else if (scanner.Faults.Any)
        {
            TellFaults();
        }
    }

    private void FinishItem(bool isCut)
    {
        if (_values.Item is { } item)
        {
            long faultLine = scanner.Faults.FirstLine;
            string? faults = scanner.Faults.Any ? scanner.Faults.Take() : null;
            _events.Enqueue(new FeedEvent(item, faults, faultLine, _length, IsTooLong, isCut));
        }

        _values.Item = null;
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
            _values.Give(_field, isCut: true);
        }

        if (_frames.Count > 0)
        {
            Fault(XmlFault.UnclosedElement, _frames.Top.Name);
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
        string? outer = _frames.Base ?? Channel.Link;
        return XmlTag.Attribute(tag, "xml:base") is { } given ? FeedAddress.Complete(given, outer) : outer;
    }

    private static bool Names(string name, ReadOnlySpan<char> local) => local.Equals(name, StringComparison.OrdinalIgnoreCase);
}
