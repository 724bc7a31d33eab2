using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>The elements of a page that say something of its article, found in one pass, in the order of the document.</summary>
internal sealed class PageElements
{
    private const int MostOfAKind = 1000;

    private PageElements(IHtmlDocument document) => Document = document;

    /// <summary>The page.</summary>
    public IHtmlDocument Document { get; }

    /// <summary><c>&lt;meta&gt;</c>.</summary>
    public List<IElement> Metas { get; } = [];

    /// <summary><c>&lt;link rel="canonical"&gt;</c>.</summary>
    public List<IElement> Canonicals { get; } = [];

    /// <summary><c>&lt;script type="application/ld+json"&gt;</c>.</summary>
    public List<IElement> JsonLd { get; } = [];

    /// <summary>Whatever has <c>itemprop</c>.</summary>
    public List<IElement> Properties { get; } = [];

    /// <summary><c>&lt;time&gt;</c>, and what has a class that says so.</summary>
    public List<IElement> Times { get; } = [];

    /// <summary><c>&lt;h1&gt;</c> to <c>&lt;h3&gt;</c>.</summary>
    public List<IElement> Headings { get; } = [];

    /// <summary>What is marked as a byline or leads to a page about an author.</summary>
    public List<IElement> Bylines { get; } = [];

    /// <summary>The comment a browser leaves in a page it saves: <c>saved from url=(0042)https://…</c>; or null.</summary>
    public string? SavedFrom { get; private set; }

    /// <summary>Looks through a page.</summary>
    public static PageElements Of(IHtmlDocument document)
    {
        PageElements found = new(document);
        Stack<INode> open = new();
        open.Push(document);
        while (open.TryPop(out INode? node))
        {
            if (node is IElement element)
            {
                found.Look(element);
            }
            else if (node is IComment comment)
            {
                found.Look(comment);
            }

            INodeList children = node.ChildNodes;
            for (int i = children.Length - 1; i >= 0; i--)
            {
                if (children[i].NodeType is NodeType.Element or NodeType.Comment)
                {
                    open.Push(children[i]);
                }
            }
        }

        return found;
    }

    private void Look(IComment comment)
    {
        const string Mark = "saved from url=(";
        int at = SavedFrom is null ? comment.Data.IndexOf(Mark, StringComparison.Ordinal) : -1;
        int end = at < 0 ? -1 : comment.Data.IndexOf(')', at);
        if (end > 0)
        {
            SavedFrom = comment.Data[(end + 1)..].Trim();
        }
    }

    private void Look(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                Add(Metas, element);
                break;
            case "link" when HasWord(element.GetAttribute("rel"), "canonical"):
                Add(Canonicals, element);
                return;
            case "script":
                if (element.GetAttribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                {
                    Add(JsonLd, element);
                }

                return;
            case "h1" or "h2" or "h3":
                Add(Headings, element);
                break;
            case "time":
                Add(Times, element);
                break;
            case "html" or "body":
                // Their classes speak of the whole page.
                return;
            default:
                break;
        }

        if (element.HasAttribute("itemprop"))
        {
            Add(Properties, element);
        }

        if (Marks.OfByline(element))
        {
            Add(Bylines, element);
        }
        else if (element.LocalName != "time" && Marks.OfDate(element))
        {
            Add(Times, element);
        }
    }

    /// <summary>Whether a list of words, parted by spaces, holds one.</summary>
    public static bool HasWord(string? words, string word) =>
        words is not null && words.AsSpan().Contains(word, StringComparison.OrdinalIgnoreCase)
        && words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase);

    private static void Add(List<IElement> list, IElement element)
    {
        if (list.Count < MostOfAKind)
        {
            list.Add(element);
        }
    }
}
