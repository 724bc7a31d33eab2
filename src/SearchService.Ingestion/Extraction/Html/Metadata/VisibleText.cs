using System.Text;
using AngleSharp.Dom;

namespace SearchService.Ingestion.Extraction.Html.Metadata;

/// <summary>The text of a small part of a page as a reader sees it: blocks on lines of their own.</summary>
internal static class VisibleText
{
    private const int MostLines = 600;
    private const int MostNodes = 20_000;
    private const int LongestElement = 2000;

    /// <summary>The text of one element, its blocks parted by line feeds.</summary>
    public static string Of(IElement element) => string.Join('\n', Lines(element, null, null, out _).Where(static line => line.Length > 0)) is { Length: <= LongestElement } text ? text : "";

    /// <summary>The lines of an element.</summary>
    /// <param name="root">Of the page.</param>
    /// <param name="headline">Whose line is wanted, or null.</param>
    /// <param name="isPassedOver">Which elements aren't read, or null for none.</param>
    /// <param name="headlineAt">The number of the first line of the headline; -1 where it isn't among them.</param>
    public static List<string> Lines(IElement root, IElement? headline, Func<IElement, bool>? isPassedOver, out int headlineAt)
    {
        headlineAt = -1;
        List<string> lines = [];
        StringBuilder line = new();
        Stack<(INode? Node, bool Ends)> open = new();
        open.Push((root, false));
        for (int seen = 0; seen < MostNodes && lines.Count < MostLines && open.TryPop(out (INode? Node, bool Ends) next); seen++)
        {
            if (next.Ends || next.Node is IElement { LocalName: "br" or "hr" })
            {
                End(lines, line);
            }
            else if (next.Node is IText text)
            {
                line.Append(text.Data);
            }
            else if (next.Node is IElement element && !IsHidden(element) && isPassedOver?.Invoke(element) != true)
            {
                if (IsBlock(element.LocalName))
                {
                    End(lines, line);
                    open.Push((null, true));
                }

                headlineAt = element == headline ? lines.Count : headlineAt;
                for (int i = element.ChildNodes.Length - 1; i >= 0; i--)
                {
                    open.Push((element.ChildNodes[i], false));
                }
            }
        }

        End(lines, line);
        return lines;
    }

    private static void End(List<string> lines, StringBuilder line)
    {
        string text = PlainValue.Of(line.ToString());
        if (text.Length > 0)
        {
            lines.Add(text);
        }

        line.Clear();
    }

    private static bool IsHidden(IElement element) =>
        element.LocalName is "script" or "style" or "noscript" or "template" or "svg" or "select" or "button" or "textarea" or "iframe" || element.HasAttribute("hidden");

    private static bool IsBlock(string name) => name is "div" or "p" or "section" or "article" or "header" or "footer" or "main" or "ul" or "ol" or "li" or "dl" or "dt" or "dd"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "table" or "tr" or "td" or "th" or "figure" or "figcaption" or "blockquote" or "aside" or "nav" or "address" or "form" or "pre" or "time";
}
