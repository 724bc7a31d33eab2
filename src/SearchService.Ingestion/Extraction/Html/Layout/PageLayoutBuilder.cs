using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>Lays out a document in one walk over it.</summary>
/// <remarks>
/// The walk keeps its own stack, so depth costs memory only. What no reader sees is left out: <c>hidden</c>, <c>display: none</c>,
/// <c>aria-hidden</c>, scripts, controls; styles of the page's style sheets aren't looked at.
/// </remarks>
internal sealed class PageLayoutBuilder
{
    private const int MostTemplates = 32;
    private const int ShortestTemplate = 200;

    private readonly List<PageElement> _elements = [];
    private readonly List<TextBlock> _blocks = [];
    private readonly List<int> _looks = [];
    private readonly Stack<Frame> _open = new();
    private readonly Dictionary<string, Hints> _hintsOfNames = new(StringComparer.Ordinal);
    private readonly List<IHtmlDocument> _templates = [];
    private readonly LineText _text = new();
    private readonly bool _withHidden;

    private int _element;
    private int _links;
    private int _linkLength;
    private int _linkDepth;
    private int _emphasisDepth;
    private int _emphasisLength;
    private int _hintDepth;
    private int _hintedLength;
    private Hints _inlineHints;
    private int _pictures;
    private int _lineBreaks;
    private int _breaksInARow;
    private int _preformattedDepth;
    private bool _continues;

    private PageLayoutBuilder(bool withHidden) => _withHidden = withHidden;

    /// <summary>Lays out what is in an element.</summary>
    /// <param name="root">Usually the body.</param>
    /// <param name="withHidden">Whether what is hidden is laid out too.</param>
    public static PageLayout Of(IElement root, bool withHidden = false)
    {
        PageLayoutBuilder builder = new(withHidden);
        try
        {
            builder.Walk(root);
            return new PageLayout([.. builder._elements], [.. builder._blocks]);
        }
        finally
        {
            builder._templates.ForEach(static template => template.Dispose());
        }
    }

    private void Walk(IElement root)
    {
        Enter(root, ElementKind.Block);
        while (_open.TryPop(out Frame frame))
        {
            INodeList children = frame.Node.ChildNodes;
            if (frame.NextChild == children.Length)
            {
                Leave(frame);
                continue;
            }

            _open.Push(frame with { NextChild = frame.NextChild + 1 });
            switch (children[frame.NextChild])
            {
                case IElement element:
                    Meet(element);
                    break;
                case IText text:
                    Append(text.Data);
                    break;
                default:
                    break;
            }
        }

        EndBlock();
    }

    private void Meet(IElement element)
    {
        ElementKind kind = ElementKinds.Of(element.LocalName);
        if (kind != ElementKind.Skipped)
        {
            Enter(element, kind);
        }
        else if (_withHidden && Unhidden(element) is { } content)
        {
            Enter(content, ElementKind.Block);
        }
    }

    // What a script would put into the page: the content of a template, the text of a script that is none, what is there for those without.
    private IElement? Unhidden(IElement element)
    {
        switch (element)
        {
            case IHtmlScriptElement { Type: { } type } script when type.Contains("template", StringComparison.OrdinalIgnoreCase) || type.Equals("text/html", StringComparison.OrdinalIgnoreCase):
                return Parsed(script.Text);
            case IHtmlTemplateElement template:
                return Parsed(template.InnerHtml);
            default:
                return element.LocalName == "noscript" ? element : null;
        }
    }

    private IElement? Parsed(string html)
    {
        if (_templates.Count == MostTemplates || html.Length < ShortestTemplate || PageShape.Refusal(html, IngestionLimits.Default) is not null)
        {
            return null;
        }

        _templates.Add(new HtmlParser(HtmlPageReader.ParserOptions).ParseDocument(html));
        return _templates[^1].Body;
    }

    private void Enter(IElement node, ElementKind kind)
    {
        if (kind == ElementKind.LineBreak)
        {
            BreakLine();
            return;
        }

        if (kind == ElementKind.Picture)
        {
            _pictures++;
            return;
        }

        Names names = Names.Of(node);
        bool isSlide = false;
        if (_open.TryPop(out Frame outer))
        {
            isSlide = IsNextSlide(outer.LastClass, names.Class);
            _open.Push(outer with { LastClass = names.Class });
        }

        if (names.IsHidden && !_withHidden && !isSlide)
        {
            return;
        }

        Hints hints = HintsOf(names);
        Frame frame = new(node, _element)
        {
            IsBlock = kind.IsBlock(),
            IsLink = kind == ElementKind.Link && names.LeadsElsewhere,
            IsEmphasis = kind == ElementKind.Emphasis,
            IsPreformatted = kind == ElementKind.Preformatted,
        };
        if (frame.IsBlock)
        {
            EndBlock();
            _element = Add(node.LocalName, names.Class, kind, hints);
        }
        else if (hints != Hints.None)
        {
            frame = frame with { IsHinted = true };
            _inlineHints |= hints;
            _hintDepth++;
        }

        _links += frame.IsLink ? 1 : 0;
        _linkDepth += frame.IsLink ? 1 : 0;
        _emphasisDepth += frame.IsEmphasis ? 1 : 0;
        _preformattedDepth += frame.IsPreformatted ? 1 : 0;
        _open.Push(frame);
    }

