using SearchService.Analysis.Trees;
using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>Describes the blocks of a page by numbers, from which it is told whether they belong to the article.</summary>
internal sealed class BlockFeatures
{
    private static readonly Hints[] Described =
    [
        Hints.Comments, Hints.Related, Hints.Share, Hints.Plea, Hints.Advert, Hints.Navigation, Hints.Footer, Hints.Header, Hints.Sidebar, Hints.Caption,
        Hints.Media, Hints.Byline, Hints.Date, Hints.Title, Hints.Summary, Hints.Tags, Hints.Legal, Hints.Overlay, Hints.Unseen, Hints.PullQuote,
        Hints.Embed, Hints.Widget, Hints.Meta, Hints.Product, Hints.Listing,
    ];

    private static readonly string[] HintNames = [.. Described.Select(static hint => $"hint.{hint}")];
    private static readonly string[] CueNames = [.. Enumerable.Range(0, Cues.Count).Select(static kind => $"cue.{kind}")];

    private readonly PageLayout _page;
    private readonly PageSums _sums;
    private readonly PageEvidence _evidence;
    private readonly int _container;
    private readonly TextTraits[] _traits;
    private readonly Dictionary<int, (int Prose, int Blocks)> _styles = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly bool[] _rules;
    private readonly float[] _inBody;
    private readonly int[] _before;
    private readonly int[] _after;

    public BlockFeatures(PageLayout page, PageSums sums, PageEvidence evidence, int container)
    {
        _page = page;
        _sums = sums;
        _evidence = evidence;
        _container = container;
        ReadOnlySpan<TextBlock> blocks = page.Blocks;
        _traits = new TextTraits[blocks.Length];
        _rules = new bool[blocks.Length];
        _inBody = new float[blocks.Length];
        _before = new int[blocks.Length];
        _after = new int[blocks.Length];
        PageElement within = page.Elements[container];
        int last = -100;
        for (int i = 0; i < blocks.Length; i++)
        {
            _traits[i] = TextTraits.Of(blocks[i].Text);
            _rules[i] = RuleVerdict.Keeps(page, sums, container, i);
            _inBody[i] = evidence.InBody(blocks[i].Text);
            int style = page.Elements[blocks[i].Element].Style;
            (int Prose, int Blocks) seen = _styles.GetValueOrDefault(style);
            _styles[style] = (seen.Prose + (i >= within.FirstBlock && i < within.EndBlock ? sums.Prose(i) : 0), seen.Blocks + 1);
            _texts[blocks[i].Text] = _texts.GetValueOrDefault(blocks[i].Text) + 1;
            _before[i] = i - last;
            last = sums.Prose(i) > 0 ? i : last;
        }

        last = blocks.Length + 100;
        for (int i = blocks.Length - 1; i >= 0; i--)
        {
            _after[i] = last - i;
            last = sums.Prose(i) > 0 ? i : last;
        }
    }

    /// <summary>The names of the features, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = NamesOfFeatures();

    /// <summary>What plain rules say of a block.</summary>
    public bool RuleKeeps(int index) => _rules[index];

    /// <summary>Describes a block.</summary>
    public void Describe(int index, FeatureRow row)
    {
        row.Clear();
        TextBlock block = _page.Blocks[index];
        DescribeText(block, _traits[index], row);
        DescribePlace(index, block, row);
        DescribeParts(index, block, row);
        DescribeNeighbour("prev", index - 1, row);
        DescribeNeighbour("next", index + 1, row);
        DescribeNeighbour("prev2", index - 2, row);
        DescribeNeighbour("next2", index + 2, row);
        row.Put("evidence.body", _inBody[index]);
        row.Put("evidence.bodyLength", _evidence.Body is { } body ? body.Length / (1.0 + _sums.Prose(_page.Elements[_container])) : -1);
        row.Put("evidence.description", _evidence.InDescription(block.Text));
        row.Put("evidence.title", _evidence.InTitle(block.Text));
        row.Put("text.copies", _texts[block.Text]);
        row.Put("rule", RuleKeeps(index));
    }

