using System.Text;
using SearchService.Ingestion.Readers.Xml;

namespace SearchService.Ingestion.Readers.Feeds;

/// <summary>The element whose text is being read, with whatever markup stands in it.</summary>
/// <remarks>One object for all of them; the text it keeps is cleared, not given back.</remarks>
internal sealed class FeedField
{
    private const int KeptCapacity = 1 << 20;

    private StringBuilder _text = new();
    private int _sameInside;
    private int _inside;

    /// <summary>Whether an element is being read.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Its name, as written.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its meaning.</summary>
    public FeedMeaning Meaning { get; private set; }

    /// <summary>What its characters are.</summary>
    public FeedTextType Type { get; private set; }

    /// <summary>By <c>xml:base</c>, its own or inherited, or null.</summary>
    public string? Base { get; private set; }

    /// <summary>Whether it says of itself that it is no address.</summary>
    public bool IsNoAddress { get; private set; }

    /// <summary>Whether elements in it were left open.</summary>
    public bool IsUneven => _inside != 0;

    /// <summary>Its text so far.</summary>
    public string Value => _text.ToString();

    /// <summary>Whether elements in it are markup of a text, rather than a mistake.</summary>
    private bool KeepsMarkup => Meaning.Element is FeedElement.Text or FeedElement.Title;

    /// <summary>Begins an element.</summary>
    public void Open(string name, FeedMeaning meaning, ReadOnlySpan<char> tag, string? baseAddress)
    {
        (IsOpen, Name, Meaning, Base) = (true, name, meaning, baseAddress);
        IsNoAddress = meaning.Element == FeedElement.Id && XmlTag.Attribute(tag, "isPermaLink") is { } said && said.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
        Type = !KeepsMarkup ? FeedTextType.Unsaid
            : XmlTag.Attribute(tag, "src") is not null ? FeedTextType.NoText
            : name.StartsWith("xhtml:", StringComparison.OrdinalIgnoreCase) ? FeedTextType.Xhtml
            : FeedText.TypeOf(XmlTag.Attribute(tag, "type"), XmlTag.Attribute(tag, "mode"));
        (_sameInside, _inside) = (0, 0);
        if (_text.Capacity > KeptCapacity)
        {
            _text = new StringBuilder();
        }

        _text.Clear();
    }

    /// <summary>Ends it.</summary>
    public void Close() => IsOpen = false;

    /// <summary>Takes text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (Type != FeedTextType.Xhtml)
        {
            _text.Append(text);
            return;
        }

        // Beside elements that are markup, these are characters.
        while (text.IndexOfAny('<', '&') is var at and >= 0)
        {
            _text.Append(text[..at]).Append(text[at] == '<' ? "&lt;" : "&amp;");
            text = text[(at + 1)..];
        }

        _text.Append(text);
    }

    /// <summary>Takes a start tag inside of it.</summary>
    public void Start(string name, ReadOnlySpan<char> tag, bool isEmpty)
    {
        if (!isEmpty)
        {
            _inside++;
            _sameInside += IsSame(name) ? 1 : 0;
        }

        if (!KeepsMarkup)
        {
            return;
        }

        // HTML knows neither prefixes nor empty elements, but for those of its own.
        ReadOnlySpan<char> local = name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1);
        ReadOnlySpan<char> attributes = tag[(1 + name.Length)..];
        _text.Append('<').Append(local).Append(isEmpty ? attributes.TrimEnd("/>").TrimEnd() : attributes);
        if (isEmpty)
        {
            _text.Append('>');
            if (!IsVoidOfHtml(local))
            {
                _text.Append("</").Append(local).Append('>');
            }
        }
        else if (attributes is not [.., '>'])
        {
            _text.Append('>');
        }
    }

    /// <summary>Takes an end tag inside of it.</summary>
    /// <returns>False when it is its own.</returns>
    public bool End(string name)
    {
        if (IsSame(name) && --_sameInside < 0)
        {
            return false;
        }

        _inside--;
        if (KeepsMarkup)
        {
            _text.Append("</").Append(name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1)).Append('>');
        }

        return true;
    }

    /// <summary>Whether an element can't be meant to stand in this one, which then wasn't closed.</summary>
    /// <param name="name">As written.</param>
    /// <param name="meaning">Of the element.</param>
    public bool IsEndedBy(string name, FeedMeaning meaning)
    {
        if (meaning.Element is FeedElement.Item or FeedElement.Channel)
        {
            return true;
        }

        return Meaning.Element switch
        {
            FeedElement.Link or FeedElement.Id or FeedElement.Date or FeedElement.Language => true,
            _ when IsSame(name) => false,
            FeedElement.Text => meaning.IsOfItems,

            // HTML has no prefixes.
            FeedElement.Title when name.Contains(':', StringComparison.Ordinal) => true,
            _ => meaning.IsOfItems || meaning.Element is not (FeedElement.Other or FeedElement.Void),
        };
    }

    private bool IsSame(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsVoidOfHtml(ReadOnlySpan<char> name) => name is "br" or "img" or "hr" or "input" or "embed" or "source" or "wbr" or "area" or "col" or "param" or "track";
}