    // Of the slides of a show, all but one are hidden. They bear the same name; others follow it, such as that of the one that is shown.
    private static bool IsNextSlide(string? before, string? name)
    {
        ReadOnlySpan<char> first = FirstWord(name);
        return first.Length > 0 && first.SequenceEqual(FirstWord(before));
    }

    private static ReadOnlySpan<char> FirstWord(string? name)
    {
        ReadOnlySpan<char> trimmed = name.AsSpan().Trim();
        int end = trimmed.IndexOfAny(" \t\r\n");
        return end < 0 ? trimmed : trimmed[..end];
    }

    private void Leave(Frame frame)
    {
        _linkDepth -= frame.IsLink ? 1 : 0;
        _emphasisDepth -= frame.IsEmphasis ? 1 : 0;
        _preformattedDepth -= frame.IsPreformatted ? 1 : 0;
        _hintDepth -= frame.IsHinted ? 1 : 0;
        if (!frame.IsBlock)
        {
            return;
        }

        EndBlock();
        _elements[_element] = _elements[_element] with { EndBlock = _blocks.Count };
        _element = frame.Outer;
    }

    private int Add(string tag, string? className, ElementKind kind, Hints hints)
    {
        int parent = _elements.Count == 0 ? -1 : _element;
        int look = Fold(Fold(17, tag), className ?? "");
        int style = look;
        int outer = parent;
        for (int level = 0; level < 2 && outer >= 0; level++)
        {
            style = unchecked((style * 16777619) ^ _looks[outer]);
            outer = _elements[outer].Parent;
        }

        _looks.Add(look);
        _elements.Add(new PageElement
        {
            Parent = parent,
            Depth = parent < 0 ? 0 : _elements[parent].Depth + 1,
            Kind = kind,
            Hints = hints,
            Style = style,
            FirstBlock = _blocks.Count,
            EndBlock = _blocks.Count,
        });
        return _elements.Count - 1;
    }

    private void Append(string data)
    {
        if (_preformattedDepth > 0 && data.Contains('\n', StringComparison.Ordinal))
        {
            AppendLines(data);
            return;
        }

        int added = _text.Append(data);
        if (added == 0)
        {
            return;
        }

        _linkLength += _linkDepth > 0 ? added : 0;
        _emphasisLength += _emphasisDepth > 0 ? added : 0;
        _hintedLength += _hintDepth > 0 ? added : 0;
        if (data.AsSpan().ContainsAnyExcept(" \t\r\n\u00a0"))
        {
            _breaksInARow = 0;
        }
    }

    // Empty lines part paragraphs; others are a matter of width.
    private void AppendLines(string data)
    {
        foreach (Range line in data.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> text = data.AsSpan(line);
            if (text.IsWhiteSpace())
            {
                EndBlock();
                _continues = true;
                continue;
            }

            _text.Append(" ");
            int added = _text.Append(text);
            _linkLength += _linkDepth > 0 ? added : 0;
        }
    }

    private void BreakLine()
    {
        _breaksInARow++;
        if (_breaksInARow > 1)
        {
            EndBlock();
            _continues = true;
            return;
        }

        if (_text.Length > 0)
        {
            _lineBreaks++;
            _text.Append(" ");
        }
    }

    private void EndBlock()
    {
        string text = _text.Take();
        if (text.Length > 0)
        {
            _blocks.Add(new TextBlock
            {
                Text = text,
                Element = _element,
                LinkLength = Math.Min(_linkLength, text.Length),
                Links = _links,
                EmphasisLength = Math.Min(_emphasisLength, text.Length),
                Pictures = _pictures,
                LineBreaks = _lineBreaks,
                InlineHints = 3 * _hintedLength >= 2 * text.Length ? _inlineHints : Hints.None,
                Continues = _continues,
            });
            _pictures = 0;
        }

        _linkLength = 0;
        _emphasisLength = 0;
        _hintedLength = 0;
        _links = _linkDepth > 0 ? 1 : 0;
        _inlineHints = _hintDepth > 0 ? _inlineHints : Hints.None;
        _lineBreaks = 0;
        _breaksInARow = 0;
        _continues = false;
    }

    private Hints HintsOf(Names names) => OfName(names.Class) | OfName(names.Id) | OfName(names.Role) | OfName(names.Property) | OfName(names.Data);

    private Hints OfName(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return Hints.None;
        }

        if (!_hintsOfNames.TryGetValue(name, out Hints hints))
        {
            hints = HintWords.Of(name);
            _hintsOfNames.Add(name, hints);
        }

        return hints;
    }

    private static int Fold(int hash, string value)
    {
        foreach (char unit in value)
        {
            hash = unchecked((hash ^ unit) * 16777619);
        }

        return hash;
    }

    /// <summary>An element whose children are being walked.</summary>
    private readonly record struct Frame(INode Node, int Outer)
    {
        public int NextChild { get; init; }

        /// <summary>The class of the element last met in it.</summary>
        public string? LastClass { get; init; }

        public bool IsBlock { get; init; }

        public bool IsLink { get; init; }

        public bool IsEmphasis { get; init; }

        public bool IsPreformatted { get; init; }

        public bool IsHinted { get; init; }
    }
}