    private static void DescribeText(in TextBlock block, in TextTraits traits, FeatureRow row)
    {
        double length = block.Text.Length;
        row.PutSize("text.length", length);
        row.Put("text.words", Math.Min(traits.Words, 100));
        row.Put("text.linkDensity", block.LinkLength / length);
        row.PutSize("text.plain", length - block.LinkLength);
        row.Put("text.links", block.Links);
        row.Put("text.emphasis", block.EmphasisLength / length);
        row.Put("text.pictures", Math.Min(block.Pictures, 5));
        row.Put("text.lineBreaks", Math.Min(block.LineBreaks, 10));
        row.Put("text.continues", block.Continues);
        row.Put("text.wordLength", traits.Letters / (1.0 + traits.Words));
        row.Put("text.capitals", traits.Capitals / (1.0 + traits.Letters));
        row.Put("text.capitalsPerWord", traits.Capitals / (1.0 + traits.Words));
        row.Put("text.digits", traits.Digits / length);
        row.Put("text.commas", traits.Commas / length);
        row.Put("text.stops", traits.Stops / length);
        row.Put("text.signs", traits.Signs / length);
        row.Put("text.endsSentence", traits.EndsSentence);
        row.Put("text.endsColon", block.Text[^1] == ':');
        row.Put("text.startsSmall", char.IsLower(block.Text[0]));
        row.Put("text.startsOddly", !char.IsLetterOrDigit(block.Text[0]) && block.Text[0] is not ('"' or '“' or '‘' or '\'' or '«' or '„'));
        row.Put("text.copyright", block.Text.Contains('©', StringComparison.Ordinal));
        row.Put("text.at", block.Text.Contains('@', StringComparison.Ordinal));
        for (int kind = 0; kind < Cues.Count; kind++)
        {
            row.Put(CueNames[kind], Cues.Has(kind, block.Text, traits.IsForeign));
        }
    }

    private void DescribePlace(int index, in TextBlock block, FeatureRow row)
    {
        PageElement within = _page.Elements[_container];
        bool inside = index >= within.FirstBlock && index < within.EndBlock;
        double prose = 1.0 + _sums.Prose(within);
        row.Put("place.inside", inside);
        row.Put("place.blocksBefore", index < within.FirstBlock ? Math.Min(within.FirstBlock - index, 50) : 0);
        row.Put("place.blocksAfter", index >= within.EndBlock ? Math.Min(index + 1 - within.EndBlock, 50) : 0);
        int from = Math.Clamp(index, within.FirstBlock, within.EndBlock);
        row.PutSize("place.proseBefore", _sums.Prose(within.FirstBlock, from));
        row.PutSize("place.proseAfter", _sums.Prose(Math.Min(from + 1, within.EndBlock), within.EndBlock));
        row.Put("place.share", _sums.Prose(within.FirstBlock, from) / prose);
        row.Put("place.fromFirst", Math.Clamp(index - within.FirstBlock, -1, 40));
        row.Put("place.fromLast", Math.Clamp(within.EndBlock - 1 - index, -1, 40));
        row.Put("place.toProseBefore", Math.Min(_before[index], 20));
        row.Put("place.toProseAfter", Math.Min(_after[index], 20));
        row.PutSize("page.containerProse", _sums.Prose(within));
        row.Put("page.containerShare", _sums.Prose(within) / (1.0 + _sums.AllProse));
        row.Put("page.containerLinks", _sums.LinkDensity(within));
        (int styleProse, int styleBlocks) = _styles[_page.Elements[block.Element].Style];
        row.Put("style.prose", styleProse / prose);
        row.PutSize("style.blocks", styleBlocks);
        row.PutSize("style.proseEach", styleProse / (double)styleBlocks);
    }

