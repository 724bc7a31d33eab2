using SearchService.Ingestion.Extraction.Html.Layout;

namespace SearchService.Ingestion.Extraction.Html.Selection;

/// <summary>Sums over the blocks of a page, so that those of any element are had at once.</summary>
internal sealed class PageSums
{
    private const int ShortestTeaser = 20;
    private const int MostTeaserProse = 450;

    private readonly int[] _text;
    private readonly int[] _links;
    private readonly int[] _prose;
    private readonly int[] _headings;
    private readonly int[] _teasers;
    private readonly int[] _teaserProse;
    private readonly Dictionary<int, int> _proseOfStyles = [];

    /// <summary>Sums a page up.</summary>
    public PageSums(PageLayout page)
    {
        ReadOnlySpan<TextBlock> blocks = page.Blocks;
        _text = new int[blocks.Length + 1];
        _links = new int[blocks.Length + 1];
        _prose = new int[blocks.Length + 1];
        _headings = new int[blocks.Length + 1];
        _teasers = new int[blocks.Length + 1];
        _teaserProse = new int[blocks.Length + 1];
        int sinceTeaser = MostTeaserProse;
        for (int i = 0; i < blocks.Length; i++)
        {
            ElementKind kind = page.Elements[blocks[i].Element].Kind;
            _text[i + 1] = _text[i] + blocks[i].Text.Length;
            _links[i + 1] = _links[i] + blocks[i].LinkLength;
            _prose[i + 1] = _prose[i] + ProseOf(blocks[i], kind);
            _headings[i + 1] = _headings[i] + (kind == ElementKind.MainHeading ? 1 : 0);
            bool teaser = blocks[i].LinkLength >= ShortestTeaser && kind is ElementKind.Heading && blocks[i].LinkLength * 10 > blocks[i].Text.Length * 8;
            _teasers[i + 1] = _teasers[i] + (teaser ? 1 : 0);
            sinceTeaser = teaser ? 0 : sinceTeaser + Prose(i);
            _teaserProse[i + 1] = _teaserProse[i] + (sinceTeaser < MostTeaserProse ? Prose(i) : 0);
        }

        foreach (PageElement element in page.Elements)
        {
            _proseOfStyles[element.Style] = _proseOfStyles.GetValueOrDefault(element.Style) + Prose(element);
        }
    }

    /// <summary>UTF-16 units of running text in blocks.</summary>
    public int Prose(int firstBlock, int endBlock) => _prose[endBlock] - _prose[firstBlock];

    /// <summary>UTF-16 units of running text in an element.</summary>
    public int Prose(in PageElement element) => Prose(element.FirstBlock, element.EndBlock);

    /// <summary>UTF-16 units in an element.</summary>
    public int Text(in PageElement element) => _text[element.EndBlock] - _text[element.FirstBlock];

    /// <summary>The share of an element's text that is links.</summary>
    public double LinkDensity(in PageElement element) => Text(element) is var text and > 0 ? (double)(_links[element.EndBlock] - _links[element.FirstBlock]) / text : 0;

    /// <summary>Whether a main heading stands in an element.</summary>
    public bool HasMainHeading(in PageElement element) => _headings[element.EndBlock] > _headings[element.FirstBlock];

    /// <summary>Whether an element lists other pages: headlines that are links, with little text to each.</summary>
    public bool IsListOfPages(in PageElement element)
    {
        const int Fewest = 3;
        const double LeastShare = 0.85;
        int teasers = _teasers[element.EndBlock] - _teasers[element.FirstBlock];
        return teasers >= Fewest && _teaserProse[element.EndBlock] - _teaserProse[element.FirstBlock] >= LeastShare * Prose(element) && !HasMainHeading(element);
    }

    /// <summary>Running text of all elements that look like one.</summary>
    public int ProseOfStyle(in PageElement element) => _proseOfStyles[element.Style];

    /// <summary>Running text of the whole page.</summary>
    public int AllProse => _prose[^1];

    /// <summary>Running text of a block: sentences that aren't mostly links.</summary>
    public int Prose(int block) => _prose[block + 1] - _prose[block];

    private static int ProseOf(in TextBlock block, ElementKind kind)
    {
        const int Most = 600;
        int plain = block.Text.Length - block.LinkLength;
        if (2 * block.LinkLength > block.Text.Length || kind is ElementKind.MainHeading or ElementKind.Heading)
        {
            return 0;
        }

        bool long1 = plain >= 80 || (plain >= 25 && kind == ElementKind.Paragraph);
        return long1 || (plain >= 40 && block.Text[^1] is '.' or '!' or '?' or '”' or '"' or '。') ? Math.Min(plain, Most) : 0;
    }
}
