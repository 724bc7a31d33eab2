using System.Collections.Frozen;

namespace SearchService.Ingestion.Extraction.Html.Layout;

/// <summary>Kinds of elements by tag.</summary>
internal static class ElementKinds
{
    private static readonly FrozenDictionary<string, ElementKind> ByTag = Tags();

    /// <summary>The kind of a tag.</summary>
    /// <param name="localName">In lower case.</param>
    public static ElementKind Of(string localName) => ByTag.GetValueOrDefault(localName, ElementKind.Inline);

    /// <summary>Whether text before, in and after the element stands on lines of its own.</summary>
    public static bool IsBlock(this ElementKind kind) => kind >= ElementKind.Block;

    private static FrozenDictionary<string, ElementKind> Tags()
    {
        Dictionary<string, ElementKind> kinds = [];
        Add(ElementKind.Emphasis, "b strong i em u mark");
        Add(ElementKind.Link, "a");
        Add(ElementKind.LineBreak, "br");
        Add(ElementKind.Picture, "img picture amp-img");
        Add(
            ElementKind.Skipped,
            "head script style noscript template svg iframe object embed applet canvas audio video map select datalist textarea input button progress meter frameset noframes noembed title link meta base param source track rp rt");
        Add(ElementKind.Block, "html body div center address fieldset legend details summary dialog hgroup hr option search slot frame");
        Add(ElementKind.Paragraph, "p");
        Add(ElementKind.MainHeading, "h1");
        Add(ElementKind.Heading, "h2 h3 h4 h5 h6");
        Add(ElementKind.List, "ul ol dl dir");
        Add(ElementKind.ListItem, "li dt dd");
        Add(ElementKind.Quotation, "blockquote");
        Add(ElementKind.Figure, "figure");
        Add(ElementKind.Caption, "figcaption caption");
        Add(ElementKind.Table, "table thead tbody tfoot");
        Add(ElementKind.Row, "tr");
        Add(ElementKind.Cell, "td th");
        Add(ElementKind.Preformatted, "pre xmp listing plaintext");
        Add(ElementKind.Article, "article");
        Add(ElementKind.Main, "main");
        Add(ElementKind.Aside, "aside");
        Add(ElementKind.Navigation, "nav menu");
        Add(ElementKind.Header, "header");
        Add(ElementKind.Footer, "footer");
        Add(ElementKind.Form, "form");
        Add(ElementKind.Section, "section");
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(ElementKind kind, string tags)
        {
            foreach (string tag in tags.Split(' '))
            {
                kinds.Add(tag, kind);
            }
        }
    }
}