    // What the parts of the page are that the block stands in, up to where they meet the container.
    private void DescribeParts(int index, in TextBlock block, FeatureRow row)
    {
        ReadOnlySpan<PageElement> elements = _page.Elements;
        PageElement within = elements[_container];
        PageElement own = elements[block.Element];
        Hints hints = block.InlineHints;
        uint kinds = 0;
        int levels = 0;
        int outer = block.Element;
        int top = -1;
        while (outer >= 0 && !(elements[outer].FirstBlock <= within.FirstBlock && elements[outer].EndBlock >= within.EndBlock))
        {
            PageElement part = elements[outer];
            if (ContainerFinder.IsMinor(part, within, _sums))
            {
                hints |= ContainerFinder.Believed(part, within, _sums);
                kinds |= 1u << (int)part.Kind;
            }

            top = outer;
            outer = part.Parent;
            levels++;
        }

        kinds |= 1u << (int)own.Kind;
        hints |= ContainerFinder.Believed(own, within, _sums) & (Hints.Caption | Hints.Byline | Hints.Date);
        int meet = outer < 0 ? 0 : Math.Max(0, within.Depth - elements[outer].Depth);
        row.Put("part.levels", levels);
        row.Put("part.levelsOfContainer", meet);
        for (int i = 0; i < Described.Length; i++)
        {
            row.Put(HintNames[i], (hints & Described[i]) != Hints.None);
        }

        row.Put("hint.foreign", System.Numerics.BitOperations.PopCount((uint)(hints & ContainerFinder.Foreign)));
        row.Put("kind.paragraph", own.Kind == ElementKind.Paragraph);
        row.Put("kind.mainHeading", own.Kind == ElementKind.MainHeading);
        row.Put("kind.heading", own.Kind == ElementKind.Heading);
        row.Put("kind.block", own.Kind is ElementKind.Block or ElementKind.Section or ElementKind.Article);
        row.Put("kind.listItem", Has(ElementKind.ListItem));
        row.Put("kind.cell", Has(ElementKind.Cell));
        row.Put("kind.quotation", Has(ElementKind.Quotation));
        row.Put("kind.figure", Has(ElementKind.Figure));
        row.Put("kind.caption", Has(ElementKind.Caption));
        row.Put("kind.aside", Has(ElementKind.Aside));
        row.Put("kind.navigation", Has(ElementKind.Navigation));
        row.Put("kind.header", Has(ElementKind.Header));
        row.Put("kind.footer", Has(ElementKind.Footer));
        row.Put("kind.form", Has(ElementKind.Form));

        PageElement parent = own.Parent < 0 ? own : elements[own.Parent];
        DescribeElement("parent", parent, row);
        DescribeElement("top", top < 0 ? own : elements[top], row);
        row.PutSize("own.blocks", own.EndBlock - own.FirstBlock);
        row.Put("own.body", (own.Hints & Hints.Body) != Hints.None);

        bool Has(ElementKind kind) => (kinds & (1u << (int)kind)) != 0;
    }

    private void DescribeElement(string name, in PageElement element, FeatureRow row)
    {
        row.Put(name, "links", _sums.LinkDensity(element));
        row.Put(name, "prose", _sums.Prose(element) / (1.0 + _sums.Prose(_page.Elements[_container])));
        row.PutSize(name, "blocks", element.EndBlock - element.FirstBlock);
        row.PutSize(name, "text", _sums.Text(element));
    }

    private void DescribeNeighbour(string name, int index, FeatureRow row)
    {
        if (index < 0 || index >= _page.Blocks.Length)
        {
            row.Put(name, "length", -1);
            row.Put(name, "linkDensity", -1);
            row.Put(name, "heading", 0);
            row.Put(name, "prose", 0);
            row.Put(name, "body", -1);
            return;
        }

        TextBlock block = _page.Blocks[index];
        row.PutSize(name, "length", block.Text.Length);
        row.Put(name, "linkDensity", block.LinkLength / (double)block.Text.Length);
        row.Put(name, "heading", _page.Elements[block.Element].Kind is ElementKind.Heading or ElementKind.MainHeading);
        row.PutSize(name, "prose", _sums.Prose(index));
        row.Put(name, "body", _inBody[index]);
    }

    private static List<string> NamesOfFeatures()
    {
        List<string> names = [];
        PageElement element = new() { Parent = -1, EndBlock = 1 };
        PageLayout page = new([element], [new TextBlock { Text = "a", Element = 0 }]);
        new BlockFeatures(page, new PageSums(page), new PageEvidence(), 0).Describe(0, new FeatureRow(names));
        return names;
    }
}
