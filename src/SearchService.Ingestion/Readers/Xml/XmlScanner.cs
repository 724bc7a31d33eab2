using System.Buffers;
using System.Text;

namespace SearchService.Ingestion.Readers.Xml;

/// <summary>Cuts a document into tags and text, whatever is wrong with it; nothing is expanded, fetched or thrown.</summary>
/// <remarks>
/// <para>
/// It makes no tree and doesn't pair tags: that is for the caller, who knows what the elements mean. Well-formed XML comes out as the
/// standard says. For the rest: <c>&amp;</c> and <c>&lt;</c> that begin nothing are text; a tag ends at the latest where another begins;
/// and a section (a comment, CDATA, a declaration) without its end swallows nothing: its opening is passed over.
/// </para>
/// <para>
/// Memory holds the longest tag, or up to <see cref="SightLength"/> of a section. Time is linear: no search ahead is made twice.
/// </para>
/// </remarks>
internal sealed class XmlScanner
{
    /// <summary>How far the end of a section is looked for, in UTF-16 units.</summary>
    public const int SightLength = 1 << 20;

    private const int LeastSectionText = 4096;
    private const int MostNames = 1000;
    private const string CDataOpening = "<![CDATA[";
    private const string CDataEnd = "]]>";

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static unit => (char)unit).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    private readonly IngestionLimits _limits;
    private readonly CharacterWindow _window;
    private readonly SearchAhead _sectionEnd;
    private readonly XmlAsides _asides;
    private readonly char[] _decoded = new char[XmlEntities.LongestName + 2];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private string _lastStart = "";
    private int _decodedLength;
    private int _length;
    private int _sectionLeft;
    private bool _sectionEnds;
    private bool _endlessSection;
    private bool _anyElement;
    private bool _anyText;

    /// <summary>Begins a document.</summary>
    /// <param name="characters">Of it.</param>
    /// <param name="limits">For the length of tags.</param>
    public XmlScanner(XmlCharacters characters, IngestionLimits limits)
    {
        _limits = limits;
        _window = new CharacterWindow(characters);
        _sectionEnd = new SearchAhead(_window, CDataEnd, SightLength);
        _asides = new XmlAsides(_window, Faults);
    }

    /// <summary>What was wrong so far; the caller adds to it, and takes it.</summary>
    public XmlFaults Faults { get; } = new();

    /// <summary>The name in the current tag, with its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the current start tag is an empty element.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The current tag from <c>&lt;</c> to <c>&gt;</c>, or a piece of text with its references resolved; valid until the next call.</summary>
    public ReadOnlySpan<char> Text => _decodedLength > 0 ? _decoded.AsSpan(0, _decodedLength) : _window.Last(_length);

    /// <summary>The line that the current token begins on.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The line that a declaration of an entity stands on, or 0.</summary>
    public long EntitiesLine => _asides.EntitiesLine;

    /// <summary>Whether the document ended inside of a tag.</summary>
    public bool EndsInsideTag { get; private set; }

    /// <summary>Characters looked at in searches ahead, those looked at again counted again: what a hostile document could drive up.</summary>
    public long Looked => _window.Looked;

    /// <summary>How much of the document is held at most, so far.</summary>
    public int CapacityInUnits => _window.Capacity;

    /// <summary>Goes to the next tag or piece of text.</summary>
    /// <returns>Null at the end of the document.</returns>
    public XmlToken? Next()
    {
        while (_window.Has(1))
        {
            Line = _window.Line;
            _decodedLength = 0;
            if (_sectionEnds)
            {
                _sectionEnds = false;
                _window.Pass(CDataEnd.Length);
                continue;
            }

            if (_sectionLeft > 0 || _endlessSection)
            {
                if (SectionText() is { } section)
                {
                    return section;
                }

                continue;
            }

            switch (_window.Rest[0])
            {
                case '<':
                    if (Markup() is { } token)
                    {
                        return token;
                    }

                    break;
                case '&':
                    return Reference();
                default:
                    int run = _window.Rest.IndexOfAny('<', '&');
                    return TextOf(run < 0 ? _window.Rest.Length : run);
            }
        }

        return null;
    }

    private XmlToken TextOf(int length)
    {
        _window.Pass(length);
        _length = length;
        ReadOnlySpan<char> text = Text;
        int control = text.IndexOfAny(Controls);
        if (control >= 0)
        {
            Faults.Add(XmlFault.ControlCharacter, Line, $"U+{(int)text[control]:X4}");
        }

        _anyText = true;
        return XmlToken.Text;
    }

    private XmlToken Decoded(ReadOnlySpan<char> text, int length)
    {
        _window.Pass(length);
        text.CopyTo(_decoded);
        _decodedLength = text.Length;
        return XmlToken.Text;
    }

    private XmlToken Reference()
    {
        _window.Has(XmlEntities.LongestName + 2);
        ReadOnlySpan<char> rest = _window.Rest[1..];
        bool isNumber = rest is ['#', ..];
        int end = isNumber ? 1 : 0;
        while (end < rest.Length && end <= XmlEntities.LongestName && (char.IsAsciiLetterOrDigit(rest[end]) || (!isNumber && rest[end] is '_' or '.' or '-')))
        {
            end++;
        }

        ReadOnlySpan<char> name = rest[..end];
        bool ended = end < rest.Length && rest[end] == ';';
        int length = 1 + end + (ended ? 1 : 0);
        if (isNumber && end > 1)
        {
            if (!XmlEntities.TryNumber(name[1..], out Rune rune) || !ended)
            {
                Faults.Add(XmlFault.BadCharacterReference, Line, _window.Rest[..length]);
            }

            Span<char> units = stackalloc char[2];
            return rune.Value < 0x20 && rune.Value is not ('\t' or '\n' or '\r')
                ? Decoded(" ", length)
                : Decoded(units[..rune.EncodeToUtf16(units)], length);
        }

        if (!ended || end == 0)
        {
            // "&amp " lacks its semicolon; "&lt=3" is a piece of an address.
            Faults.Add(XmlFault.BareAmpersand, Line, _window.Rest[..Math.Min(_window.Rest.Length, 12)]);
            bool isMeant = end < rest.Length && rest[end] != '=';
            return isMeant && XmlEntities.OfXml(name) is var meant and not '\0' ? Decoded([meant], length) : TextOf(1);
        }

        if (XmlEntities.OfXml(name) is var simple and not '\0')
        {
            return Decoded([simple], length);
        }

        if (XmlEntities.OfHtml(name) is { } symbol)
        {
            Faults.Add(XmlFault.HtmlEntity, Line, _window.Rest[..length]);
            return Decoded(symbol, length);
        }

        Faults.Add(XmlFault.EntityNotExpanded, Line, _window.Rest[..length]);
        return TextOf(length);
    }

    private XmlToken? Markup()
    {
        char next = _window.Has(2) ? _window.Rest[1] : '\0';
        if (XmlTag.IsNameStart(next) || next == '/')
        {
            return Tag();
        }

        if (next is not ('?' or '!'))
        {
            Faults.Add(XmlFault.BareLessThan, Line);
            return TextOf(1);
        }

        _window.Has(CDataOpening.Length);
        if (_window.Rest.StartsWith(CDataOpening, StringComparison.OrdinalIgnoreCase))
        {
            Section();
        }
        else
        {
            _asides.Pass(_anyElement, _anyText);
        }

        return null;
    }

    private XmlToken? Tag()
    {
        int length = XmlTag.LengthOf(_window, _limits.TagLength, out bool isBroken);
        if (length == 0)
        {
            bool atEnd = _window.Rest.Length < _limits.TagLength;
            Faults.Add(atEnd ? XmlFault.BrokenTag : XmlFault.TagTooLong, Line, _window.Rest[..Math.Min(40, _window.Rest.Length)]);
            if (!atEnd)
            {
                return TextOf(1);
            }

            EndsInsideTag = true;
            _window.Pass(_window.Rest.Length);
            return null;
        }

        _window.Pass(length);
        _length = length;
        if (isBroken)
        {
            Faults.Add(XmlFault.BrokenTag, Line, Text);
        }

        bool isEnd = Text[1] == '/';
        Name = Interned(XmlTag.NameOf(Text));
        if (isEnd)
        {
            return XmlToken.End;
        }

        _anyElement = true;
        _lastStart = Name;
        IsEmpty = !isBroken && Text is [.., '/', '>'];
        return XmlToken.Start;
    }

    private void Section()
    {
        int end = _sectionEnd.Find(CDataOpening.Length);
        bool isFar = end < 0 && _window.Has(SightLength);
        ReadOnlySpan<char> inside = _window.Rest[CDataOpening.Length..(end < 0 ? _window.Rest.Length : end)];
        if (!isFar && (end < 0 || RunsIntoAnother(inside)))
        {
            // What follows is read as if it weren't in a section; its tags are those of HTML, until the element ends.
            Faults.Add(XmlFault.Unended, Line, CDataOpening);
            _window.Pass(CDataOpening.Length);
            return;
        }

        _window.Pass(CDataOpening.Length);
        if (isFar)
        {
            _endlessSection = true;
        }
        else if (inside.IsEmpty)
        {
            _window.Pass(CDataEnd.Length);
        }
        else
        {
            _sectionLeft = inside.Length;
        }
    }

    // The end found is that of another section, when the element ends before that one begins.
    private bool RunsIntoAnother(ReadOnlySpan<char> inside)
    {
        int next = inside.IndexOf(CDataOpening, StringComparison.Ordinal);
        return next >= 0 && inside[..next].IndexOf($"</{_lastStart}", StringComparison.Ordinal) >= 0;
    }

    private XmlToken? SectionText()
    {
        if (_endlessSection)
        {
            _window.Has(LeastSectionText);
            int end = _window.Rest.IndexOf(CDataEnd, StringComparison.Ordinal);
            if (end < 0)
            {
                // Its last two units may begin the end.
                int length = _window.Rest.Length - CDataEnd.Length + 1;
                return TextOf(length > 0 ? length : _window.Rest.Length);
            }

            _endlessSection = false;
            if (end == 0)
            {
                _window.Pass(CDataEnd.Length);
                return null;
            }

            _sectionLeft = end;
        }

        int inSight = Math.Min(_sectionLeft, _window.Rest.Length);
        _sectionLeft -= inSight;
        _sectionEnds = _sectionLeft == 0;
        return TextOf(inSight);
    }

    // Names come again and again; one string each.
    private string Interned(ReadOnlySpan<char> name)
    {
        Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.TryGetValue(name, out string? known))
        {
            return known;
        }

        string created = name.ToString();
        if (_names.Count < MostNames)
        {
            _names.Add(created, created);
        }

        return created;
    }
}
